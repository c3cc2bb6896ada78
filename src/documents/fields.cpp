// SPDX-License-Identifier: Apache-2.0
#include "documents/fields.hpp"

#include <algorithm>

namespace entente::documents {

namespace {

std::string* part_named(Fields& fields, std::string_view name) {
  if (name == "id") return &fields.id;
  if (name == "text") return &fields.text;
  if (name == "date") return &fields.date;
  if (name == "title") return &fields.title;
  if (name == "url") return &fields.url;
  return nullptr;
}

}  // namespace

Result<Fields> parse_fields(const std::vector<std::string>& assignments) {
  Fields fields;
  for (const std::string& list : assignments) {
    for (std::size_t at = 0; at <= list.size();) {
      const std::size_t end = std::min(list.find(',', at), list.size());
      const std::string each = list.substr(at, end - at);
      at = end + 1;
      const std::size_t equals = each.find('=');
      std::string* part = equals == std::string::npos ? nullptr : part_named(fields, each.substr(0, equals));
      if (part == nullptr || equals + 1 == each.size())
        return fail(ErrorKind::usage, "not a field: " + each, {},
                    "such as --field text=body,date=published; id, text, date, title and url can be named");
      *part = each.substr(equals + 1);
    }
  }
  return fields;
}

}  // namespace entente::documents
