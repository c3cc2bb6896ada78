// SPDX-License-Identifier: Apache-2.0
#include "ask/conditions.hpp"

#include <cstdlib>

#include "base/utf8.hpp"

namespace entente::ask {

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

std::string place_condition(const std::string& place, const Variables& own) {
  const std::string name = literal(place);
  std::string out;
  for (const auto& property : {own.edge + ".where", own.edge + ".meeting", own.object + ".name"})
    out += (out.empty() ? "" : " OR ") + property + " = " + name;
  out += " OR any(e IN " + own.edge + ".evidence WHERE e.sentence CONTAINS " + name + ")";
  out += " OR EXISTS { MATCH (" + own.object + ")-[:isStructurallyTiedTo*1..2]->({name: " + name + "}) }";
  out += " OR EXISTS { MATCH (" + own.subject + ")-[v:visited]->({name: " + name +
         "}) WHERE v.modality = 'Asserted' AND NOT v.negated AND v.evidence[0].document = " + own.edge +
         ".evidence[0].document }";
  return "(" + out + ")";
}

Strings ways_of(const std::string& word) {
  Strings ways{""};
  for (const char c : word) {
    if (c == '|')
      ways.emplace_back();
    else
      ways.back() += c;
  }
  return ways;
}

namespace {

std::string way_condition(const Interpretation& part, const std::string& word, const Variables& own) {
  const std::string lower = literal(utf8::lower(word));
  if (!part.on_edge)
    return "any(e IN " + own.edge + ".evidence WHERE toLower(e.sentence) CONTAINS " + lower + ")";
  std::string out;
  for (const auto* property : {"content", "topic", "quantity", "meeting"})
    out += (out.empty() ? "toLower(" : " OR toLower(") + own.edge + "." + property + ") CONTAINS " + lower;
  out += " OR any(w IN " + own.edge + ".resource WHERE toLower(w) CONTAINS " + lower + ")";
  if (part.object.nodes.empty() && part.object.same_as < 0)
    out += " OR toLower(" + own.object + ".name) CONTAINS " + lower;
  if (part.subject.asked) out += " OR toLower(" + own.subject + ".name) CONTAINS " + lower;
  return "(" + out + ")";
}

}  // namespace

std::string word_condition(const Interpretation& part, const std::string& word, const Variables& own) {
  const Strings ways = ways_of(word);
  if (ways.size() == 1) return way_condition(part, word, own);
  Strings conditions;
  for (const auto& way : ways) conditions.push_back(way_condition(part, way, own));
  return "(" + joined(conditions, " OR ") + ")";
}

namespace {

/// "since 2015", "before March 2020": by the edge's dates; where it has only words, by a year in them or else
/// by the date of its text.
std::string open_time_condition(const TimeWords& time, const std::string& edge) {
  const auto& span = time.span;
  const bool from = !span.earliest_begin.empty() && span.latest_end.empty();
  const std::string& day = from ? span.earliest_begin : span.latest_end;
  if (day.size() < 4 || (!from && !span.earliest_begin.empty())) return {};
  const bool strict = time.preposition == "after" || time.preposition == "before";
  const int year = std::atoi(day.substr(0, 4).c_str()), beyond = strict || span.precision != "year" ? 1 : 0;
  const std::string years =
      from ? std::to_string(year + beyond) + ", 2100" : "1800, " + std::to_string(year - beyond);
  const std::string limit = std::string(from ? " >" : " <") + (strict ? " " : "= ") + literal(day);
  const std::string date = from ? "coalesce(" + edge + ".end, " + edge + ".begin)" : edge + ".begin";
  return "(" + date + limit + " OR " + edge + ".begin IS NULL AND any(y IN range(" + years + ") WHERE " +
         edge + ".when CONTAINS toString(y)) OR " + edge + ".begin IS NULL AND NOT " + edge +
         ".when =~ '.*[0-9][0-9][0-9][0-9].*' AND any(e IN " + edge + ".evidence WHERE e.date" + limit + "))";
}

}  // namespace

std::string time_condition(const TimeWords& time, const std::string& edge) {
  const auto& span = time.span;
  if (auto open = open_time_condition(time, edge); !open.empty()) return open;
  Strings ways;
  if (!span.earliest_begin.empty() && !span.latest_end.empty())
    ways.push_back("(" + edge + ".begin <= " + literal(span.latest_end) + " AND " + edge +
                   ".end >= " + literal(span.earliest_begin) + ")");
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
  if (span.precision == "year" && span.earliest_begin.size() >= 4)  // "in May" of a text of that year
    ways.push_back("(" + edge + ".begin IS NULL AND NOT " + edge +
                   ".when =~ '.*[0-9][0-9][0-9][0-9].*' AND any(e IN " + edge +
                   ".evidence WHERE e.date STARTS WITH " + literal(span.earliest_begin.substr(0, 4)) + "))");
  return ways.size() > 1 ? "(" + joined(ways, " OR ") + ")" : joined(ways, "");
}

}  // namespace entente::ask
