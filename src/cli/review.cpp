// SPDX-License-Identifier: Apache-2.0
#include "cli/review.hpp"

#include <algorithm>
#include <istream>
#include <optional>
#include <ostream>
#include <set>
#include <vector>

#include "app/decide.hpp"
#include "app/open_graph.hpp"
#include "app/review_list.hpp"
#include "cli/decision_grid.hpp"

namespace entente::cli {

namespace {

constexpr const char* kHelp =
    "y  right: confirm it            n  wrong: deny it          s  skip it (also an empty line)\n"
    "t  keep a note with it          m  merge two entities      q  stop\n";

std::string flat(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

class Review {
 public:
  Review(const ReviewOptions& options, ontology::Vocabulary vocabulary, Console& console)
      : options_(options), vocabulary_(std::move(vocabulary)), console_(console) {}

  ExitCode run() {
    while (options_.limit == 0 || seen_.size() < options_.limit) {
      if (stale_ && !load()) return console_.fail(error_);
      const Fact* fact = next();
      if (fact == nullptr) break;
      seen_.insert(fact->id);
      show(*fact);
      if (!answer(*fact)) break;
    }
    console_.note(std::to_string(decided_) + (decided_ == 1 ? " decision" : " decisions") + " kept, " +
                  std::to_string(seen_.size()) + (seen_.size() == 1 ? " fact" : " facts") + " shown");
    return failed_ ? ExitCode::data_error : ExitCode::done;
  }

 private:
  bool load() {
    auto base = app::load_fact_base(options_.graph, vocabulary_);
    if (!base) {
      error_ = std::move(base.error());
      return false;
    }
    base_ = std::move(*base);
    list_ = app::facts_to_review(base_, options_.all_facts, options_.below);
    place_ = 0;
    stale_ = false;
    return true;
  }

  const Fact* next() {
    while (place_ < list_.size()) {
      const Fact* fact = list_[place_++];
      if (seen_.count(fact->id) == 0) return fact;
    }
    return nullptr;
  }

  [[nodiscard]] std::string marked(const Evidence& evidence) const {
    const auto [begin, end] = app::trigger_in(evidence);
    if (begin == end) return flat(evidence.text);
    const bool colour = console_.colours_out();
    return flat(evidence.text.substr(0, begin) + (colour ? "\x1b[1m" : "[") +
                evidence.text.substr(begin, end - begin) + (colour ? "\x1b[0m" : "]") +
                evidence.text.substr(end));
  }

  void show(const Fact& fact) {
    std::ostream& out = console_.out();
    out << '\n' << app::review_head(fact, base_) << '\n';
    for (const Evidence& evidence : fact.evidence) {
      const Document* document = base_.document(evidence.document);
      out << "  " << (document == nullptr ? evidence.document : document->name) << ", characters "
          << evidence.begin << '-' << evidence.end << "\n    " << marked(evidence) << '\n';
    }
  }

  std::optional<std::string> ask(const char* prompt) {
    console_.out() << prompt << std::flush;
    std::string line;
    if (!std::getline(console_.in(), line)) {
      console_.out() << '\n';
      return std::nullopt;
    }
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
  }

  /// False: the review ends.
  bool answer(const Fact& fact) {
    while (true) {
      const auto line = ask("right? [y/n/s/t/m/q, ? for help] ");
      if (!line || *line == "q") return false;
      if (line->empty() || *line == "s") return true;
      if (*line == "y" || *line == "n") {
        keep(
            {{}, *line == "y" ? DecisionKind::confirm : DecisionKind::deny, fact.id, {}, {}, {}, {}, {}, {}});
        return true;
      }
      if (*line == "t") {
        if (!take_note(fact)) return false;
      } else if (*line == "m") {
        return merge();
      } else {
        console_.out() << kHelp;
      }
    }
  }

  bool take_note(const Fact& fact) {
    const auto words = ask("note: ");
    if (!words) return false;
    keep({{}, DecisionKind::note, fact.id, *words, {}, {}, {}, {}, {}});
    return true;
  }

  bool merge() {
    const auto from = ask("which entity is another one? ");
    if (!from) return false;
    const auto into = ask("which one is it? ");
    if (!into) return false;
    if (keep({{}, DecisionKind::merge, *from, *into, {}, {}, {}, {}, {}})) stale_ = true;
    return true;
  }

  bool keep(Decision decision) {
    decision.by = options_.by;
    decision.date = options_.date;
    const auto checked = app::check_decision(std::move(decision), base_, vocabulary_);
    const auto kept = checked ? app::record_decision(options_.graph, *checked) : checked;
    if (!kept) {
      console_.note(to_text(kept.error()));
      failed_ = true;
      return false;
    }
    ++decided_;
    console_.out() << decision_line(*kept) << '\n';
    return true;
  }

  const ReviewOptions& options_;
  ontology::Vocabulary vocabulary_;
  Console& console_;
  FactBase base_;
  std::vector<const Fact*> list_;
  std::size_t place_ = 0, decided_ = 0;
  std::set<std::string> seen_;
  bool stale_ = true, failed_ = false;
  Error error_;
};

}  // namespace

ExitCode review(const ReviewOptions& options, Console& console) {
  auto vocabulary = app::load_vocabulary(options.resources);
  if (!vocabulary) return console.fail(vocabulary.error());
  return Review(options, std::move(*vocabulary), console).run();
}

}  // namespace entente::cli
