// SPDX-License-Identifier: Apache-2.0
#include "importers/csv_header.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace entente::importers {

namespace {

using Role = CsvColumn::Role;

constexpr const char* kTypeHint =
    "types: string, int, float, boolean, date, and lists such as string[]; or :ID, :LABEL, :START_ID, "
    ":END_ID, "
    ":TYPE, :IGNORE";

std::optional<Role> role_from_name(std::string_view name) {
  if (name == "ID") return Role::id;
  if (name == "LABEL") return Role::labels;
  if (name == "START_ID") return Role::start;
  if (name == "END_ID") return Role::end;
  if (name == "TYPE") return Role::type;
  if (name == "IGNORE") return Role::ignored;
  return std::nullopt;
}

/// What stands in brackets at the end, taken off the text; nothing when there is none.
std::optional<std::string> take_bracket(std::string_view& text, char open, char close) {
  if (text.empty() || text.back() != close) return std::nullopt;
  const std::size_t begin = text.find(open);
  if (begin == std::string_view::npos) return std::nullopt;
  std::string inside(text.substr(begin + 1, text.size() - begin - 2));
  text = text.substr(0, begin);
  return inside;
}

/// The part of a column's header behind its name; false when it says nothing that is known.
bool read_kind(std::string_view kind, CsvColumn& column) {
  if (const auto options = take_bracket(kind, '{', '}')) {
    constexpr std::string_view kIdType = "id-type:";
    if (options->rfind(kIdType, 0) != 0) return false;
    const std::size_t word = options->find_first_not_of(' ', kIdType.size());
    const auto type = value_type_from_name(options->substr(std::min(word, options->size())));
    if (!type || (*type != ValueType::integer && *type != ValueType::text)) return false;
    column.type = *type;
  }
  const auto space = take_bracket(kind, '(', ')');
  if (const auto role = role_from_name(kind)) {
    column.role = *role;
    column.space = space.value_or("");
    const bool has_space = *role == Role::id || *role == Role::start || *role == Role::end;
    return has_space || !space;
  }
  if (space) return false;
  if (kind.size() > 2 && kind.substr(kind.size() - 2) == "[]") {
    column.list = true;
    kind.remove_suffix(2);
  }
  const auto type = value_type_from_name(kind);
  column.type = type.value_or(ValueType::text);
  return type.has_value();
}

Result<CsvColumn> read_column(const CsvReader::Field& field, const CsvReader& reader) {
  CsvColumn column;
  const std::size_t colon = field.text.rfind(':', field.text.find('{'));
  if (colon == std::string_view::npos) {
    column.name = field.text;
  } else {
    column.name = field.text.substr(0, colon);
    if (!read_kind(field.text.substr(colon + 1), column))
      return fail(reader.error_at(field.line, field.column,
                                  "'" + std::string(field.text) + "' is no column that can be imported",
                                  kTypeHint));
  }
  if (column.role == Role::property && column.name.empty())
    return fail(reader.error_at(field.line, field.column, "this column has no name"));
  return column;
}

Status check(const CsvHeader& header, const CsvReader& reader) {
  const auto& columns = header.columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const CsvReader::Field& field = reader.fields()[i];
    const auto same = [&](const CsvColumn& other) {
      const bool named = columns[i].role == Role::property || columns[i].role == Role::id;
      if (named && !columns[i].name.empty() && other.name == columns[i].name &&
          (other.role == Role::property || other.role == Role::id))
        return true;
      return columns[i].role != Role::property && columns[i].role != Role::ignored &&
             other.role == columns[i].role;
    };
    if (std::any_of(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(i), same))
      return fail(reader.error_at(field.line, field.column,
                                  "the column '" + std::string(field.text) + "' stands twice"));
  }
  const auto has = [&](Role role) { return header.place(role) < columns.size(); };
  const bool ends = has(Role::start) && has(Role::end);
  const bool mixed =
      (has(Role::id) || has(Role::labels)) && (has(Role::start) || has(Role::end) || has(Role::type));
  if (ends ? !mixed && has(Role::type) : has(Role::id) && !mixed) return {};
  return fail(reader.error_at(1, 1, "this header is neither one of nodes nor one of relationships",
                              "nodes need a column :ID; relationships need :START_ID, :END_ID and :TYPE"));
}

}  // namespace

std::size_t CsvHeader::place(Role role) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [role](const CsvColumn& column) { return column.role == role; });
  return static_cast<std::size_t>(found - columns.begin());
}

Result<CsvHeader> read_csv_header(CsvReader& reader) {
  const auto there = reader.next();
  if (!there) return fail(there.error());
  if (!*there) return fail(reader.error_at(1, 1, "the file is empty: it has no header"));
  CsvHeader header;
  for (const CsvReader::Field& field : reader.fields()) {
    auto column = read_column(field, reader);
    if (!column) return fail(column.error());
    header.columns.push_back(std::move(*column));
  }
  if (auto checked = check(header, reader); !checked) return fail(checked.error());
  header.relationships = header.place(Role::start) < header.columns.size();
  return header;
}

}  // namespace entente::importers
