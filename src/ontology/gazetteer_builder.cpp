// SPDX-License-Identifier: Apache-2.0
#include "ontology/gazetteer_builder.hpp"

#include <algorithm>
#include <optional>
#include <system_error>
#include <tuple>
#include <unordered_map>

#include "base/edit_distance.hpp"
#include "base/file.hpp"
#include "base/sha256.hpp"
#include "ontology/statements.hpp"
#include "rdf/reader.hpp"

namespace entente::ontology {

enum class GazetteerBuilder::Property : std::uint8_t {
  type,
  label,
  alias,
  acronym,
  demonym,
  adjective,
  capital,
  surname,
  wikidata,
  country,
  organ_of,
  member,
  holder,
  role,
  office_kind,
  first_seen,
  last_seen,
  word,
  word_class,
  other,
};

namespace {

constexpr std::string_view kWikidata = "http://www.wikidata.org/entity/";

std::string_view behind(std::string_view base, std::string_view iri) {
  return iri.substr(0, base.size()) == base ? iri.substr(base.size()) : std::string_view();
}

bool is_date(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00";
  return text.size() == kForm.size() &&
         std::equal(text.begin(), text.end(), kForm.begin(),
                    [](char c, char form) { return form == '-' ? c == '-' : c >= '0' && c <= '9'; });
}

}  // namespace

GazetteerBuilder::GazetteerBuilder(const std::vector<std::filesystem::path>& directories,
                                   const Vocabulary& vocabulary)
    : vocabulary_(vocabulary) {
  for (const auto& directory : directories) {
    std::error_code error;
    const auto files = turtle_files_in(directory, error);
    if (error) {
      faults_.push_back(
          {ErrorKind::input_output, "cannot open: " + error.message(), {.file = directory.string()}, {}});
      return;
    }
    for (const auto& file : files) read(file);
  }
  finish();
  std::stable_sort(faults_.begin(), faults_.end(), [](const Error& a, const Error& b) {
    return std::tie(a.place.file, a.place.line, a.place.column) <
           std::tie(b.place.file, b.place.line, b.place.column);
  });
}

Gazetteer GazetteerBuilder::take() {
  return std::move(gazetteer_);
}

void GazetteerBuilder::read(const std::filesystem::path& file) {
  const auto text = read_file(file);
  if (!text) {
    faults_.push_back(text.error());
    return;
  }
  file_hashes_ += sha256_hex(*text);
  files_.push_back(file.string());
  const Status status =
      rdf::read_text(*text, files_.back(), rdf::Syntax::turtle, [this](const rdf::Triple& triple) -> Status {
        statement(triple);
        return {};
      });
  if (status) return;
  faults_.push_back(status.error());
  complete_ = false;
}

void GazetteerBuilder::statement(const rdf::Triple& triple) {
  static const std::unordered_map<std::string, Property> kProperties = {
      {"rdf:type", Property::type},
      {"rdfs:label", Property::label},
      {"skos:altLabel", Property::alias},
      {"ent:acronym", Property::acronym},
      {"ent:demonym", Property::demonym},
      {"ent:adjective", Property::adjective},
      {"ent:capitalName", Property::capital},
      {"ent:surname", Property::surname},
      {"owl:sameAs", Property::wikidata},
      {"ent:inCountry", Property::country},
      {"ent:organOf", Property::organ_of},
      {"ent:hasMember", Property::member},
      {"ent:holder", Property::holder},
      {"ent:role", Property::role},
      {"ent:officeKind", Property::office_kind},
      {"ent:firstSeen", Property::first_seen},
      {"ent:lastSeen", Property::last_seen},
      {"ent:word", Property::word},
      {"ent:wordClass", Property::word_class},
      {"rdfs:comment", Property::other}};
  const At at{static_cast<std::uint32_t>(files_.size() - 1), static_cast<std::uint32_t>(triple.line),
              static_cast<std::uint32_t>(triple.column)};
  if (triple.subject.kind != rdf::NodeKind::iri || behind(kDataBase, triple.subject.text).empty())
    return fault(at, "a gazetteer file speaks of <" + std::string(kDataBase) + "...> only, not of " +
                         std::string(triple.subject.text));
  const std::string predicate = short_name(triple.predicate.text);
  const auto known = kProperties.find(predicate);
  if (known == kProperties.end()) return unknown_property(predicate, at);
  apply(known->second, subject_of(triple, at), triple, at);
}

std::uint32_t GazetteerBuilder::subject_of(const rdf::Triple& triple, At at) {
  const std::string_view id = behind(kDataBase, triple.subject.text);
  if (last_subject_ < subjects_.size() && subjects_[last_subject_].entity.id == id) return last_subject_;
  const auto [found, added] = index_of_.try_emplace(id, static_cast<std::uint32_t>(subjects_.size()));
  if (added) {
    subjects_.emplace_back();
    subjects_.back().entity.id = id;
    subjects_.back().at = at;
  }
  return last_subject_ = found->second;
}

std::optional<NameKind> GazetteerBuilder::name_kind(Property property) {
  switch (property) {
    case Property::label:
      return NameKind::label;
    case Property::alias:
      return NameKind::alias;
    case Property::acronym:
      return NameKind::acronym;
    case Property::demonym:
      return NameKind::demonym;
    case Property::adjective:
      return NameKind::adjective;
    case Property::capital:
      return NameKind::capital;
    case Property::surname:
      return NameKind::surname;
    default:
      return std::nullopt;
  }
}

void GazetteerBuilder::apply(Property property, std::uint32_t index, const rdf::Triple& triple, At at) {
  Subject& subject = subjects_[index];
  const std::string_view text = triple.object.text;
  if (property == Property::surname) subject.entity.surname = text;
  if (const auto kind = name_kind(property)) names_.push_back({name_key(text), {index, *kind}});
  switch (property) {
    case Property::type:
      return set_type(index, triple.object, at);
    case Property::label:
      return set_label(subject, text, at);
    case Property::wikidata:
      return set_wikidata(subject, text, at);
    case Property::country:
      return add_reference(subject.entity.country, text, at);
    case Property::organ_of:
      return add_reference(subject.entity.part_of, text, at);
    case Property::member:
      return add_reference(subject.entity.members.emplace_back(), text, at);
    case Property::word:
      lists_[index].words.emplace_back(text);
      return;
    case Property::word_class:
      return set_word_class(lists_[index], text, at);
    case Property::holder:
    case Property::role:
    case Property::office_kind:
    case Property::first_seen:
    case Property::last_seen:
      return apply_to_office(property, offices_[index], text, at);
    default:
      return;
  }
}

void GazetteerBuilder::apply_to_office(Property property, Office& office, std::string_view text, At at) {
  if (property == Property::holder)
    add_reference(office.person, text, at);
  else if (property == Property::role)
    office.role = text;
  else if (property == Property::office_kind)
    office.kind = text;
  else
    set_date(property == Property::first_seen ? office.first_seen : office.last_seen, text, at);
}

void GazetteerBuilder::set_type(std::uint32_t index, const rdf::Node& object, At at) {
  Subject& subject = subjects_[index];
  const std::string term = short_name(object.text);
  const std::string_view name = local_name(term);
  if (name.empty()) return fault(at, "class of another vocabulary: " + term);
  if (!subject.type.empty())
    return fault(at, "id '" + subject.entity.id + "' is declared twice, as ent:" + subject.type +
                         " and ent:" + std::string(name));
  subject.type = name;
  if (name == kOffice)
    offices_[index];
  else if (name == kList)
    lists_[index];
  else if (vocabulary_.find_class(name) == nullptr)
    unknown_class(name, at);
  else
    subject.entity.cls = name;
}

void GazetteerBuilder::set_label(Subject& subject, std::string_view label, At at) {
  if (!subject.entity.label.empty()) fault(at, "id '" + subject.entity.id + "' has a second label");
  subject.entity.label = label;
}

void GazetteerBuilder::set_wikidata(Subject& subject, std::string_view iri, At at) {
  const std::string_view qid = behind(kWikidata, iri);
  const bool sound =
      qid.size() > 1 && qid[0] == 'Q' && qid.find_first_not_of("0123456789", 1) == std::string_view::npos;
  if (!sound)
    return fault(at, "owl:sameAs takes <" + std::string(kWikidata) + "Q...>, not <" + std::string(iri) + ">");
  subject.entity.wikidata = qid;
}

void GazetteerBuilder::set_word_class(PendingList& list, std::string_view iri, At at) {
  const std::string term = short_name(iri);
  list.cls = local_name(term);
  if (vocabulary_.find_class(local_name(term)) == nullptr) unknown_class(local_name(term), at);
}

void GazetteerBuilder::set_date(std::string& date, std::string_view text, At at) {
  if (!is_date(text)) return fault(at, "'" + std::string(text) + "' is no date of the form 2026-01-31");
  date = text;
}

void GazetteerBuilder::add_reference(std::string& field, std::string_view iri, At at) {
  const std::string_view id = behind(kDataBase, iri);
  if (id.empty()) return fault(at, "'" + std::string(iri) + "' is no id of the gazetteer");
  field = id;
  references_.push_back({std::string(id), at});
}

void GazetteerBuilder::unknown_property(std::string_view name, At at) {
  static const std::vector<std::string> kNames = {
      "rdf:type",      "rdfs:label",      "skos:altLabel", "ent:acronym",  "ent:demonym",
      "ent:adjective", "ent:capitalName", "ent:surname",   "owl:sameAs",   "ent:inCountry",
      "ent:organOf",   "ent:hasMember",   "ent:holder",    "ent:role",     "ent:officeKind",
      "ent:firstSeen", "ent:lastSeen",    "ent:word",      "ent:wordClass"};
  const auto near = did_you_mean(name, kNames);
  if (near || !local_name(name).empty())
    fault(at, "unknown property " + std::string(name), near ? "did you mean " + *near + "?" : "");
}

void GazetteerBuilder::unknown_class(std::string_view name, At at) {
  std::vector<std::string> known;
  for (const EntityClass& one : vocabulary_.classes()) known.push_back(one.name);
  const auto near = did_you_mean(name, known);
  fault(at, "unknown class ent:" + std::string(name), near ? "did you mean ent:" + *near + "?" : "");
}

void GazetteerBuilder::fault(At at, std::string message, std::string hint) {
  faults_.push_back({ErrorKind::data,
                     std::move(message),
                     {.file = files_[at.file], .line = at.line, .column = at.column},
                     std::move(hint)});
}

}  // namespace entente::ontology
