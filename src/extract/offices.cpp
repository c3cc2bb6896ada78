// SPDX-License-Identifier: Apache-2.0
#include "extract/offices.hpp"

#include <algorithm>

#include "extract/letters.hpp"
#include "extract/phrases.hpp"

namespace entente::extract {
namespace {

class OfficeReader {
 public:
  OfficeReader(Reading& reading, const Syntax& syntax, const ontology::Nouns& nouns)
      : reading_(reading), syntax_(syntax), nouns_(nouns) {}

  void read() {
    for (std::uint32_t m = 0; m < reading_.mentions.size(); ++m) {
      Mention& mention = reading_.mentions[m];
      if (mention.kind == MentionKind::nominal && is_office(mention.head)) read_phrase(m);
    }
    for (std::uint32_t m = 0; m < reading_.mentions.size(); ++m)
      if (may_hold_office(m)) read_name(m);
  }

 private:
  [[nodiscard]] bool is_office(std::uint32_t token) const {
    if (syntax_.lower(token) == "head" && syntax_.has_child_word(token, {"his", "her"})) return false;
    return nouns_.in_list("OfficeNoun", syntax_.lemma(token)) ||
           nouns_.in_list("OfficeNoun", syntax_.lower(token));
  }

  // What may have offices: a body, a country, or a pronoun for one.
  [[nodiscard]] bool may_have_office(std::uint32_t m) const {
    const Mention& mention = reading_.mentions[m];
    if (mention.kind == MentionKind::name && mention.cls.empty() && mention.candidates.empty())
      return is_acronym(mention.name);
    if (mention.cls == "Collective") return is_team(mention);
    const std::string& word = syntax_.lower(mention.head);  // "Africa's last monarch", "the shadow minister"
    if (one_of(word, {"africa", "african", "asia", "asian", "europe", "european", "shadow"})) return false;
    return !one_of(mention.cls, {"Person", "Population", "Concept", "Resource"});  // "Muslim MP X"
  }

  // "the head of the observer mission": a group that is one body.
  [[nodiscard]] bool is_team(const Mention& mention) const {
    return mention.kind == MentionKind::nominal && !mention.plural &&
           nouns_.in_list("OneBodyNoun", syntax_.lemma(mention.head));
  }

  [[nodiscard]] std::uint32_t mention_over(std::uint32_t token) const {
    if (reading_.mention_at[token] != kNone) return reading_.mention_at[token];
    const auto behind =
        std::upper_bound(reading_.mentions.begin(), reading_.mentions.end(), token,
                         [](std::uint32_t at, const Mention& mention) { return at < mention.begin; });
    const auto first = behind - reading_.mentions.begin() > 8 ? behind - 8 : reading_.mentions.begin();
    for (auto mention = first; mention != behind; ++mention) {
      if (mention->kind == MentionKind::name && token < mention->end)
        return static_cast<std::uint32_t>(mention - reading_.mentions.begin());
    }
    return kNone;
  }

  // The body or country of the office at a token: possessor, name before it, "of", "at", "for", "in" phrase.
  [[nodiscard]] std::uint32_t body_of(std::uint32_t head, std::uint32_t self) const {
    std::uint32_t best = kNone;
    for (const std::uint32_t child : syntax_.children(head)) {
      if (child < head && syntax_.is(child, {"poss", "compound", "amod", "nmod"})) {
        const std::uint32_t m = mention_over(child);
        const bool part = child > 0 && syntax_.lower(child - 1) == "-";  // "pro-European president"
        const bool fits = m != kNone && m != self && !part && may_have_office(m) &&
                          reading_.mentions[m].head < head && suits(head, m);
        if (fits && (best == kNone || !is_sent(head)))
          best = sender(m, head);  // "its U.S. ambassador": not of the U.S.
      }
      if (child > head && syntax_.dep(child) == "prep" &&
          one_of(syntax_.lower(child), {"of", "at", "for", "in"})) {
        const std::uint32_t m = body_in_phrase(child, 0);
        if (m != kNone && m != self && suits(head, m) && (syntax_.lower(child) == "of" || best == kNone))
          return m;
      }
    }
    return best;
  }

  // "UN Middle East | envoy": of the body that is named in front of the place.
  [[nodiscard]] std::uint32_t sender(std::uint32_t place, std::uint32_t office) const {
    if (place == 0 || !is_sent(office)) return place;
    const Mention& body = reading_.mentions[place - 1];
    const bool in_front = body.kind == MentionKind::name && body.end == reading_.mentions[place].begin;
    return in_front && may_have_office(place - 1) ? place - 1 : place;
  }

  [[nodiscard]] bool is_sent(std::uint32_t office) const {
    return one_of(syntax_.lemma(office),
                  {"ambassador", "envoy", "representative", "consul", "attache", "attaché"});
  }

  // "Foreign Affairs minister" names no body, "the group's Asia director" is of the group.
  [[nodiscard]] bool suits(std::uint32_t office, std::uint32_t m) const {
    const Mention& mention = reading_.mentions[m];
    if (mention.cls == "Region" && syntax_.child(office, {"poss"}) < mention.begin) return false;
    if (syntax_.lemma(office) != "minister" || mention.kind == MentionKind::pronoun) return true;
    return !mention.candidates.empty() ||
           one_of(mention.cls, {"Country", "Region", "City", "GovernmentBody", "GroupOfCountries"});
  }

  // "of Foreign Affairs of Uzbekistan": the affairs are part of the office, the country has it.
  [[nodiscard]] std::uint32_t body_in_phrase(std::uint32_t preposition, int depth) const {
    const std::uint32_t object = syntax_.child(preposition, {"pobj"});
    if (object == kNone || depth > 2) return kNone;
    const std::uint32_t m = mention_over(object);
    const bool portfolio = nouns_.in_list("PortfolioNoun", syntax_.lower(object)) ||
                           nouns_.in_list("TitleModifier", syntax_.lower(object));  // "Secretary of State"
    const bool fits = m != kNone && may_have_office(m) && !portfolio;
    if (fits && is_body(reading_.mentions[m])) return m;
    for (const std::uint32_t child : syntax_.children(object)) {
      if (child < object || syntax_.dep(child) != "prep" || syntax_.lower(child) != "of") continue;
      const std::uint32_t inner = body_in_phrase(child, depth + 1);
      if (inner != kNone) return inner;
    }
    return fits && reading_.mentions[m].kind != MentionKind::name ? m : kNone;
  }

  [[nodiscard]] static bool is_body(const Mention& mention) {
    if (mention.kind == MentionKind::pronoun) return true;
    return !mention.candidates.empty() || !mention.acronym.empty() ||
           (mention.kind == MentionKind::name && is_acronym(mention.name)) ||
           one_of(mention.cls, {"Country", "City", "Region", "Organization", "InternationalOrganization",
                                "GovernmentBody", "PoliticalParty", "Company", "CivilSocietyOrganization",
                                "ArmedGroup", "GroupOfCountries", "Facility"});
  }

  // An office phrase: "the Foreign Minister of Brunei", "UNHCR's regional director", "its president".
  void read_phrase(std::uint32_t m) {
    Mention& mention = reading_.mentions[m];
    if (mention.office_in == kNone) mention.office_in = body_with_holder(m);
    if (mention.office_in == kNone) mention.office_in = body_of(mention.head, m);
    mention.office = office_words(mention);
    if (mention.cls.empty()) mention.cls = mention.plural ? "Collective" : "Person";
  }

  // "President of the European Commission Ursula von der Leyen": the phrase ends where its holder's name
  // begins, whatever the tree says. Returns the body, or kNone: of "Chadian ambassador to Kenya X" it is
  // Chad.
  [[nodiscard]] std::uint32_t body_with_holder(std::uint32_t m) {
    Mention& mention = reading_.mentions[m];
    std::uint32_t at = mention.head + 1;
    if (at + 2 >= syntax_.size() || !one_of(syntax_.lower(at), {"of", "to", "for"})) return kNone;
    if (is_behind_name(m)) return kNone;  // "X, president of Mali, Y, president of Chad, and ..."
    const bool of = syntax_.lower(at) == "of";
    at += syntax_.lower(at + 1) == "the" ? 2 : 1;
    std::uint32_t body = kNone;
    for (std::uint32_t k = m + 1; k < reading_.mentions.size() && reading_.mentions[k].begin <= at + 12;
         ++k) {
      const Mention& next = reading_.mentions[k];
      if (next.kind != MentionKind::name) continue;
      if (body == kNone && next.begin == at && is_body(next)) {
        body = k;
      } else if (body != kNone && next.cls == "Person" && follows(next, reading_.mentions[body])) {
        mention.end = reading_.mentions[body].end;
        mention.name = original_words(reading_, mention.begin, mention.end);
        mention.antecedent = k;
        return of ? body : kNone;
      }
    }
    return kNone;
  }

  [[nodiscard]] bool is_behind_name(std::uint32_t m) const {
    const std::uint32_t at = reading_.mentions[m].begin;
    const std::uint32_t name = at > 1 && syntax_.lower(at - 1) == "," ? mention_over(at - 2) : kNone;
    return name != kNone && reading_.mentions[name].cls == "Person" &&
           reading_.mentions[name].kind == MentionKind::name;
  }

  // Right behind it, or behind a comma.
  [[nodiscard]] bool follows(const Mention& next, const Mention& before) const {
    std::uint32_t at = before.end;
    if (at < next.begin && syntax_.lower(at) == ",") ++at;
    while (at < next.begin && is_title(at)) ++at;  // "Chairman of the Joint Staff | General | X"
    return at == next.begin;
  }

  // The title alone: without the names before it and the phrases behind it.
  [[nodiscard]] std::string office_words(const Mention& mention) const {
    const Phrase phrase = phrase_of(syntax_, mention.head, false);
    std::uint32_t begin = phrase.name_begin;
    for (std::uint32_t i = begin; i < mention.head; ++i) {
      const std::uint32_t named = reading_.mention_at[i];
      const bool name = named != kNone && reading_.mentions[named].kind == MentionKind::name;
      if (name || syntax_.tag(i) == "POS") begin = i + 1;
    }
    std::uint32_t end = mention.head + 1;
    if (mention.office_in != kNone && reading_.mentions[mention.office_in].begin > mention.head) {
      end = std::max(
          end, reading_.mentions[mention.office_in].begin);  // "Minister of Foreign Affairs" of Uzbekistan
    } else if (phrase.of_end > end && is_upper(reading_.analysis.token_text(phrase.of_end - 1)[0])) {
      end = phrase.of_end;
    }
    while (end > mention.head + 1 && !is_upper(reading_.analysis.token_text(end - 1)[0])) --end;
    return original_words(reading_, begin, end);
  }

  // "EU commissioner | for Home Affairs |, X": the matter in his charge, in capital letters.
  [[nodiscard]] std::uint32_t portfolio_end(std::uint32_t end) const {
    if (end + 1 >= syntax_.size() || !one_of(syntax_.lower(end), {"for", "of"})) return end;
    std::uint32_t at = end + 1;
    while (at < syntax_.size() && (is_upper(reading_.analysis.token_text(at)[0]) ||
                                   one_of(syntax_.lower(at), {"and", "&", "the", "of"})))
      ++at;
    return at < syntax_.size() && syntax_.tag(at) == "," ? at : end;
  }

  // Text patterns stand in where the tree is wrong: "OFFICE of BODY[,] NAME" and "NAME, OFFICE of BODY".
  [[nodiscard]] std::vector<std::uint32_t> neighbours(std::uint32_t m) const {
    std::vector<std::uint32_t> found;
    const Mention& name = reading_.mentions[m];
    std::uint32_t name_begin = name.begin;
    while (name_begin > 0 && is_title(name_begin - 1)) --name_begin;
    for (std::uint32_t k = m; k > 0 && m - k < 8; --k) {
      const Mention& phrase = reading_.mentions[k - 1];
      std::uint32_t end = portfolio_end(std::max(
          phrase.end, phrase.office_in == kNone ? phrase.end : reading_.mentions[phrase.office_in].end));
      end = behind_place(end, name_begin);
      const std::uint32_t gap = name_begin - std::min(end, name_begin);
      const bool beside = end <= name_begin && (gap == 0 || (gap == 1 && syntax_.tag(end) == ","));
      const bool office = phrase.kind == MentionKind::nominal && !phrase.plural && is_office(phrase.head);
      if (office && beside && syntax_.sentence_of(phrase.head) == syntax_.sentence_of(name.head))
        found.push_back(k - 1);
    }
    const std::uint32_t name_end = end_with_body(name);
    for (std::uint32_t k = m + 1; k < reading_.mentions.size() && k < m + 5; ++k) {
      const Mention& phrase = reading_.mentions[k];
      if (phrase.begin > name_end + 3) break;
      const bool office = phrase.kind == MentionKind::nominal && !phrase.plural && is_office(phrase.head);
      const bool comma = name_end < syntax_.size() && syntax_.tag(name_end) == ",";
      const bool subject = syntax_.is(phrase.head, {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss"});
      if (office && comma && !subject && name_end < phrase.begin) found.push_back(k);
    }
    return found;
  }

  // "its envoy | in Brussels |, X": where he is at work.
  [[nodiscard]] std::uint32_t behind_place(std::uint32_t end, std::uint32_t name) const {
    if (end + 2 >= name || !one_of(syntax_.lower(end), {"in", "to", "at"})) return end;
    const std::uint32_t place = reading_.mention_at[name - 2];
    if (place == kNone || reading_.mentions[place].kind != MentionKind::name || syntax_.tag(name - 1) != ",")
      return end;
    return reading_.mentions[place].begin <= end + 2 ? name - 1 : end;
  }

  // "President X of Mali |, mediator of the talks": the end of the name and of the body behind it.
  [[nodiscard]] std::uint32_t end_with_body(const Mention& name) const {
    if (name.office_in == kNone) return name.end;
    const Mention& body = reading_.mentions[name.office_in];
    return body.begin > name.end && body.begin <= name.end + 2 ? body.end : name.end;
  }

  [[nodiscard]] bool is_title(std::uint32_t i) const {
    return is_upper(reading_.analysis.token_text(i)[0]) &&
           (is_office(i) || nouns_.in_list("Honorific", syntax_.lower(i)));
  }

  // What stands in apposition to an office is its holder, unless it is known to be something else.
  [[nodiscard]] bool may_hold_office(std::uint32_t m) const {
    const Mention& mention = reading_.mentions[m];
    if (mention.kind != MentionKind::name || !mention.candidates.empty()) return mention.cls == "Person";
    return mention.cls.empty() || one_of(mention.cls, {"Person", "City", "Organization", "Region"});
  }

  // A person's name: the name before its title, an apposition on either side.
  void read_name(std::uint32_t m) {
    Mention& mention = reading_.mentions[m];
    if (!mention.office.empty() && (mention.kind == MentionKind::name || mention.office_in == kNone))
      mention.office_in = body_before(m);
    std::vector<std::uint32_t> phrases = appositions(mention.head);
    for (const std::uint32_t p : neighbours(m)) {
      if (mention.cls == "Person" || mention.end - mention.begin > 1) phrases.push_back(p);
    }
    for (const std::uint32_t p : phrases) {
      Mention& phrase = reading_.mentions[p];
      if (phrase.kind != MentionKind::nominal || phrase.plural || phrase.cls != "Person") continue;
      if (phrase.office.empty() && syntax_.head(mention.head) == phrase.head &&
          nouns_.in_list("KinNoun", syntax_.lemma(phrase.head)))
        mention.cls = "Person";  // "X's son, Hannibal"
      if (phrase.office.empty() && mention.cls != "Person") continue;
      if (phrase.antecedent == kNone) phrase.antecedent = m;
      if (phrase.office.empty() || phrase.antecedent != m) continue;
      mention.cls = "Person";
      tie_conjuncts(m, p);
      if (mention.office.empty() || mention.office_in == kNone) {
        mention.office = phrase.office;
        mention.office_in = phrase.office_in;
      }
    }
  }

  // "X, director of A and chairman of B": both offices are his.
  void tie_conjuncts(std::uint32_t name, std::uint32_t phrase) {
    for (const std::uint32_t child : syntax_.children(reading_.mentions[phrase].head)) {
      const std::uint32_t other = syntax_.dep(child) == "conj" ? reading_.mention_at[child] : kNone;
      if (other == kNone || other == name || !is_office(child) || reading_.mentions[other].plural) continue;
      if (reading_.mentions[other].antecedent == kNone) reading_.mentions[other].antecedent = name;
    }
  }

  // Mentions that the tree puts in apposition to a token.
  [[nodiscard]] std::vector<std::uint32_t> appositions(std::uint32_t head) const {
    std::vector<std::uint32_t> found;
    const auto add = [&](std::uint32_t token) {
      const std::uint32_t m = reading_.mention_at[token];
      if (m != kNone) found.push_back(m);
    };
    if (syntax_.dep(head) == "appos") {
      const std::uint32_t above = syntax_.head(head);
      const bool joined = syntax_.dep(above) == "conj" && syntax_.child(above, {"det", "poss"}) == kNone;
      if (joined || syntax_.dep(above) == "appos")
        add(syntax_.head(above));  // "Peru's president and peace laureate, X"; "its leader, the cleric X"
      add(above);
    }
    for (const std::uint32_t child : syntax_.children(head)) {
      if (syntax_.dep(child) == "appos" && child > head) add(child);
    }
    return found;
  }

  // The country or body right before the title of a name ("Bolivian Foreign Minister", "Lesotho's Prime
  // Minister"), or behind it ("President X of Senegal", "Minister of Trade of X, Y").
  [[nodiscard]] std::uint32_t body_before(std::uint32_t m) const {
    const Mention& mention = reading_.mentions[m];
    const std::uint32_t title_end = mention.begin > 0 ? mention.begin - 1 : 0;  // its last word
    for (std::uint32_t k = m; k > 0; --k) {
      const Mention& before = reading_.mentions[k - 1];
      if (before.begin + 12 < mention.begin) break;
      if (before.end > mention.begin || is_in_body_before(k - 1, mention.begin)) continue;
      if (before.kind == MentionKind::pronoun && syntax_.tag(before.head) != "PRP$") break;
      if (!may_have_office(k - 1) || !is_body(before)) break;
      const bool owned = k > 1 && reading_.mentions[k - 2].kind == MentionKind::pronoun &&
                         reading_.mentions[k - 2].end == before.begin;
      if (owned && is_sent(title_end)) return k - 2;
      const bool polite = mention.begin == before.end + 1 && before.kind != MentionKind::name &&
                          nouns_.in_list("Honorific", syntax_.lower(before.end));  // "the bridge Mr X built"
      if (!polite && only_title_between(before.end, mention.begin)) return sender(k - 1, title_end);
      break;
    }
    if (nouns_.in_list("RankNoun", syntax_.lower(title_end)))
      return kNone;  // "General X of Malaysia" is from there, but heads nothing
    const std::uint32_t body = body_of(mention.head, m);
    const bool place = body != kNone &&
                       reading_.mentions[body].begin >= mention.end &&  // "King X in Brussels"
                       one_of(syntax_.lower(mention.end), {"in", "at"});
    return body == kNone || place ? country_behind(m) : body;
  }

  // "Colombian" of "Colombian police | lieutenant X": part of the name of the body. "Y of Peru and | X": Y's.
  [[nodiscard]] bool is_in_body_before(std::uint32_t m, std::uint32_t name) const {
    const Mention &whole = reading_.mentions[m == 0 ? 0 : m - 1], &part = reading_.mentions[m];
    if (part.begin > 0 && syntax_.lower(part.begin - 1) == "of" && syntax_.lower(part.end) == "and")
      return true;
    return whole.begin == part.begin && whole.end > part.end && whole.end <= name && is_body(whole);
  }

  // "Remarks by President X of Y", wherever the tree hangs "of Y".
  [[nodiscard]] std::uint32_t country_behind(std::uint32_t m) const {
    const std::uint32_t end = reading_.mentions[m].end;
    if (m + 1 >= reading_.mentions.size() || end + 1 >= syntax_.size() || syntax_.lower(end) != "of")
      return kNone;
    const Mention& next = reading_.mentions[m + 1];
    const std::uint32_t at = syntax_.lower(end + 1) == "the" ? end + 2 : end + 1;
    return next.begin == at && next.kind == MentionKind::name && next.cls == "Country" ? m + 1 : kNone;
  }

  [[nodiscard]] bool only_title_between(std::uint32_t begin, std::uint32_t end) const {
    if (syntax_.lower(begin) == "and") return false;  // "the rebels and the army chief"
    for (std::uint32_t i = begin; i < end; ++i) {
      const std::string_view tag = syntax_.tag(i);
      if (syntax_.is_verb(i) && !syntax_.is(i, {"amod"})) return false;  // "Norway elected X chairwoman"
      const bool title = is_office(i) || one_of(syntax_.lower(i), {"of", "the", "and"}) ||
                         nouns_.in_list("TitleModifier", syntax_.lower(i)) ||
                         nouns_.in_list("Honorific", syntax_.lower(i));
      if (!title && tag != "POS" && tag != "HYPH" && !is_upper(reading_.analysis.token_text(i)[0]))
        return false;
    }
    return begin < end;
  }

  Reading& reading_;
  const Syntax& syntax_;
  const ontology::Nouns& nouns_;
};

}  // namespace

void read_offices(Reading& reading, const Syntax& syntax, const ontology::Nouns& nouns) {
  OfficeReader(reading, syntax, nouns).read();
}

}  // namespace entente::extract
