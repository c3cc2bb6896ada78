// SPDX-License-Identifier: Apache-2.0
#include "ask/compile.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace entente::ask {
namespace {

using Strings = std::vector<std::string>;

std::string literal(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string joined(const Strings& list, const std::string& between) {
  std::string out;
  for (const auto& each : list) out += (out.empty() ? "" : between) + each;
  return out;
}

std::string literal_list(const Strings& list) {
  Strings quotes;
  for (const auto& each : list) quotes.push_back(literal(each));
  return "[" + joined(quotes, ", ") + "]";
}

/// Variables of one part's edge in a query.
struct Variables {
  std::string subject, edge, object;
};

class Compiler {
 public:
  Compiler(const std::vector<Interpretation>& parts, std::size_t index, const NameIndex& names)
      : parts_(parts), part_(parts[index]), names_(names) {}

  /// MATCH and WHERE; with plain the modality and polarity that were asked for, else the others.
  std::string match(bool plain) {
    const Variables own = variables_of(part_, {"a", "f", "b"});
    add_pattern(part_, own);
    if (plain)
      add_modality(own.edge);
    else
      add_hidden(own.edge);
    add_restrictions(own);
    return "MATCH " + joined(patterns_, ", ") +
           (conditions_.empty() ? "" : "\nWHERE " + joined(conditions_, "\n  AND "));
  }

  [[nodiscard]] bool is_joined() const { return patterns_.size() > 1; }

 private:
  /// An end that takes up an earlier part's unknown brings that part's pattern with it.
  Variables variables_of(const Interpretation& part, Variables own) {
    for (const auto& [end, variable] :
         {std::pair{&part.subject, &own.subject}, {&part.object, &own.object}}) {
      if (end->same_as < 0) continue;
      const auto& earlier = parts_[static_cast<std::size_t>(end->same_as)];
      if (patterns_.empty()) {
        add_pattern(earlier, kEarlier);
        add_modality_of(earlier, kEarlier.edge);
      }
      *variable = end->same_as_subject ? kEarlier.subject : kEarlier.object;
    }
    return own;
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
    if (end.nodes.size() == 1 && end.classes.empty()) {
      const std::string name = names_.name_of(end.nodes.front());
      if (names_.count_of_name(name) == 1) return "(" + variable + " {name: " + literal(name) + "})";
    }
    if (!end.nodes.empty()) conditions.push_back(among(end.nodes, variable));
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

  void add_restrictions(const Variables& own) {
    for (const auto& time : part_.times)
      if (auto condition = time_condition(time, own.edge); !condition.empty())
        conditions_.push_back(std::move(condition));
    for (const auto& place : part_.places)
      conditions_.push_back("(" + own.edge + ".where = " + literal(place) + " OR " + own.edge +
                            ".meeting = " + literal(place) + " OR " + own.object +
                            ".name = " + literal(place) + ")");
    for (const auto& office : part_.offices)
      conditions_.push_back("toLower(" + own.edge + ".office) CONTAINS " + literal(utf8::lower(office)));
    for (const auto& word : part_.words)
      conditions_.push_back("any(e IN " + own.edge + ".evidence WHERE toLower(e.sentence) CONTAINS " +
                            literal(utf8::lower(word)) + ")");
    if (part_.excluded.empty()) return;
    std::string others = "g.modality = 'Asserted' AND NOT g.negated";
    for (const auto& relation : part_.excluded) others += " AND NOT g:" + relation;
    conditions_.push_back("NOT EXISTS { MATCH (" + own.subject + ")-[g]->(" + own.object + ") WHERE " +
                          others + " }");
  }

  /// By dates where both sides have them, else by the words: month, year, day.
  static std::string time_condition(const TimeWords& time, const std::string& edge) {
    const auto& span = time.span;
    Strings ways;
    if (!span.earliest_begin.empty() && !span.latest_end.empty()) {
      if (time.preposition == "since" || time.preposition == "after")
        ways.push_back(edge + ".end >= " + literal(span.earliest_begin));
      else if (time.preposition == "before" || time.preposition == "until" || time.preposition == "by")
        ways.push_back(edge + ".begin <= " + literal(span.latest_end));
      else
        ways.push_back("(" + edge + ".begin <= " + literal(span.latest_end) + " AND " + edge +
                       ".end >= " + literal(span.earliest_begin) + ")");
    }
    Strings words;
    std::string word;
    for (const char c : utf8::lower(span.text) + " ") {
      if (c != ' ' && c != ',') {
        word += c;
        continue;
      }
      if (!word.empty() && !is_preposition(word) && !is_determiner(word))
        words.push_back("toLower(" + edge + ".when) CONTAINS " + literal(word));
      word.clear();
    }
    if (!words.empty()) ways.push_back(words.size() > 1 ? "(" + joined(words, " AND ") + ")" : words.front());
    return ways.size() > 1 ? "(" + joined(ways, " OR ") + ")" : joined(ways, "");
  }

  inline static const Variables kEarlier{"c", "g", "d"};
  const std::vector<Interpretation>& parts_;
  const Interpretation& part_;
  const NameIndex& names_;
  Strings patterns_, conditions_;
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
  const Variables own{part.subject.same_as < 0       ? "a"
                      : part.subject.same_as_subject ? "c"
                                                     : "d",
                      "f",
                      part.object.same_as < 0       ? "b"
                      : part.object.same_as_subject ? "c"
                                                    : "d"};
  const bool turned = part.either_way;  // the edge says who is subject
  std::vector<Column> out{{"subject", (turned ? "startNode(f)" : own.subject) + ".name"},
                          {"relation", "type(f)"},
                          {"object", (turned ? "endNode(f)" : own.object) + ".name"}};
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
  return match + "\nRETURN " + (compiler.is_joined() ? "DISTINCT " : "") + joined(items, ", ");
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
  for (const auto& word : part.words) limits.push_back("the sentence says ‘" + word + "’");
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
