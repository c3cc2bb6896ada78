// SPDX-License-Identifier: Apache-2.0
#include "evaluation/score.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <tuple>

#include "base/utf8.hpp"
#include "evaluation/match.hpp"
#include "evaluation/names.hpp"

namespace entente::evaluation {
namespace {

struct Placed {
  const Row* row;
  Ends ends;
};
using Rows = std::vector<const Row*>;
using Edges = std::vector<const GoldEdge*>;

/// What an end of a row is called when rows are counted: its gold entities, or its normalised name when it
/// has none.
std::string end_key(const Ids& ids, const std::string& name) {
  if (ids.empty()) return "?" + normal_name(name);
  std::string key = "=";
  for (const auto& id : ids) key += id + '\x1f';
  return key;
}

Ends ends_of(const GoldDocument& gold, const Row& row) {
  return {gold.ids(row.subject), gold.ids(row.object)};
}

/// Rows of each document of the gold.
class Assignment {
 public:
  Assignment(const std::vector<GoldDocument>& gold, const std::vector<Row>& rows)
      : gold_(gold), rows_of_(gold.size()) {
    for (const auto& row : rows) place(row);
    for (const Row* row : loose_) rows_of_[best_for(*row)].push_back(row);
  }
  [[nodiscard]] const Rows& rows(std::size_t document) const { return rows_of_[document]; }

 private:
  void place(const Row& row) {
    if (row.doc) {
      const auto named = named_by(*row.doc);
      if (named.size() == 1) return rows_of_[named.front()].push_back(&row);
      if (named.empty() && gold_.size() > 1) return;  // of a document outside this gold
    }
    if (const auto at = holding(trimmed(one_line(row.sentence)))) return rows_of_[*at].push_back(&row);
    if (gold_.size() == 1) return rows_of_[0].push_back(&row);
    loose_.push_back(&row);
  }

  [[nodiscard]] std::vector<std::size_t> named_by(const std::string& doc) const {
    std::vector<std::size_t> out;
    const std::string base = doc.substr(doc.rfind('/') == std::string::npos ? 0 : doc.rfind('/') + 1);
    for (std::size_t i = 0; i < gold_.size(); ++i) {
      if (doc == gold_[i].id()) return {i};
      if (doc.starts_with(gold_[i].id()) || base.starts_with(gold_[i].id())) out.push_back(i);
    }
    return out;
  }

  [[nodiscard]] std::optional<std::size_t> holding(const std::string& sentence) const {
    if (sentence.empty()) return std::nullopt;
    const auto points = utf8::decode(sentence);
    const std::string start = points.size() > 40 ? utf8::encode(points.substr(0, 40)) : sentence;
    for (std::size_t i = 0; i < gold_.size(); ++i)
      if (gold_[i].flat_text().find(start) != std::string::npos) return i;
    return std::nullopt;
  }

  [[nodiscard]] std::size_t best_for(const Row& row) const {
    for (std::size_t i = 0; i < gold_.size(); ++i) {
      const auto ends = ends_of(gold_[i], row);
      const auto& edges = gold_[i].edges();
      if (!ends.subjects.empty() && !ends.objects.empty() &&
          std::any_of(edges.begin(), edges.end(), [&](const auto& edge) { return match_pair(edge, ends); }))
        return i;
    }
    return 0;
  }

  const std::vector<GoldDocument>& gold_;
  std::vector<Rows> rows_of_;
  Rows loose_;
};

/// Counts one document; the steps are those of score_doc in gold/score_gold.py.
class DocumentScorer {
 public:
  /// spared: rows that precision leaves out unless they match the gold.
  DocumentScorer(const RelationTable& table, const GoldDocument& gold, const Rows& rows,
                 std::set<const Row*> spared)
      : table_(table), gold_(gold), rows_(rows), spared_(std::move(spared)) {
    out_.id = gold.id();
    for (const auto& edge : gold.edges()) (edge.optional ? optional_ : required_).push_back(&edge);
    std::set<std::string> seen;
    for (const Row* row : rows) {
      auto ends = ends_of(gold, *row);
      if (seen.insert(typed_key(*row, ends) + row->modality).second)
        unique_.push_back({row, std::move(ends)});
    }
  }

  DocumentScore run() {
    count_entities();
    count_pairs();
    count_typed();
    count_family();
    for (const GoldEdge* edge : required_) count_statement(*edge);
    count_traps();
    return std::move(out_);
  }

 private:
  using Test = std::function<bool(const GoldEdge&, const Placed&)>;

  static std::string typed_key(const Row& row, const Ends& ends) {
    return end_key(ends.subjects, row.subject) + '\x1e' + relation_name(row.relation) + '\x1e' +
           end_key(ends.objects, row.object) + '\x1e' + row.polarity + '\x1e';
  }

  static bool any(const Edges& edges, const Placed& placed, const Test& test) {
    return std::any_of(edges.begin(), edges.end(), [&](const auto* edge) { return test(*edge, placed); });
  }

  void count_entities() {
    std::map<std::string, std::string> names;  // normalised -> as first written
    for (const Row* row : rows_)
      for (const auto& name : {row->subject, row->object}) names.emplace(normal_name(name), name);
    Ids found;
    for (const auto& [normalised, name] : names) {
      const auto ids = gold_.ids(name);
      found.insert(ids.begin(), ids.end());
      ++out_.counts.entity.system;
      out_.counts.entity.right_system += !ids.empty();
      if (gold_.is_bad(normalised)) out_.bad_nodes.push_back(name);
    }
    std::map<std::string, Ids> equals;  // gold entity -> what may stand in its place
    for (const GoldEdge* edge : required_) {
      equals[edge->subject].insert(edge->subjects.begin(), edge->subjects.end());
      equals[edge->object].insert(edge->objects.begin(), edge->objects.end());
    }
    out_.counts.entity.gold = static_cast<int>(equals.size());
    for (const auto& [id, others] : equals)
      out_.counts.entity.right_gold +=
          std::any_of(others.begin(), others.end(), [&](const auto& other) { return found.contains(other); });
  }

  void count_pairs() {
    const Test test = [](const GoldEdge& edge, const Placed& placed) {
      return match_pair(edge, placed.ends);
    };
    std::set<std::pair<std::string, std::string>> system;
    for (const auto& placed : unique_) {
      std::pair key{end_key(placed.ends.subjects, placed.row->subject),
                    end_key(placed.ends.objects, placed.row->object)};
      if (key.second < key.first) std::swap(key.first, key.second);
      if (system.insert(key).second) count_system(out_.counts.pair, placed, test, false);
    }
    std::map<std::pair<std::string, std::string>, Edges> gold;
    for (const GoldEdge* edge : required_) gold[std::minmax(edge->subject, edge->object)].push_back(edge);
    for (const auto& [key, edges] : gold) out_.counts.pair.right_gold += found(edges, test);
    out_.counts.pair.gold = static_cast<int>(gold.size());
  }

  /// 1 right, 0 wrong, nothing when the row is neutral.
  std::optional<bool> count_system(Measure& measure, const Placed& placed, const Test& test,
                                   bool implied_too) {
    const bool right = any(required_, placed, test);
    if (!right && any(optional_, placed, test)) return std::nullopt;
    if (!right && implied_too && is_implied_here(placed)) return std::nullopt;
    if (!right && spared_.contains(placed.row)) return std::nullopt;
    ++measure.system;
    measure.right_system += right;
    return right;
  }

  [[nodiscard]] bool is_implied_here(const Placed& placed) const {
    return std::any_of(gold_.edges().begin(), gold_.edges().end(), [&](const auto& edge) {
      return match_polarity(edge, *placed.row) && is_implied(table_, edge, placed.ends, placed.row->relation);
    });
  }

  [[nodiscard]] bool found(const Edges& edges, const Test& test) const {
    return std::any_of(unique_.begin(), unique_.end(),
                       [&](const auto& placed) { return any(edges, placed, test); });
  }

  /// The system's rows without regard to modality, the first of each.
  [[nodiscard]] std::vector<const Placed*> typed_rows() const {
    std::set<std::string> seen;
    std::vector<const Placed*> out;
    for (const auto& placed : unique_)
      if (seen.insert(typed_key(*placed.row, placed.ends)).second) out.push_back(&placed);
    return out;
  }

  using EdgeKey = std::tuple<std::string, std::string, std::string, std::string>;
  [[nodiscard]] std::map<EdgeKey, Edges> gold_by_key() const {
    std::map<EdgeKey, Edges> out;
    for (const GoldEdge* edge : required_)
      out[{edge->subject, edge->relation, edge->object, edge->polarity}].push_back(edge);
    return out;
  }

  void count_typed() {
    const Test test = [this](const GoldEdge& edge, const Placed& placed) {
      return match_polarity(edge, *placed.row) &&
             match_relation(table_, edge, placed.ends, placed.row->relation);
    };
    for (const Placed* placed : typed_rows()) {
      const auto right = count_system(out_.counts.typed, *placed, test, true);
      const bool spared = spared_.contains(placed->row);
      if (right || spared) out_.judged.push_back({*placed->row, right.value_or(spared)});
    }
    const auto gold = gold_by_key();
    out_.counts.typed.gold = static_cast<int>(gold.size());
    std::set<EdgeKey> missed;
    for (const auto& [key, edges] : gold) {
      const bool hit = found(edges, test);
      out_.counts.typed.right_gold += hit;
      out_.found[edges.front()->relation].count(hit);
      const bool core = std::any_of(edges.begin(), edges.end(),
                                    [](const auto* edge) { return edge->importance == "core"; });
      if (core) out_.counts.core.count(hit);
      if (!hit) missed.insert(key);
    }
    for (const GoldEdge* edge : required_)  // in the order of the gold
      if (missed.erase({edge->subject, edge->relation, edge->object, edge->polarity}))
        out_.missed.push_back(named(*edge));
  }

  void count_family() {
    const Test test = [this](const GoldEdge& edge, const Placed& placed) {
      return match_family(table_, edge, placed.ends, placed.row->relation);
    };
    for (const Placed* placed : typed_rows()) count_system(out_.counts.family, *placed, test, true);
    const auto gold = gold_by_key();
    out_.counts.family.gold = static_cast<int>(gold.size());
    for (const auto& [key, edges] : gold) out_.counts.family.right_gold += found(edges, test);
  }

  void count_statement(const GoldEdge& edge) {
    auto& counts = out_.counts;
    std::vector<const Row*> any_polarity, matched;
    for (const auto& placed : unique_) {
      if (!match_relation(table_, edge, placed.ends, placed.row->relation)) continue;
      any_polarity.push_back(placed.row);
      if (match_polarity(edge, *placed.row)) matched.push_back(placed.row);
    }
    ++counts.statement.of;
    if (!any_polarity.empty()) counts.polarity.count(!matched.empty());
    if (edge.polarity == "negative" && !edge.polarity_any) counts.negative.count(!matched.empty());
    if (matched.empty()) return;
    const bool hit = std::any_of(matched.begin(), matched.end(),
                                 [&](const auto* row) { return edge.modalities.contains(row->modality); });
    counts.modality.count(hit);
    counts.statement.right += hit;
    if (!edge.modalities.contains("asserted")) counts.hard_modality.count(hit);
    count_words(counts.quantity, edge.quantities, matched, &Row::quantity, true);
    count_words(counts.time, edge.times, matched, &Row::time, false);
  }

  /// Any wanted word in the row's field; where numbers alone count, the gold's numbers when it has some.
  static void count_words(Share& share, const std::vector<std::string>& items,
                          const std::vector<const Row*>& rows, std::string Row::*field, bool numbers_first) {
    if (items.empty()) return;
    std::set<std::string> wanted;
    for (const auto& item : items) {
      const auto list = content_words(item);
      std::set<std::string> words(list.begin(), list.end());
      if (const auto numbers = numbers_of(words); numbers_first && !numbers.empty())
        words = numbers;
      else
        std::erase_if(words, [](const auto& word) { return is_weak(word); });
      wanted.insert(words.begin(), words.end());
    }
    share.count(std::any_of(rows.begin(), rows.end(), [&](const Row* row) {
      std::string text = row->*field;
      std::replace_if(
          text.begin(), text.end(), [](char c) { return c == '[' || c == ']' || c == '"'; }, ' ');
      const auto words = content_words(text);
      return std::any_of(words.begin(), words.end(), [&](const auto& word) { return wanted.contains(word); });
    }));
  }

  void count_traps() {
    for (const auto& trap : gold_.traps()) {
      const bool hit = std::any_of(unique_.begin(), unique_.end(), [&](const auto& placed) {
        return hits_trap(table_, trap, placed.ends, *placed.row);
      });
      out_.counts.traps.count(hit);
      if (hit)
        out_.traps.push_back({gold_.name_of(trap.subject), trap.relation, gold_.name_of(trap.object), "", "",
                              "", trap.why, ""});
    }
  }

  [[nodiscard]] NamedEdge named(const GoldEdge& edge) const {
    return {gold_.name_of(edge.subject),
            edge.relation,
            gold_.name_of(edge.object),
            edge.modality,
            edge.polarity,
            edge.importance,
            "",
            edge.evidence};
  }

  const RelationTable& table_;
  const GoldDocument& gold_;
  const Rows& rows_;
  std::set<const Row*> spared_;
  Edges required_, optional_;
  std::vector<Placed> unique_;
  DocumentScore out_;
};

double ratio(int part, int whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Measure::precision() const {
  return system ? ratio(right_system, system) : (gold ? 0.0 : 1.0);
}
double Measure::recall() const {
  return gold ? ratio(right_gold, gold) : 1.0;
}
double Measure::f1() const {
  const double p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}
Measure& Measure::operator+=(const Measure& other) {
  right_system += other.right_system;
  system += other.system;
  right_gold += other.right_gold;
  gold += other.gold;
  return *this;
}

std::optional<double> Share::value() const {
  return of ? std::optional(ratio(right, of)) : std::nullopt;
}
void Share::count(bool is_right) {
  ++of;
  right += is_right;
}
Share& Share::operator+=(const Share& other) {
  right += other.right;
  of += other.of;
  return *this;
}

Counts& Counts::operator+=(const Counts& other) {
  for (const auto measure : {&Counts::entity, &Counts::pair, &Counts::family, &Counts::typed})
    this->*measure += other.*measure;
  for (const auto share :
       {&Counts::core, &Counts::statement, &Counts::modality, &Counts::hard_modality, &Counts::polarity,
        &Counts::negative, &Counts::quantity, &Counts::time, &Counts::traps})
    this->*share += other.*share;
  return *this;
}

double Report::macro_f1(Measure Counts::*measure) const {
  double sum = 0;
  for (const auto& document : documents) sum += (document.counts.*measure).f1();
  return documents.empty() ? 0 : sum / static_cast<double>(documents.size());
}

Report score(const std::vector<GoldDocument>& gold, const std::vector<Row>& rows, const RelationTable& table,
             const Adjudicated& adjudicated) {
  const Assignment assignment(gold, rows);
  Report report;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    std::set<const Row*> spared;
    for (const Row* row : assignment.rows(i))
      if (adjudicated.verdict(gold[i].id(), *row).value_or(false)) spared.insert(row);
    report.documents.push_back(DocumentScorer(table, gold[i], assignment.rows(i), std::move(spared)).run());
    report.overall += report.documents.back().counts;
  }
  return report;
}

}  // namespace entente::evaluation
