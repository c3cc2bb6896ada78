// SPDX-License-Identifier: Apache-2.0
#include "query/context.hpp"

#include "query/diagnostics.hpp"
#include "query/operator.hpp"

namespace entente::query {

namespace {

std::string time_text(unsigned ms) {
  return ms % 1000 == 0 ? std::to_string(ms / 1000) + " s" : std::to_string(ms) + " ms";
}

std::string bytes_text(std::size_t bytes) {
  for (const auto& [unit, name] : {std::pair{30, " GiB"}, {20, " MiB"}, {10, " KiB"}})
    if (bytes % (std::size_t{1} << unit) == 0) return std::to_string(bytes >> unit) + name;
  return std::to_string(bytes) + " bytes";
}

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
  if (error_) return {};
  error_ = error_at(text_, range.begin, code, std::move(message), std::move(hint));
  if (code == "TooDeep" || code == "TooLarge") error_->kind = ErrorKind::limit;
  return {};
}

bool Context::steps(std::size_t count) {
  steps_ += count;
  if (count >= kCheckEvery || steps_ % kCheckEvery < count || steps_ > options.max_steps || is_cancelled())
    check_limits();
  return !failed();
}

bool Context::take_memory(std::size_t bytes) {
  memory_ += bytes;
  if (options.max_memory != 0 && memory_ > options.max_memory)
    reach_limit("the query was stopped at the memory limit of " + bytes_text(options.max_memory),
                "return fewer rows, or raise the limit");
  return !failed();
}

void Context::reach_limit(std::string message, std::string hint) {
  if (error_) return;
  error_ = error_at(text_, here_.begin, "LimitReached", std::move(message), std::move(hint));
  error_->kind = ErrorKind::limit;
}

void Context::check_limits() {
  if (error_) return;
  if (is_cancelled()) {
    error_ = Error{ErrorKind::cancelled, "the query was cancelled", {}, {}, "Cancelled"};
  } else if (steps_ > options.max_steps) {
    reach_limit("the query was stopped after " + std::to_string(options.max_steps) + " steps",
                "narrow the pattern, or bound its length");
  } else if (deadline_ && std::chrono::steady_clock::now() > *deadline_) {
    reach_limit("the query was stopped at the time limit of " + time_text(options.timeout_ms),
                "narrow the pattern, bound its length, or raise the limit");
  }
}

const LabelTest& Context::label_test(const LabelExpr& labels) {
  auto& test = label_tests_[&labels];
  if (!test) test = std::make_unique<LabelTest>(labels, hierarchy, graph);
  return *test;
}

const TypeTest& Context::type_test(const LabelExpr& types) {
  auto& test = type_tests_[&types];
  if (!test) test = std::make_unique<TypeTest>(&types, hierarchy, graph);
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
