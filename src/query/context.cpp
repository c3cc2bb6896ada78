// SPDX-License-Identifier: Apache-2.0
#include "query/context.hpp"

#include "query/diagnostics.hpp"
#include "query/operator.hpp"

namespace entente::query {

namespace {

const std::string kModality = "modality", kNegated = "negated", kAsserted = "Asserted";

}  // namespace

Context::Context(std::string_view text, std::size_t slots, GraphIndex& graph_index,
                 const ontology::Vocabulary* vocabulary, const Options& run_options)
    : graph(graph_index.graph()),
      index(graph_index),
      options(run_options),
      hierarchy(run_options.exact ? nullptr : vocabulary),
      row(slots),
      text_(text) {
  if (options.timeout_ms != 0)
    deadline_ = std::chrono::steady_clock::now() + std::chrono::milliseconds(options.timeout_ms);
}

Context::~Context() = default;

Value Context::wrong(Range range, std::string_view code, std::string message, std::string hint) {
  if (!error_) error_ = error_at(text_, range.begin, code, std::move(message), std::move(hint));
  return {};
}

void Context::check_limits() {
  if (error_) return;
  if (is_cancelled()) {
    error_ = Error{ErrorKind::cancelled, "the query was cancelled", {}, {}, "Cancelled"};
    return;
  }
  std::string message;
  if (steps_ > options.max_steps) {
    message = "the query was stopped after " + std::to_string(options.max_steps) + " steps";
  } else if (deadline_ && std::chrono::steady_clock::now() > *deadline_) {
    message = "the query was stopped after " + std::to_string(options.timeout_ms) + " ms";
  } else {
    return;
  }
  error_ = Error{
      ErrorKind::limit, std::move(message), {}, "narrow the pattern, or bound its length", "LimitReached"};
}

bool Context::hides(graph::EdgeId edge) const {
  const auto& properties = graph.properties(edge);
  const auto modality = properties.find(kModality);
  if (modality == properties.end()) return false;
  const auto* name = std::get_if<std::string>(&modality->second.data);
  if (name && *name != kAsserted) return true;
  const auto negated = properties.find(kNegated);
  if (negated == properties.end()) return false;
  const auto* flag = std::get_if<bool>(&negated->second.data);
  return flag && *flag;
}

const LabelTest& Context::label_test(const LabelExpr& labels) {
  auto& test = label_tests_[&labels];
  if (!test) test = std::make_unique<LabelTest>(labels, hierarchy);
  return *test;
}

Instant Context::statement_time() {
  if (!statement_time_) statement_time_ = real_time();
  return *statement_time_;
}

Instant Context::real_time() const {
  if (options.now) return instant_of(*options.now);
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto nanos = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
  return {floor_div(nanos, kNanosPerSecond), floor_mod(nanos, kNanosPerSecond)};
}

double Context::next_random() {
  // splitmix64: the same query gives the same numbers.
  random_ += 0x9e3779b97f4a7c15ULL;
  auto z = random_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  z ^= z >> 31;
  return static_cast<double>(z >> 11) * 0x1.0p-53;
}

}  // namespace entente::query
