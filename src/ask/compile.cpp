// SPDX-License-Identifier: Apache-2.0
#include "ask/compile.hpp"

#include <algorithm>
#include <set>

#include "ask/conditions.hpp"
#include "base/utf8.hpp"

namespace entente::ask {
namespace {

using Strings = std::vector<std::string>;

Variables earlier_variables(std::size_t index) {
  const std::string number = index == 0 ? "" : std::to_string(index);
  return {"c" + number, "g" + number, "d" + number};
}

class Compiler {
 public:
  Compiler(const std::vector<Interpretation>& parts, std::size_t index, const NameIndex& names)
      : parts_(parts), part_(parts[index]), names_(names) {}

  /// MATCH and WHERE; with plain the modality and polarity that were asked for, else the others.
  std::string match(bool plain) {
    const Variables own = variables_of(part_, {"a", "f", "b"});
    subject_ = own.subject;
    object_ = own.object;
    add_pattern(part_, own);
    if (plain)
      add_modality(own.edge);
    else
      add_hidden(own.edge);
    add_restrictions(part_, own);
    return "MATCH " + joined(patterns_, ", ") +
           (conditions_.empty() ? "" : "\nWHERE " + joined(conditions_, "\n  AND "));
  }

  [[nodiscard]] bool is_joined() const { return patterns_.size() > 1; }
  [[nodiscard]] const std::string& subject() const { return subject_; }
  [[nodiscard]] const std::string& object() const { return object_; }

 private:
  /// An end that takes up an earlier part's unknown brings that part's pattern with it, and those before it.
  Variables variables_of(const Interpretation& part, Variables own) {
    for (const auto& [end, variable] :
         {std::pair{&part.subject, &own.subject}, {&part.object, &own.object}}) {
      if (end->same_as >= 0) *variable = taken_up(*end);
    }
    return own;
  }

  /// Parts only take up earlier ones, so this ends.
  std::string taken_up(const End& end) {
    const auto index = static_cast<std::size_t>(end.same_as);
    const auto& earlier = parts_[index];
    const Variables names = earlier_variables(index);
    if (joined_.insert(index).second) {
      const Variables used = variables_of(earlier, names);
      add_pattern(earlier, used);
      add_modality_of(earlier, names.edge);
      add_restrictions(earlier, used);
    }
    return earlier_end(earlier, index, end.same_as_subject);
  }

  [[nodiscard]] std::string earlier_end(const Interpretation& part, std::size_t index, bool subject) const {
    const End& end = subject ? part.subject : part.object;
    if (end.same_as >= 0)
      return earlier_end(parts_[static_cast<std::size_t>(end.same_as)], static_cast<std::size_t>(end.same_as),
                         end.same_as_subject);
    const Variables names = earlier_variables(index);
    return subject ? names.subject : names.object;
  }

  void add_pattern(const Interpretation& part, const Variables& names) {
    Strings conditions;
    const std::string subject = node(part.subject, names.subject, conditions);
    const std::string object = node(part.object, names.object, conditions);
    const std::string types = part.relations.empty() ? "" : ":" + joined(part.relations, "|");
    const bool both_open = part.subject.nodes.empty() && part.object.nodes.empty() &&
                           part.subject.same_as < 0 && part.object.same_as < 0;
    patterns_.push_back(subject + "-[" + names.edge + types + "]-" +
                        (part.either_way && !both_open ? "" : ">") + object);
    conditions_.insert(conditions_.end(), conditions.begin(), conditions.end());
    const bool any_ends = both_open && part.subject.classes.empty() && part.object.classes.empty();
    if (part.either_way && any_ends)
      conditions_.push_back("startNode(" + names.edge + ") = " + names.subject);  // mutual acts once
  }

  std::string node(const End& end, const std::string& variable, Strings& conditions) const {
    if (end.nodes.size() == 1 && end.classes.empty() && end.not_nodes.empty()) {
      const std::string name = names_.name_of(end.nodes.front());
      if (names_.count_of_name(name) == 1) return "(" + variable + " {name: " + literal(name) + "})";
    }
    if (!end.nodes.empty()) conditions.push_back(among(end.nodes, variable));
    if (!end.not_nodes.empty()) conditions.push_back("NOT " + among(end.not_nodes, variable));
    if (end.named_by_noun)
      conditions.push_back("toLower(" + variable + ".name) CONTAINS " + literal(end.noun));
    if (!end.classes.empty()) return with_class(end, variable, conditions);
    return "(" + variable + ")";
  }

  [[nodiscard]] std::string among(const std::vector<graph::NodeId>& nodes,
                                  const std::string& variable) const {
    Strings list;
    for (const auto each : nodes)
      if (auto name = names_.name_of(each); std::find(list.begin(), list.end(), name) == list.end())
        list.push_back(std::move(name));
    return variable + ".name IN " + literal_list(list);
  }

  /// A class and, where its things may stand in a group ("24 countries"), the groups of it.
  static std::string with_class(const End& end, const std::string& variable, Strings& conditions) {
    const std::string& cls = end.classes.front();
    static const Strings grouped{
        "Country", "Person",         "PoliticalParty",           "Organization", "InternationalOrganization",
        "Company", "GovernmentBody", "CivilSocietyOrganization", "ArmedGroup",   "City",
        "Meeting", "Facility"};
    if (std::find(grouped.begin(), grouped.end(), cls) == grouped.end())
      return "(" + variable + ":" + cls + ")";
    std::string condition = variable + ":" + cls + " OR " + variable + ".ofClass = " + literal(cls);
    if (cls == "Country") condition += " OR " + variable + ":GroupOfCountries";
    conditions.push_back("(" + condition + ")");
    return "(" + variable + ")";
  }

  void add_modality(const std::string& edge) { add_modality_of(part_, edge); }

  void add_modality_of(const Interpretation& part, const std::string& edge) {
    if (part.modalities.size() == 1)
      conditions_.push_back(edge + ".modality = " + literal(part.modalities.front()));
    else if (!part.modalities.empty())
      conditions_.push_back(edge + ".modality IN " + literal_list(part.modalities));
    if (!part.any_polarity) conditions_.push_back((part.negated ? "" : "NOT ") + edge + ".negated");
  }

  void add_hidden(const std::string& edge) {
    Strings kept{edge + ".modality IN " + literal_list(part_.modalities)};
    kept.push_back((part_.negated ? "" : "NOT ") + edge + ".negated");
    conditions_.push_back("NOT (" + joined(kept, " AND ") + ")");
  }

  void add_restrictions(const Interpretation& part, const Variables& own) {
    for (const auto& time : part.times)
      if (auto condition = time_condition(time, own.edge); !condition.empty())
        conditions_.push_back(std::move(condition));
    if (part.current)
      conditions_.push_back("(" + own.edge + ".when IS NULL OR toLower(" + own.edge +
                            ".when) STARTS WITH 'since')");
    if (part.said) conditions_.push_back(own.edge + ".attributedTo IS NOT NULL");
    for (const auto& relation : part.without) conditions_.push_back("NOT " + own.edge + ":" + relation);
    for (const auto& place : part.places) conditions_.push_back(place_condition(place, own));
    for (const auto& office : part.offices)
      conditions_.push_back("toLower(" + own.edge + ".office) CONTAINS " + literal(utf8::lower(office)));
    for (const auto& word : part.words) conditions_.push_back(word_condition(part, word, own));
    if (part.on_edge)
      for (const auto& theme : part.themes) conditions_.push_back(word_condition(part, theme, own));
    if (!part.deed.empty())
      conditions_.push_back("EXISTS { MATCH (" + own.object + ")-[y]->(z) WHERE z.name IN " +
                            literal_list(part.deed) + " }");
    if (part.excluded.empty()) return;
    std::string others = "x.modality = 'Asserted' AND NOT x.negated";
    for (const auto& relation : part.excluded) others += " AND NOT x:" + relation;
    conditions_.push_back("NOT EXISTS { MATCH (" + own.subject + ")-[x]->(" + own.object + ") WHERE " +
                          others + " }");
  }

  const std::vector<Interpretation>& parts_;
  const Interpretation& part_;
  const NameIndex& names_;
  Strings patterns_, conditions_;
  std::set<std::size_t> joined_;
  std::string subject_, object_;
};

std::string path_query(const Interpretation& part, const NameIndex& names) {
  const auto end = [&](const End& each) {
    return "{name: " + literal(names.name_of(each.nodes.front())) + "}";
  };
  return "MATCH p = ANY SHORTEST (a " + end(part.subject) + ")-[*1..6]-(b " + end(part.object) + ")";
}

bool is_asked(const Interpretation& part, const std::string& property) {
  return std::find(part.columns.begin(), part.columns.end(), property) != part.columns.end();
}

/// "X and Y signed": the same names at both ends, so that each mutual edge is met twice.
bool names_both_ends(const Interpretation& part) {
  return part.either_way && part.subject.nodes.size() > 1 && part.subject.nodes == part.object.nodes;
}

std::string words_of(const End& end) {
  return end.text.empty() ? "anything" : end.text;
}

}  // namespace

std::vector<Column> columns_of(const Interpretation& part) {
  if (part.kind == Interpretation::Kind::path) {
    return {{"names", "[n IN nodes(p) | n.name]"},
            {"relations", "[r IN relationships(p) | type(r)]"},
            {"sentence", "[r IN relationships(p) | r.evidence[0].sentence]"},
            {"document", "[r IN relationships(p) | r.evidence[0].name]"},
            {"begin", "[r IN relationships(p) | r.evidence[0].begin]"},
            {"end", "[r IN relationships(p) | r.evidence[0].end]"}};
  }
  // an edge that is joined or goes either way says itself who is subject
  const bool by_edge = part.either_way || part.subject.same_as >= 0 || part.object.same_as >= 0;
  std::vector<Column> out{{"subject", by_edge ? "startNode(f).name" : "a.name"},
                          {"relation", "type(f)"},
                          {"object", by_edge ? "endNode(f).name" : "b.name"}};
  const auto optional = [&](const char* name, const char* property) {
    out.push_back({name, std::string("f.") + property, is_asked(part, property)});
  };
  out.push_back({"modality", "f.modality", false});
  out.push_back({"denied", "f.negated", false});
  optional("saidBy", "attributedTo");
  optional("office", "office");
  optional("resource", "resource");
  optional("quantity", "quantity");
  optional("time", "when");
  optional("place", "where");
  optional("meeting", "meeting");
  optional("topic", "topic");
  optional("content", "content");
  optional("mode", "mode");
  out.push_back({"sentence", "f.evidence[0].sentence"});
  out.push_back({"document", "f.evidence[0].name"});
  out.push_back({"begin", "f.evidence[0].begin"});
  out.push_back({"end", "f.evidence[0].end"});
  return out;
}

std::string query_text(const std::vector<Interpretation>& parts, std::size_t index,
                       const std::vector<Column>& columns, const NameIndex& names) {
  const auto& part = parts[index];
  Compiler compiler(parts, index, names);
  const std::string match =
      part.kind == Interpretation::Kind::path ? path_query(part, names) : compiler.match(true);
  Strings items;
  for (const auto& column : columns) items.push_back(column.expression + " AS `" + column.name + "`");
  for (auto& item : items)
    if (!item.ends_with("`end`")) item.erase(std::remove(item.begin(), item.end(), '`'), item.end());
  return match + "\nRETURN " + (compiler.is_joined() || names_both_ends(part) ? "DISTINCT " : "") +
         joined(items, ", ");
}

End& ranked_end(Interpretation& part) {
  if (part.object.asked && !part.subject.asked) return part.object;
  return part.subject.asked || part.subject.nodes.empty() ? part.subject : part.object;
}

std::string ranking_text(const std::vector<Interpretation>& parts, std::size_t index,
                         const NameIndex& names) {
  Interpretation part = parts[index];
  Compiler compiler(parts, index, names);
  const std::string match = compiler.match(true);
  const std::string name =
      (&ranked_end(part) == &part.subject ? compiler.subject() : compiler.object()) + ".name";
  return match + "\nRETURN " + name + " AS name, count(DISTINCT f) AS facts ORDER BY facts" +
         (part.rank == Interpretation::Rank::most ? " DESC" : "") + ", name";
}

std::string hidden_count_text(const std::vector<Interpretation>& parts, std::size_t index,
                              const NameIndex& names) {
  const auto& part = parts[index];
  if (part.kind == Interpretation::Kind::path || part.modalities.empty() || part.any_polarity) return {};
  Compiler compiler(parts, index, names);
  const std::string match = compiler.match(false);
  return match + "\nRETURN count(DISTINCT f) AS n";
}

std::string unrestricted_count_text(const std::vector<Interpretation>& parts, std::size_t index,
                                    const NameIndex& names) {
  const auto& part = parts[index];
  if (part.words.empty() && part.places.empty() && part.times.empty() && part.offices.empty()) return {};
  auto open = parts;
  open[index].words.clear();
  open[index].places.clear();
  open[index].times.clear();
  open[index].offices.clear();
  return Compiler(open, index, names).match(true) + "\nRETURN count(DISTINCT f) AS n";
}

std::string reading_of(const Interpretation& part) {
  std::string out = words_of(part.subject) + (part.negated ? " — not: " : " — ") + part.verb + " — " +
                    words_of(part.object);
  if (part.kind == Interpretation::Kind::profile)
    out = "what " + words_of(part.subject) + " is: offices, memberships, places";
  if (part.kind == Interpretation::Kind::path)
    out = "the shortest way from " + words_of(part.subject) + " to " + words_of(part.object);
  Strings limits;
  for (const auto& time : part.times) limits.push_back(time.span.text);
  for (const auto& place : part.places) limits.push_back("at " + place);
  for (const auto& office : part.offices) limits.push_back("as " + office);
  for (const auto& word : part.words)
    limits.push_back("the sentence says ‘" + joined(ways_of(word), "’ or ‘") + "’");
  if (!part.excluded.empty()) limits.push_back("no other asserted relation between the two");
  Strings columns;
  for (const auto& column : part.columns)
    columns.push_back(column == "when" ? "time" : column == "where" ? "place" : column);
  if (!columns.empty()) limits.push_back("with " + joined(columns, ", "));
  Strings modalities;
  for (const auto& each : part.modalities)
    modalities.push_back(each == "CalledFor" ? "called for" : utf8::lower(each));
  if (part.kind == Interpretation::Kind::edges && (!modalities.empty() || part.any_polarity))
    limits.push_back("facts: " + (modalities.empty() ? "all" : joined(modalities, " or ")));
  for (const auto& limit : limits) out += "; " + limit;
  return out;
}

}  // namespace entente::ask
