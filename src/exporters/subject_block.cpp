// SPDX-License-Identifier: Apache-2.0
#include "exporters/subject_block.hpp"

#include <algorithm>
#include <utility>

namespace entente::exporters {

namespace {

const std::string kType = std::string(rdf::kRdf) + "type";

/// "2020-06-08", "2020-06", "2020": the datatype, or empty for another form.
std::string_view date_type(std::string_view date) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (date.size() > kForm.size()) return {};
  for (std::size_t i = 0; i < date.size(); ++i) {
    const bool digit = date[i] >= '0' && date[i] <= '9';
    if (kForm[i] == 'd' ? !digit : date[i] != '-') return {};
  }
  const auto part = [&](std::size_t at) { return (date[at] - '0') * 10 + (date[at + 1] - '0'); };
  if (date.size() >= 7 && (part(5) < 1 || part(5) > 12)) return {};
  if (date.size() == 10) return part(8) >= 1 && part(8) <= 31 ? "date" : "";
  if (date.size() == 7) return "gYearMonth";
  return date.size() == 4 ? "gYear" : "";
}

}  // namespace

void SubjectBlock::add_iri(std::string predicate, std::string iri) {
  if (!iri.empty()) statements_.push_back({std::move(predicate), std::move(iri), {}, {}, true});
}

void SubjectBlock::add_text(std::string predicate, std::string text) {
  if (!text.empty()) statements_.push_back({std::move(predicate), std::move(text), {}, {}, false});
}

void SubjectBlock::add_english(std::string predicate, std::string text) {
  if (!text.empty()) statements_.push_back({std::move(predicate), std::move(text), {}, "en", false});
}

void SubjectBlock::add_typed(std::string predicate, std::string text, std::string_view datatype) {
  if (!text.empty())
    statements_.push_back(
        {std::move(predicate), std::move(text), std::string(rdf::kXsd).append(datatype), {}, false});
}

void SubjectBlock::add_date(std::string predicate, std::string date) {
  const std::string_view type = date_type(date);
  if (type.empty())
    add_text(std::move(predicate), std::move(date));
  else
    add_typed(std::move(predicate), std::move(date), type);
}

Status SubjectBlock::write(rdf::Writer& writer, const std::string& subject) {
  const auto order = [](const Statement& a, const Statement& b) {
    const bool a_is_type = a.predicate == kType, b_is_type = b.predicate == kType;
    return a_is_type != b_is_type ? a_is_type : a.key() < b.key();
  };
  const auto same = [](const Statement& a, const Statement& b) { return a.key() == b.key(); };
  std::sort(statements_.begin(), statements_.end(), order);
  statements_.erase(std::unique(statements_.begin(), statements_.end(), same), statements_.end());
  for (const Statement& s : statements_) {
    const rdf::Node object =
        s.is_iri ? rdf::iri(s.text) : rdf::Node{rdf::NodeKind::literal, s.text, s.datatype, s.language};
    if (auto written = writer.write(rdf::iri(subject), rdf::iri(s.predicate), object); !written)
      return written;
  }
  statements_.clear();
  return {};
}

}  // namespace entente::exporters
