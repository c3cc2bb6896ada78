// SPDX-License-Identifier: Apache-2.0
#include "resolve/standing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace entente::resolve {

namespace {

/// Decisions with one key speak of one thing; empty: any number may stand side by side.
std::string key_of(const Decision& decision) {
  switch (decision.kind) {
    case DecisionKind::confirm:
    case DecisionKind::deny:
      return "verdict " + decision.subject;
    case DecisionKind::merge:
      return "merge " + decision.subject;
    case DecisionKind::rename:
      return "name " + decision.subject;
    case DecisionKind::set_class:
      return "class " + decision.subject;
    case DecisionKind::note:
      return "note " + decision.subject + " " + decision.value;
    default:
      return {};
  }
}

bool says_the_same(const Decision& a, const Decision& b) {
  return a.kind == b.kind && a.value == b.value;
}

class Standing {
 public:
  explicit Standing(const std::vector<Decision>& log) : log_(log), outcomes_(log.size()) {}

  std::vector<DecisionOutcome> settle() {
    for (std::size_t i = 0; i < log_.size(); ++i)
      if (log_[i].kind == DecisionKind::withdraw) withdraw(i);
    for (std::size_t i = 0; i < log_.size(); ++i)
      if (outcomes_[i].state == DecisionState::stands && log_[i].kind != DecisionKind::withdraw) add(i);
    return std::move(outcomes_);
  }

 private:
  void withdraw(std::size_t i) {
    for (std::size_t j = i; j-- > 0;) {
      if (log_[j].id != log_[i].subject || log_[j].kind == DecisionKind::withdraw) continue;
      outcomes_[j] = {DecisionState::withdrawn, "withdrawn by decision " + std::to_string(i + 1), false};
      return;
    }
    outcomes_[i] = {DecisionState::idle, "there is no earlier decision " + log_[i].subject, true};
  }

  void override(std::size_t earlier, std::size_t later) {
    const bool same = says_the_same(log_[earlier], log_[later]);
    std::string reason = same ? "said again by decision " : "decision ";
    reason += std::to_string(later + 1) + (same ? "" : " says otherwise");
    outcomes_[earlier] = {DecisionState::overridden, std::move(reason), !same};
  }

  void add(std::size_t i) {
    const Decision& decision = log_[i];
    const std::string key = key_of(decision);
    if (key.empty()) return;
    if (const auto [at, is_new] = latest_.try_emplace(key, i); !is_new)
      override(std::exchange(at->second, i), i);
    if (decision.kind != DecisionKind::merge) return;
    const auto reverse = latest_.find("merge " + decision.value);
    if (reverse == latest_.end() || log_[reverse->second].value != decision.subject) return;
    override(reverse->second, i);
    latest_.erase(reverse);
  }

  const std::vector<Decision>& log_;
  std::vector<DecisionOutcome> outcomes_;
  std::map<std::string, std::size_t> latest_;
};

}  // namespace

std::string_view to_text(DecisionState state) {
  constexpr std::array<std::string_view, 4> kTexts = {"stands", "withdrawn", "overridden", "no effect"};
  return kTexts[static_cast<std::size_t>(state)];
}

std::vector<DecisionOutcome> standing(const std::vector<Decision>& log) {
  return Standing(log).settle();
}

}  // namespace entente::resolve
