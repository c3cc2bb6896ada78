// SPDX-License-Identifier: Apache-2.0
#include "evaluation/report.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"

namespace entente::evaluation {
namespace {

using Json = nlohmann::ordered_json;

std::string fixed(double value, int digits = 2) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.*f", digits, value);
  return buffer.data();
}

std::string right_aligned(const std::string& text, std::size_t width) {
  const auto length = utf8::length(text);
  return length < width ? std::string(width - length, ' ') + text : text;
}

std::string left_aligned(const std::string& text, std::size_t width) {
  const auto length = utf8::length(text);
  return length < width ? text + std::string(width - length, ' ') : text;
}

std::string three(const Measure& measure) {
  return fixed(measure.precision()) + "/" + fixed(measure.recall()) + "/" + fixed(measure.f1());
}

std::string one(const Share& share) {
  const auto value = share.value();
  return value ? fixed(*value) : " -- ";
}

std::string row_text(const std::string& name, const Counts& counts) {
  std::string out = right_aligned(name, 8);
  for (const auto* measure : {&counts.entity, &counts.pair, &counts.family, &counts.typed})
    out += "  " + three(*measure);
  for (const auto* share : {&counts.core, &counts.statement, &counts.modality, &counts.hard_modality,
                            &counts.polarity, &counts.negative, &counts.quantity})
    out += "  " + one(*share);
  return out + " " + one(counts.time) + "  " + std::to_string(counts.traps.right) + "/" +
         std::to_string(counts.traps.of) + "\n";
}

std::string details_text(const DocumentScore& document) {
  std::string out;
  for (const auto& edge : document.missed)
    out += "      missed " + left_aligned(edge.importance, 9) + " " + edge.subject + " --" + edge.relation +
           "[" + edge.modality + "," + edge.polarity + "]--> " + edge.object + "\n";
  for (const auto& judged : document.judged) {
    if (judged.right) continue;
    const std::string rule = judged.row.rule.empty() ? "" : "  (" + judged.row.rule + ")";
    out += "      wrong            " + judged.row.subject + " --" + judged.row.relation + "--> " +
           judged.row.object + rule + "\n";
  }
  for (const auto& edge : document.traps)
    out += "      TRAP             " + edge.subject + " --" + edge.relation + "--> " + edge.object + ": " +
           edge.why + "\n";
  for (const auto& name : document.bad_nodes) out += "      BAD NODE         " + name + "\n";
  return out;
}

std::map<std::string, Share> recall_by_relation(const Report& report) {
  std::map<std::string, Share> out;
  for (const auto& document : report.documents)
    for (const auto& [relation, share] : document.found) out[relation] += share;
  return out;
}

std::map<std::string, Share> precision_by_relation(const Report& report) {
  std::map<std::string, Share> out;
  for (const auto& document : report.documents)
    for (const auto& judged : document.judged) out[judged.row.relation].count(judged.right);
  return out;
}

std::string shares_text(const std::string& title, const std::map<std::string, Share>& shares) {
  std::string out = "\n" + title + "\n";
  for (const auto& [relation, share] : shares)
    out += "  " + left_aligned(relation, 28) +
           right_aligned(std::to_string(share.right) + "/" + std::to_string(share.of), 8) +
           right_aligned(one(share), 7) + "\n";
  return out;
}

std::string reliability_text(const Report& report) {
  const auto bins = reliability(report);
  std::string out = "\nconfidence  edges  precision  mean confidence\n";
  for (const auto& bin : bins)
    out += "  " + fixed(bin.low, 1) + "-" + fixed(bin.high, 1) +
           right_aligned(std::to_string(bin.right.of), 9) + right_aligned(one(bin.right), 11) +
           right_aligned(bin.right.of ? fixed(bin.mean_confidence) : " -- ", 17) + "\n";
  return out + "expected calibration error " + fixed(expected_calibration_error(bins), 3) + "\n";
}

Json figures(const Counts& counts) {
  Json out;
  const auto put = [&](const char* name, const Measure& m) {
    out[name] = {m.precision(), m.recall(), m.f1()};
  };
  const auto put_share = [&](const char* name, const Share& share) {
    const auto value = share.value();
    out[name] = value ? Json(*value) : Json(nullptr);
  };
  put("entity", counts.entity);
  put("pair", counts.pair);
  put("family", counts.family);
  put("typed", counts.typed);
  put_share("core_recall", counts.core);
  put_share("statement_recall", counts.statement);
  put_share("modality_acc", counts.modality);
  put_share("hard_modality_acc", counts.hard_modality);
  put_share("negative_recall", counts.negative);
  put_share("polarity_acc", counts.polarity);
  put_share("quantity_acc", counts.quantity);
  put_share("time_acc", counts.time);
  out["traps_hit"] = counts.traps.right;
  out["traps_total"] = counts.traps.of;
  Json& raw = out["counts"];
  for (const auto& [name, m] : {std::pair{"ent", &counts.entity},
                                {"pair", &counts.pair},
                                {"fam", &counts.family},
                                {"typ", &counts.typed}}) {
    raw[std::string(name) + "_p"] = m->right_system;
    raw[std::string(name) + "_n"] = m->system;
    raw[std::string(name) + "_r"] = m->right_gold;
    raw[std::string(name) + "_g"] = m->gold;
  }
  raw["core_r"] = counts.core.right;
  raw["core_g"] = counts.core.of;
  for (const auto& [name, s] : {std::pair{"mod", &counts.modality},
                                {"hmod", &counts.hard_modality},
                                {"st", &counts.statement},
                                {"neg", &counts.negative},
                                {"pol", &counts.polarity},
                                {"q", &counts.quantity},
                                {"t", &counts.time}}) {
    raw[std::string(name) + "_ok"] = s->right;
    raw[std::string(name) + "_n"] = s->of;
  }
  raw["traps"] = counts.traps.right;
  raw["trap_n"] = counts.traps.of;
  return out;
}

Json shares_json(const std::map<std::string, Share>& shares) {
  Json out = Json::object();
  for (const auto& [name, share] : shares) out[name] = {{"right", share.right}, {"of", share.of}};
  return out;
}

}  // namespace

std::vector<ReliabilityBin> reliability(const Report& report) {
  constexpr int kBins = 10;
  std::vector<ReliabilityBin> bins(kBins);
  for (int i = 0; i < kBins; ++i) bins[static_cast<std::size_t>(i)] = {i / 10.0, (i + 1) / 10.0, 0, {}};
  for (const auto& document : report.documents)
    for (const auto& judged : document.judged) {
      const double confidence = judged.row.confidence;
      if (confidence < 0) continue;
      auto& bin =
          bins[static_cast<std::size_t>(std::min(kBins - 1, static_cast<int>(confidence * 10 + 1e-9)))];
      bin.right.count(judged.right);
      bin.mean_confidence += confidence;
    }
  for (auto& bin : bins)
    if (bin.right.of) bin.mean_confidence /= bin.right.of;
  return bins;
}

double expected_calibration_error(const std::vector<ReliabilityBin>& bins) {
  double sum = 0;
  int all = 0;
  for (const auto& bin : bins) {
    if (!bin.right.of) continue;
    sum += bin.right.of * std::abs(bin.mean_confidence - *bin.right.value());
    all += bin.right.of;
  }
  return all ? sum / all : 0;
}

std::string to_text(const Report& report, const TextOptions& options) {
  std::string out = right_aligned("doc", 8) +
                    "  entity P/R/F1   pair P/R/F1     family P/R/F1   typed P/R/F1    core  stmt  mod   "
                    "hmod  pol   neg   qty  time  traps\n";
  for (const auto& document : report.documents) {
    out += row_text(document.id, document.counts);
    if (options.details) out += details_text(document);
  }
  out += row_text("OVERALL", report.overall) + "macro F1";
  for (const auto& [name, measure] : {std::pair{"entity", &Counts::entity},
                                      {"pair", &Counts::pair},
                                      {"family", &Counts::family},
                                      {"typed", &Counts::typed}})
    out += std::string(measure == &Counts::entity ? " " : "  ") + name + " " +
           fixed(report.macro_f1(measure), 3);
  out += "\n";
  if (options.relations)
    out += shares_text("found, by relation of the gold", recall_by_relation(report)) +
           shares_text("right, by relation of the graph", precision_by_relation(report));
  if (options.reliability) out += reliability_text(report);
  return out;
}

std::string to_json(const Report& report) {
  Json out;
  out["overall"] = figures(report.overall);
  out["docs"] = Json::object();
  for (const auto& document : report.documents) out["docs"][document.id] = figures(document.counts);
  out["relations"] = {{"found", shares_json(recall_by_relation(report))},
                      {"right", shares_json(precision_by_relation(report))}};
  const auto bins = reliability(report);
  auto& table = out["reliability"];
  table["bins"] = Json::array();
  for (const auto& bin : bins)
    table["bins"].push_back({{"low", bin.low},
                             {"high", bin.high},
                             {"edges", bin.right.of},
                             {"right", bin.right.right},
                             {"mean_confidence", bin.mean_confidence}});
  table["expected_calibration_error"] = expected_calibration_error(bins);
  return out.dump(1) + "\n";
}

}  // namespace entente::evaluation
