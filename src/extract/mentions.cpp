// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "extract/extract.hpp"
#include "extract/letters.hpp"
#include "extract/name_uses.hpp"
#include "extract/names.hpp"
#include "extract/nominals.hpp"
#include "extract/offices.hpp"
#include "extract/parsed.hpp"
#include "extract/phrases.hpp"
#include "extract/rolls.hpp"

namespace entente::extract {
namespace {

// Labels under which a token may be the head of a phrase that names something.
bool is_nominal_label(std::string_view dep) {
  return one_of(dep,
                {"nsubj", "nsubjpass", "dobj",  "pobj",  "dative", "attr",     "oprd",  "appos", "conj",
                 "ROOT",  "poss",      "agent", "dep",   "csubj",  "npadvmod", "acomp", "ccomp", "parataxis",
                 "intj",  "nmod",      "pcomp", "xcomp", "advcl",  "relcl",    "amod",  "meta"});
}

constexpr std::uint32_t kLongestThose = 9;  // tokens of "those who ..."

// Makes the mentions of a reading, first names, then phrases and pronouns.
class MentionFinder {
 public:
  MentionFinder(Reading& reading, const Parsed& parsed, const Resources& resources)
      : reading_(reading),
        parsed_(parsed),
        syntax_(parsed.syntax),
        resources_(resources),
        nominals_(syntax_, reading, resources) {}

  void find() {
    const auto size = syntax_.size();
    name_of_.assign(size, kNone);
    covered_.assign(size, false);
    in_time_.assign(size, false);
    mark_times();
    names_ = find_names(reading_, resources_);
    for (const NameSpan& name : names_) add_name(name);
    for (std::uint32_t i = 0; i < size; ++i) add_phrase(i);
    sort_and_index();
    class_by_use(reading_, syntax_, resources_);
    read_offices(reading_, syntax_, *resources_.nouns);
    read_rolls(reading_, syntax_);
  }

 private:
  void mark_times() {
    for (const auto& times : parsed_.times) {
      for (const TimeExpression& time : times) {
        for (std::uint32_t i = time.begin; i < time.end; ++i) in_time_[i] = true;
      }
    }
  }

  // The token of [begin, end) that hangs on something outside; the last one when there are several.
  [[nodiscard]] std::uint32_t head_within(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t head = end - 1;
    bool found = false;
    for (std::uint32_t i = end; i > begin; --i) {
      const nlp::Token& token = syntax_.token(i - 1);
      const bool outside = token.head < begin || token.head >= end || token.head == i - 1;
      if (outside && token.pos != "PUNCT" && token.dep != "case" && (!found || token.dep != "compound")) {
        if (found &&
            syntax_.is(head, {"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "attr", "poss"}))
          continue;
        head = i - 1;
        found = true;
      }
    }
    return head;
  }

  void add_name(const NameSpan& name) {
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      if (in_time_[i] && name.end - name.begin <= 2 && name.candidates.empty() && name.cls != "Person")
        return;
    }
    Mention mention;
    mention.begin = name.begin;
    mention.end = name.end;
    mention.head = head_within(name.begin, name.end);
    mention.kind = MentionKind::name;
    mention.name = trimmed(original_words(reading_, name.begin, name.end));
    mention.cls = name.cls;
    mention.candidates = name.candidates;
    mention.plural = may_be_several(name) && one_of(syntax_.tag(name.end - 1), {"NNPS", "NNS"});
    if (name.office) {  // "the Secretary General": a phrase for whoever holds it
      mention.kind = MentionKind::nominal;
      mention.office = mention.name;
      mention.plural = mention.plural || is_several_offices(name.end - 1);
      const Phrase phrase = phrase_of(syntax_, mention.head, false);
      mention.definite = phrase.definite;
      mention.end = std::max(mention.end, phrase.of_end);
      mention.name = trimmed(original_words(reading_, mention.begin, mention.end));
    } else if (name.single) {
      mention.kind = MentionKind::nominal;
      mention.cls = "Person";
      mention.candidates.clear();
      mention.definite = phrase_of(syntax_, mention.head, false).definite;
    } else if (name.title_begin < name.begin) {
      mention.office = nominals_.without_particles(name.title_begin, name.begin);
    }
    const auto index = static_cast<std::uint32_t>(reading_.mentions.size());
    if (name_of_[mention.head] != kNone && covered_[mention.head] && !is_owner_of_office(mention.head))
      return;  // inside a longer name
    for (std::uint32_t i = name.title_begin; i < name.end; ++i) {
      if (name_of_[i] == kNone) name_of_[i] = index;
      covered_[i] = true;
    }
    heads_of_title(name, index);
    add_acronym(mention);
    reading_.mentions.push_back(std::move(mention));
  }

  // "the | Kenyan | Foreign Minister": whose office it is.
  [[nodiscard]] bool is_owner_of_office(std::uint32_t token) const {
    const Mention& over = reading_.mentions[name_of_[token]];
    return over.kind == MentionKind::nominal && over.head != token;
  }

  // "the Houthis", "the Greens"; but "Paulo Tavares", "the United States", "Reporters Without Borders" are
  // one.
  static bool may_be_several(const NameSpan& name) {
    if (one_of(name.cls, {"Person", "Country", "City", "InternationalOrganization", "Company"})) return false;
    const bool body = one_of(name.cls, {"GovernmentBody", "Organization", "CivilSocietyOrganization"});
    return !body || name.end - name.begin == 1;
  }

  // "the Foreign Ministers of X and Y", read as a name.
  [[nodiscard]] bool is_several_offices(std::uint32_t last) const {
    const std::string& word = syntax_.lower(last);
    return word.size() > 4 && word.back() == 's' && !resources_.nouns->in_list("OfficeNoun", word) &&
           resources_.nouns->in_list("OfficeNoun", std::string_view(word).substr(0, word.size() - 1));
  }

  // A title that carries the name in the tree stands for its bearer.
  void heads_of_title(const NameSpan& name, std::uint32_t index) {
    if (name.title_begin == name.begin) return;
    const std::uint32_t head = head_within(name.title_begin, name.end);
    if (head < name.begin) title_heads_.emplace_back(head, index);
  }

  void add_acronym(Mention& mention) const {
    const std::uint32_t end = syntax_.token(mention.end - 1).span.end;
    const auto note =
        std::lower_bound(reading_.acronyms.begin(), reading_.acronyms.end(), end,
                         [](const AcronymNote& at, std::uint32_t byte) { return at.byte < byte; });
    if (note != reading_.acronyms.end() && note->byte == end) mention.acronym = note->acronym;
  }

  static std::string trimmed(std::string name) {
    while (!name.empty() &&
           (name.back() == ' ' || name.back() == ',' || name.back() == '"' || name.back() == '-'))
      name.pop_back();
    return name;
  }

  void add_phrase(std::uint32_t i) {
    const nlp::Token& token = syntax_.token(i);
    if (add_body_of_title(i)) return;
    if (name_of_[i] != kNone && covered_[i]) return;
    if (in_time_[i] && token.tag != "PRP") return;
    if (const std::uint32_t end = those_end(i); end > i + 1) {
      add_those(i, end);
    } else if (is_pronoun(i)) {
      add_pronoun(i);
    } else if (is_phrase_head(i)) {
      Mention mention = nominals_.mention_at(i);
      if (mention.name.empty()) return;
      add_acronym(mention);
      reading_.mentions.push_back(std::move(mention));
    }
  }

  // "army | spokesman Omar Keita", "opposition | leader Y": the body whose man the name is.
  bool add_body_of_title(std::uint32_t i) {
    if (!is_before_title_of_name(i)) return false;
    if (mention_ending_at(i + 1) != nullptr) return true;  // "Israeli army" is a name of the tables
    Mention mention;
    mention.head = i;
    mention.begin = body_begin(i);
    mention.end = i + 1;
    mention.kind = MentionKind::nominal;
    mention.definite = true;
    mention.cls = std::string(resources_.nouns->class_of(syntax_.lower(i)));
    mention.name = mention.begin == i ? syntax_.lower(i) : original_words(reading_, mention.begin, i + 1);
    reading_.mentions.push_back(std::move(mention));
    return true;
  }

  [[nodiscard]] bool is_before_title_of_name(std::uint32_t i) const {
    if (i + 2 >= syntax_.size() || !one_of(syntax_.dep(i), {"compound", "nmod", "amod"})) return false;
    const ontology::Nouns& nouns = *resources_.nouns;
    const std::string_view word = syntax_.lower(i);
    if (!nouns.in_list("TitledBodyNoun", word) && !nouns.in_list("TitledSideNoun", word)) return false;
    const bool lower = is_lower_at(reading_.analysis.token_text(i), 0) || i == 0 ||
                       syntax_.sentence_of(i - 1) != syntax_.sentence_of(i);
    const std::uint32_t at = syntax_.lower(i + 2) == "," && i + 3 < syntax_.size() ? i + 3 : i + 2;
    return lower && nouns.in_list("OfficeNoun", syntax_.lower(i + 1)) && name_of_[at] != kNone &&
           reading_.mentions[name_of_[at]].cls == "Person";
  }

  // "Thai army | spokesman", "Basra police | chief", "UN mission | spokesman": where the name of the body
  // begins. Sides are called without a country or have a name ("ZANU-PF | party | spokesman").
  [[nodiscard]] std::uint32_t body_begin(std::uint32_t body) const {
    const ontology::Nouns& nouns = *resources_.nouns;
    if (nouns.in_list("TitledSideNoun", syntax_.lower(body))) return body;
    const bool of_matter = syntax_.lower(body) == "ministry" && body > 0 &&
                           (nouns.in_list("TitleModifier", syntax_.lower(body - 1)) ||
                            nouns.in_list("PortfolioNoun", syntax_.lower(body - 1)));
    const std::uint32_t begin = of_matter ? body - 1 : body;
    const bool possessive = begin > 0 && syntax_.tag(begin - 1) == "POS";  // "Fiji's military"
    const Mention* owner = mention_ending_at(possessive ? begin - 1 : begin);
    const bool named = owner != nullptr && owner->kind == MentionKind::name && owner->cls != "Person";
    return named ? owner->begin : begin;
  }

  // The first mention found whose last token stands before end, or null.
  [[nodiscard]] const Mention* mention_ending_at(std::uint32_t end) const {
    const auto found = std::find_if(reading_.mentions.begin(), reading_.mentions.end(),
                                    [&](const Mention& mention) { return mention.end == end; });
    return found == reading_.mentions.end() ? nullptr : &*found;
  }

  [[nodiscard]] bool is_pronoun(std::uint32_t i) const {
    const std::string_view tag = syntax_.tag(i);
    if (tag == "PRP" || tag == "PRP$" || tag == "WP" || tag == "WP$") return true;
    if (tag == "WDT") return syntax_.is(i, {"nsubj", "nsubjpass", "dobj", "pobj", "attr"});
    if (tag == "DT")
      return one_of(syntax_.lower(i), {"this", "that", "these", "those", "both", "neither"}) &&
             syntax_.is(i, {"nsubj", "nsubjpass", "dobj", "pobj"});
    return tag == "RB" && one_of(syntax_.lower(i), {"there", "here"}) &&
           syntax_.is(i, {"advmod", "dobj", "pobj", "pcomp"});
  }

  // "many in Kenya", "some in the party", "those in power in Kenya": one past the whole, or i.
  [[nodiscard]] std::uint32_t some_end(std::uint32_t i) const {
    if (i + 2 >= syntax_.size() || !one_of(syntax_.lower(i), {"many", "some", "most", "others", "those"}) ||
        !one_of(syntax_.lower(i + 1), {"in", "within", "inside", "around"}) || syntax_.head(i + 1) != i)
      return i;
    const std::uint32_t where = syntax_.child(i + 1, {"pobj"});
    const bool somewhere = where != kNone && (syntax_.tag(where).starts_with("NNP") ||
                                              !resources_.nouns->class_of(syntax_.lemma(where)).empty() ||
                                              syntax_.lower(where) == "power");
    return somewhere && syntax_.range(i).end - i <= kLongestThose ? syntax_.range(i).end : i;
  }

  // "those who gave the orders", "those responsible for the attack": one past the whole, or i.
  [[nodiscard]] std::uint32_t those_end(std::uint32_t i) const {
    if (const std::uint32_t end = some_end(i); end > i) return end;
    if (syntax_.lower(i) != "those" || syntax_.dep(i) == "det" || i + 1 >= syntax_.size()) return i;
    const bool followed =
        syntax_.lower(i + 1) == "who" ||
        one_of(syntax_.lower(i + 1), {"responsible", "involved", "accused", "behind", "guilty", "affected",
                                      "displaced", "killed", "injured", "suspected"});
    if (!followed) return i;
    std::uint32_t end = i + 2;
    const bool clause = syntax_.lower(i + 1) == "who";
    if (!clause && (end >= syntax_.size() || !one_of(syntax_.lower(end), {"for", "in"}))) return end;
    for (const std::uint32_t child : syntax_.children(clause ? i : i + 1)) {
      if (child > i) end = std::max(end, syntax_.range(child).end);
    }
    return end - i > kLongestThose ? i + 2 : end;
  }

  void add_those(std::uint32_t i, std::uint32_t end) {
    Mention mention;
    mention.begin = mention.head = i;
    mention.end = end;
    mention.kind = MentionKind::nominal;
    mention.definite = mention.plural = true;
    mention.cls = "Collective";
    mention.name = trimmed(original_words(reading_, i, end));
    reading_.mentions.push_back(std::move(mention));
  }

  void add_pronoun(std::uint32_t i) {
    Mention mention;
    mention.begin = mention.head = i;
    mention.end = i + 1;
    mention.kind = MentionKind::pronoun;
    mention.name = std::string(reading_.analysis.token_text(i));
    mention.plural =
        one_of(syntax_.lower(i), {"we", "us", "our", "they", "them", "their", "these", "those", "both",
                                  "neither", "ourselves", "themselves", "ours", "theirs"});
    reading_.mentions.push_back(std::move(mention));
  }

  [[nodiscard]] bool is_phrase_head(std::uint32_t i) const {
    const nlp::Token& token = syntax_.token(i);
    if (!is_nominal_label(token.dep) || resources_.nouns->in_list("FeastWord", syntax_.lower(i)))
      return false;
    if (syntax_.lower(i) == "part" && syntax_.is(i, {"pobj"}) && syntax_.child(i, {"poss"}) != kNone)
      return false;  // "for its part"
    const std::string_view tag = token.tag;
    if (tag == "NN" || tag == "NNS" || tag == "NNP" || tag == "NNPS") {
      const bool beside =
          token.dep == "npadvmod" && syntax_.child(i, {"relcl"}) != kNone;  // ", a charge that X denies"
      return token.dep != "amod" && (token.dep != "npadvmod" || beside) &&
             is_letter_at(reading_.analysis.token_text(i), 0);
    }
    if (!syntax_.is(i, {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "attr"})) return false;
    if (tag == "CD")
      return token.ent_type != "DATE" && token.ent_type != "MONEY" && token.ent_type != "PERCENT";
    const bool one_of_two =
        i > 0 && syntax_.lower(i - 1) == "the" && one_of(syntax_.lower(i), {"former", "latter"});
    const bool aged = tag == "JJ" && i > 2 && syntax_.lower(i) == "old" && syntax_.lower(i - 2) == "year";
    return one_of_two || aged || (tag == "JJ" && one_of(syntax_.lower(i), {"many", "several", "few"}));
  }

  // Sorted by begin, longer first; indices of names follow.
  void sort_and_index() {
    std::vector<std::uint32_t> order(reading_.mentions.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const Mention &x = reading_.mentions[a], &y = reading_.mentions[b];
      return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
    });
    std::vector<std::uint32_t> place(order.size());
    std::vector<Mention> sorted;
    sorted.reserve(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      sorted.push_back(std::move(reading_.mentions[order[i]]));
    }
    reading_.mentions = std::move(sorted);
    reading_.mention_at.assign(syntax_.size(), kNone);
    for (std::uint32_t i = 0; i < reading_.mentions.size(); ++i) {
      std::uint32_t& at = reading_.mention_at[reading_.mentions[i].head];
      if (at == kNone) at = i;
    }
    for (const auto& [head, index] : title_heads_) {
      if (reading_.mention_at[head] == kNone) reading_.mention_at[head] = place[index];
    }
  }

  Reading& reading_;
  const Parsed& parsed_;
  const Syntax& syntax_;
  const Resources& resources_;
  Nominals nominals_;
  std::vector<NameSpan> names_;
  std::vector<std::uint32_t> name_of_;  // for every token the mention that covers it, before sorting
  std::vector<bool> covered_, in_time_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> title_heads_;
};

}  // namespace

void find_mentions(Reading& reading, const Parsed& parsed, const Resources& resources) {
  MentionFinder(reading, parsed, resources).find();
}

void find_mentions(Reading& reading, const Resources& resources) {
  find_mentions(reading, Parsed(reading, resources), resources);
}

}  // namespace entente::extract
