// SPDX-License-Identifier: Apache-2.0
#include "importers/subjects.hpp"

#include "rdf/reader.hpp"

namespace entente::importers {

const std::vector<std::string>& Subject::all(const std::string& predicate) const {
  static const std::vector<std::string> kNone;
  const auto found = says.find(predicate);
  return found == says.end() ? kNone : found->second;
}

const std::string& Subject::one(const std::string& predicate) const {
  static const std::string kNothing;
  const auto& values = all(predicate);
  return values.empty() ? kNothing : values.front();
}

Result<Subjects> read_subjects(std::string_view text, const std::string& file_name) {
  Subjects subjects;
  const auto take = [&](const rdf::Triple& triple) -> Status {
    Subject& subject = subjects[std::string(triple.subject.text)];
    if (subject.line == 0) {
      subject.line = triple.line;
      subject.column = triple.column;
    }
    subject.says[std::string(triple.predicate.text)].emplace_back(triple.object.text);
    return {};
  };
  if (auto read = rdf::read_text(text, file_name, rdf::Syntax::turtle, take); !read)
    return fail(read.error());
  return subjects;
}

}  // namespace entente::importers
