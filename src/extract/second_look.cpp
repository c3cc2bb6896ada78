// SPDX-License-Identifier: Apache-2.0
#include "extract/second_look.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "extract/letters.hpp"
#include "extract/tree.hpp"

namespace entente::extract {
namespace {

constexpr std::uint32_t kShortest = 3;  // tokens of a sentence that is read again
constexpr int kMostTries = 6;           // per sentence
constexpr int kBestFit = 2;

enum class Form : std::uint8_t { plural_present, singular_present, past };

// A word that may be the verb of its sentence, and the form it then has.
struct Candidate {
  std::uint32_t token = 0;
  Form form = Form::past;
  std::string auxiliary, base;  // "has" and "called", or "will" and "call"
};

class SecondLook {
 public:
  SecondLook(Reading& reading, const Resources& resources)
      : analysis_(reading.analysis), reading_(reading), resources_(resources) {}

  void run() {
    for (const Sentence& sentence : reading_.sentences) {
      if (sentence.end - sentence.begin >= kShortest && !has_verb_on_top(sentence)) look_at(sentence);
    }
  }

 private:
  [[nodiscard]] const nlp::Token& token(std::uint32_t i) const { return analysis_.tokens[i]; }

  // A finite verb, or one with an auxiliary, above all others.
  [[nodiscard]] bool has_verb_on_top(const Sentence& sentence) const {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const nlp::Token& each = token(i);
      const bool top = each.head == i && (each.pos == "AUX" || (each.pos == "VERB" && each.tag != "VB"));
      const bool helps = token(each.head).head == each.head && one_of(each.dep, {"aux", "cop", "auxpass"});
      if (top || (helps && is_finite(i))) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_finite(std::uint32_t i) const {
    return one_of(token(i).tag, {"VBD", "VBZ", "VBP", "MD"});
  }

  // The words that may be the verb, those that look most like one first. None behind an auxiliary of a main
  // clause: the verb is there, the parser only put it elsewhere.
  [[nodiscard]] std::vector<Candidate> candidates(const Sentence& sentence) const {
    std::vector<Candidate> found;
    bool clause = false;
    for (std::uint32_t i = sentence.begin + 1; i + 1 < sentence.end; ++i) {
      if (one_of(token(i).tag, {"WP", "WDT", "WRB", "WP$"})) clause = true;
      if (token(i).tag == ",") clause = false;
      if (clause) continue;  // "who stand accused of ..."
      if (is_finite(i) && one_of(token(i).lemma, {"have", "be", "do", "will", "would", "can"})) break;
      Candidate candidate;
      if (!may_be_verb(i, sentence, candidate)) continue;
      if (candidate.form == Form::past)
        found.push_back({i, Form::past, "has ", std::string(analysis_.token_text(i))});
      found.push_back(std::move(candidate));
    }
    std::stable_sort(found.begin(), found.end(), [&](const Candidate& a, const Candidate& b) {
      if (rank(a) != rank(b)) return rank(a) < rank(b);
      return rank(a) > 1 && a.token > b.token;  // "Villagers armed with knives attacked X"
    });
    return found;
  }

  [[nodiscard]] int rank(const Candidate& candidate) const {
    if (is_finite(candidate.token)) return 0;
    return candidate.form != Form::past ? 1 : candidate.auxiliary == "has " ? 2 : 3;
  }

  void look_at(const Sentence& sentence) {
    Candidate best;
    nlp::Analysis best_tree;
    int best_fit = 0, tries = 0;
    for (const Candidate& candidate : candidates(sentence)) {
      nlp::Analysis tree = read_with(candidate, sentence);
      const int fit = fit_of(tree, candidate.token - sentence.begin + 1, candidate.form, sentence);
      if (fit > best_fit) {
        best_fit = fit;
        best = candidate;
        best_tree = std::move(tree);
      }
      if (best_fit == kBestFit || ++tries == kMostTries) break;
    }
    if (best_fit > 0) take_over(std::move(best_tree), best.token - sentence.begin, best.form, sentence);
  }

  [[nodiscard]] bool is_verb_of_frames(std::string_view lemma) const {
    return !resources_.frames->frames_for(ontology::WordClass::verb, lemma).empty() ||
           resources_.frames->embeds(ontology::WordClass::verb, lemma);
  }

  // Behind a noun or an adverb, before what can be an object or a complement, and a verb that frames know.
  [[nodiscard]] bool may_be_verb(std::uint32_t i, const Sentence& sentence, Candidate& candidate) const {
    const std::string_view text = analysis_.token_text(i);
    const std::string_view before = token(i - 1).tag, after = token(i + 1).tag;
    if (!is_lower_at(text, 0) || i + 1 >= sentence.end) return false;
    const bool standing_alone =  // "the French", "the 54-year-old"
        before == "JJ" && i > sentence.begin + 1 &&
        (token(i - 2).tag == "DT" || analysis_.token_text(i - 1) == "old");
    if (!before.starts_with("NN") && !standing_alone && !one_of(before, {"RB", "CD", ",", ")", "''"}))
      return false;
    if (!after.starts_with("NN") &&
        !one_of(after, {"DT", "PRP", "PRP$", "JJ", "CD", "TO", "IN", "RP", "RB", "VBN"}))
      return false;
    candidate = {i, Form::past, "will ", std::string(text)};
    if (one_of(token(i).tag, {"VBD", "VBN"})) {
      candidate.base = token(i).lemma;
      return is_verb_of_frames(candidate.base);
    }
    if (text.ends_with("ed")) return is_base(text.substr(0, text.size() - 2), {"", "e"}, candidate.base);
    if (is_verb_of_frames(text)) {
      candidate.form = Form::plural_present;
      return !one_of(token(i).tag, {"IN", "DT", "CC"}) || text == "back";
    }
    candidate.form = Form::singular_present;
    return is_third_person(text, candidate.base);
  }

  // "funds", "reaches", "denies" of a verb that frames know; gives its base.
  [[nodiscard]] bool is_third_person(std::string_view text, std::string& base) const {
    if (text.size() < 4 || text.back() != 's') return false;
    if (is_base(text.substr(0, text.size() - 1), {""}, base)) return true;
    if (!text.ends_with("es")) return false;
    if (is_base(text.substr(0, text.size() - 2), {""}, base)) return true;
    return text.ends_with("ies") && is_base(text.substr(0, text.size() - 3), {"y"}, base);
  }

  // True when frames know a verb of this stem and ending; gives it.
  [[nodiscard]] bool is_base(std::string_view stem, std::initializer_list<std::string_view> endings,
                             std::string& base) const {
    for (const std::string_view ending : endings) {
      base = std::string(stem) + std::string(ending);
      if (is_verb_of_frames(base)) return true;
    }
    return false;
  }

  // The sentence as it reads with an auxiliary before the candidate.
  [[nodiscard]] nlp::Analysis read_with(const Candidate& candidate, const Sentence& sentence) const {
    const Span verb = token(candidate.token).span;
    const std::uint32_t begin = token(sentence.begin).span.begin, end = token(sentence.end - 1).span.end;
    const std::string_view text = analysis_.text;
    std::string changed(text.substr(begin, verb.begin - begin));
    changed += candidate.auxiliary + candidate.base;
    changed += text.substr(verb.end, end - verb.end);
    return resources_.pipeline->analyse(changed);
  }

  // How well a tree has the verb on its top: 0 not at all, kBestFit with an object or a clause of its own.
  [[nodiscard]] static int fit_of(const nlp::Analysis& again, std::uint32_t verb, Form form,
                                  const Sentence& sentence) {
    const auto& tokens = again.tokens;
    if (tokens.size() != sentence.end - sentence.begin + 1) return 0;
    if (std::any_of(tokens.begin() + 1, tokens.end(), [](const auto& each) { return each.sentence_start; }))
      return 0;
    if (tokens[verb].head != verb || tokens[verb].pos != "VERB") return 0;
    const Children children(again);
    std::uint32_t subject = kNone;
    int fit = 0;
    for (const std::uint32_t each : children.of(verb)) {
      if (tokens[each].dep == "nsubj" && each < verb) subject = each;
      if (each > verb && tokens[each].dep != "punct")
        fit = std::max(fit, one_of(tokens[each].dep, {"dobj", "ccomp", "xcomp"}) ? kBestFit : 1);
    }
    if (subject == kNone || (tokens[subject].tag == "JJ" && subject > 0 && tokens[subject - 1].pos == "NOUN"))
      return 0;  // "growers loyal": no subject
    const bool agrees =
        form == Form::past || is_plural(again, children, subject) == (form == Form::plural_present);
    return agrees ? fit : 0;
  }

  [[nodiscard]] static bool is_plural(const nlp::Analysis& again, const Children& children,
                                      std::uint32_t noun) {
    const nlp::Token& token = again.tokens[noun];
    if (one_of(token.tag, {"NNS", "NNPS"}) ||
        one_of(token.lemma, {"people", "police", "many", "some", "both"}))
      return true;
    const auto& under = children.of(noun);
    return std::any_of(under.begin(), under.end(),
                       [&](std::uint32_t each) { return again.tokens[each].dep == "conj"; });
  }

  // The new annotation, without the auxiliary, under the old tokens.
  void take_over(nlp::Analysis again, std::uint32_t auxiliary, Form form, const Sentence& sentence) {
    again.tokens[auxiliary + 1].tag = form == Form::past             ? "VBD"
                                      : form == Form::plural_present ? "VBP"
                                                                     : "VBZ";
    const auto place = [&](std::uint32_t i) { return sentence.begin + (i > auxiliary ? i - 1 : i); };
    for (std::uint32_t i = 0; i < again.tokens.size(); ++i) {
      if (i == auxiliary) continue;
      nlp::Token& fresh = again.tokens[i];
      nlp::Token& old = analysis_.tokens[place(i)];
      fresh.head = place(fresh.head == auxiliary ? auxiliary + 1 : fresh.head);
      fresh.span = old.span;
      fresh.space_after = old.space_after;
      fresh.sentence_start = old.sentence_start;
      old = std::move(fresh);
    }
  }

  nlp::Analysis& analysis_;
  Reading& reading_;
  const Resources& resources_;
};

}  // namespace

void look_again(Reading& reading, const Resources& resources) {
  SecondLook(reading, resources).run();
}

}  // namespace entente::extract
