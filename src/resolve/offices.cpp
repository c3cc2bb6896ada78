// SPDX-License-Identifier: Apache-2.0
#include "resolve/offices.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "resolve/naming.hpp"

namespace entente::resolve {
namespace {

// Titles that a state gives.
bool is_national(const std::string& office) {
  const std::vector<std::string> words = words_of(plain_name(office));
  if (words.size() == 2 && words[1] == "secretary" &&
      one_of(words[0],
             {"defence", "defense", "foreign", "home", "interior", "treasury", "finance", "cabinet"}))
    return true;
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return one_of(word, {"president", "minister", "premier", "king", "queen", "chancellor", "emir", "sultan",
                         "emperor", "ambassador", "ombudsman", "incumbent", "ruler", "strongman"});
  });
}

class OfficeFiller {
 public:
  OfficeFiller(Nodes& nodes, std::uint32_t main_country) : nodes_(nodes), main_country_(main_country) {
    for (std::uint32_t m = 0; m < nodes.reading().mentions.size(); ++m) {
      const std::uint32_t node = nodes.mention(m).entity;
      if (node != kNone && nodes.mention(m).kind == MentionKind::name && nodes.is_class(node, "Country"))
        mentions_[node].push_back(m);
    }
    if (main_country_ == kNone) main_country_ = most_named();
    home_ = country_of_opening();
  }

  void fill(std::uint32_t m) {
    Mention& mention = nodes_.mention(m);
    if (mention.office.empty() || mention.office_in != kNone || mention.plural ||
        !is_national(mention.office))
      return;
    if (mention.kind != MentionKind::name) return;
    std::uint32_t country = mention.entity == kNone ? kNone : led_by(nodes_.at(mention.entity).id);
    if (country == kNone && mention.entity != kNone) country = led_by_namesake(mention.entity);
    const bool known = country != kNone;  // "ex-president X" of the tables, where the text has a president
    const std::uint32_t master = country == kNone ? master_of(mention) : kNone;
    if (master != kNone) country = country_of(master);
    if (country == kNone && is_known_leader(mention)) return;
    if (country == kNone && is_domestic(mention.office) &&
        (is_named_before(main_country_, m) || is_alone_and_acts(mention)))
      country = main_country_;
    const bool introduced = mention.name.find(' ') != std::string::npos;  // not "Bush"
    if (country == kNone && introduced && is_domestic(mention.office) && !is_owned(mention)) {
      country = acting_before(m);
      if (country == kNone) country = most_likely(m);
    }
    if (!known && master == kNone && is_at_odds_with_scene(country, mention.office)) return;
    if (!known && has_other(country, mention)) return;
    mention.office_in = nearest(country, m);
  }

 private:
  // The country (id of the tables) of the first town that the opening sentence names, or empty.
  [[nodiscard]] std::string country_of_opening() const {
    for (const Mention& mention : nodes_.reading().mentions) {
      if (nodes_.discourse().sentence_of(mention.head) > 0) return {};
      if (mention.kind != MentionKind::name || mention.entity == kNone) continue;
      const ontology::GazetteerEntity* town = nodes_.gazetteer().find(nodes_.at(mention.entity).id);
      if (town != nullptr && town->cls == "City" && !town->country.empty()) return town->country;
    }
    return {};
  }

  // "Interior Minister X" in a text set in Libreville, behind a sentence about France: not France's.
  [[nodiscard]] bool is_at_odds_with_scene(std::uint32_t country, const std::string& office) const {
    if (country == kNone || home_.empty() || nodes_.at(country).id == home_) return false;
    const std::vector<std::string> words = words_of(plain_name(office));
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
      return one_of(word, {"interior", "home", "justice", "health", "education", "information", "agriculture",
                           "transport", "labour", "labor", "housing", "communications"});
    });
  }

  // The country that is named at least thrice, and twice as often as any other.
  [[nodiscard]] std::uint32_t most_named() const {
    std::uint32_t best = kNone;
    std::size_t first = 0, second = 0;
    for (const auto& [country, named] : mentions_) {
      second = std::max(second, std::min(first, named.size()));
      if (named.size() <= first) continue;
      first = named.size();
      best = country;
    }
    return first >= 3 && first >= 2 * second ? best : kNone;
  }

  // A country that is named only later has not introduced "President X".
  [[nodiscard]] bool is_named_before(std::uint32_t country, std::uint32_t m) const {
    const auto found = mentions_.find(country);
    return found != mentions_.end() && found->second.front() < m;
  }

  // "President X said that Austria would not join."
  [[nodiscard]] bool is_alone_and_acts(const Mention& mention) const {
    return mentions_.size() == 1 && nodes_.reading().analysis.tokens[mention.head].dep == "nsubj";
  }

  // An ambassador or envoy may be anybody's; a minister without a country is one of those spoken of.
  [[nodiscard]] static bool is_domestic(const std::string& office) {
    const std::vector<std::string> words = words_of(plain_name(office));
    return std::none_of(words.begin(), words.end(), [](const std::string& word) {
      return one_of(word, {"ambassador", "envoy", "former", "ex", "vice", "regional", "provincial"});
    });
  }

  // A leader of a country that the text does not name.
  [[nodiscard]] bool is_known_leader(const Mention& mention) const {
    const std::string id = mention.entity == kNone ? std::string() : nodes_.at(mention.entity).id;
    const auto& offices = nodes_.gazetteer().offices();
    return !id.empty() && std::any_of(offices.begin(), offices.end(),
                                      [&](const ontology::Office& office) { return office.person == id; });
  }

  // "Gbagbo's foreign minister, X"
  [[nodiscard]] bool is_owned(const Mention& mention) const {
    const auto& tokens = nodes_.reading().analysis.tokens;
    const std::uint32_t floor = mention.begin > 6 ? mention.begin - 6 : 0;
    return std::any_of(tokens.begin() + floor, tokens.begin() + mention.begin,
                       [](const nlp::Token& token) { return token.tag == "POS" || token.tag == "PRP$"; });
  }

  // "Indonesia is ready; Foreign Minister X said": the one country that acts in the sentence or the one
  // before.
  [[nodiscard]] std::uint32_t acting_before(std::uint32_t m) const {
    const Discourse& discourse = nodes_.discourse();
    const std::uint32_t here = discourse.sentence_of(nodes_.mention(m).head);
    std::uint32_t found = kNone;
    for (const auto& [country, named] : mentions_) {
      const bool acts = std::any_of(named.begin(), named.end(), [&](std::uint32_t c) {
        const std::uint32_t head = nodes_.mention(c).head;
        const bool inside = one_of(discourse.token(head).dep, {"poss", "amod", "compound", "nmod"});
        const std::uint32_t owned = inside ? discourse.token(head).head : head;
        return c < m && discourse.sentence_of(head) + 1 >= here && discourse.is_subject(owned) &&
               !is_conditional(discourse, owned);
      });
      if (acts && found != kNone) return kNone;
      if (acts) found = country;
    }
    return found;
  }

  // "unless China does likewise": China does nothing yet.
  [[nodiscard]] static bool is_conditional(const Discourse& discourse, std::uint32_t subject) {
    const std::uint32_t mark = discourse.child(discourse.token(subject).head, {"mark"});
    return mark != kNone && one_of(discourse.lower(mark), {"unless", "if"});
  }

  // The country that opens the text, is named last and most often before the title: two of these three.
  [[nodiscard]] std::uint32_t most_likely(std::uint32_t m) const {
    std::uint32_t opens = kNone, last = kNone, most = kNone;
    std::ptrdiff_t count = 0;
    for (const auto& [country, named] : mentions_) {
      const std::ptrdiff_t before = std::lower_bound(named.begin(), named.end(), m) - named.begin();
      if (before == 0) continue;
      if (opens == kNone || named.front() < mentions_.at(opens).front()) opens = country;
      if (last == kNone || named[before - 1] > last_before(last, m)) last = country;
      if (before > count) most = country;
      count = std::max(count, before);
    }
    return last == opens || last == most ? last : opens == most ? opens : kNone;
  }

  [[nodiscard]] std::uint32_t last_before(std::uint32_t country, std::uint32_t m) const {
    const std::vector<std::uint32_t>& named = mentions_.at(country);
    return *std::prev(std::lower_bound(named.begin(), named.end(), m));
  }

  // "Gbagbo's foreign minister, X": Gbagbo; or kNone.
  [[nodiscard]] std::uint32_t master_of(const Mention& mention) const {
    const Discourse& discourse = nodes_.discourse();
    if (discourse.token(mention.head).dep != "appos") return kNone;
    const std::uint32_t owner = discourse.child(discourse.token(mention.head).head, {"poss"});
    const std::uint32_t master = owner == kNone ? kNone : nodes_.reading().mention_at[owner];
    const std::uint32_t node = master == kNone ? kNone : nodes_.mention(master).entity;
    return node != kNone && nodes_.is_class(node, "Person") ? node : kNone;
  }

  // The country that a person leads, by the tables or by the text.
  [[nodiscard]] std::uint32_t country_of(std::uint32_t person) const {
    const std::uint32_t led = led_by(nodes_.at(person).id);
    if (led != kNone) return led;
    for (const Mention& mention : nodes_.reading().mentions) {
      if (mention.entity != person || mention.office_in == kNone) continue;
      const std::uint32_t body = nodes_.mention(mention.office_in).entity;
      if (body != kNone && mentions_.count(body) > 0) return body;
    }
    return led_by_namesake(person);
  }

  // Somebody else has that office of the country in the text.
  [[nodiscard]] bool has_other(std::uint32_t country, const Mention& mention) const {
    const auto& all = nodes_.reading().mentions;
    return country != kNone && std::any_of(all.begin(), all.end(), [&](const Mention& other) {
             return other.office_in != kNone && nodes_.mention(other.office_in).entity == country &&
                    other.kind == MentionKind::name && other.entity != mention.entity &&
                    plain_name(other.office) == plain_name(mention.office);
           });
  }

  // The country of an id, when the text names it.
  [[nodiscard]] std::uint32_t named(const std::string& id) const {
    for (const auto& [country, at] : mentions_)
      if (nodes_.at(country).id == id) return country;
    return kNone;
  }

  // "President Bush": the one country of the text that somebody of that surname led.
  [[nodiscard]] std::uint32_t led_by_namesake(std::uint32_t node) const {
    const std::string end = " " + plain_name(nodes_.at(node).label);
    if (!nodes_.at(node).id.empty() || end.rfind(' ') > 0) return kNone;
    std::uint32_t found = kNone;
    for (const ontology::Office& office : nodes_.gazetteer().offices()) {
      const std::uint32_t country = named(office.country);
      if (country == kNone || country == found) continue;
      const ontology::GazetteerEntity* person = nodes_.gazetteer().find(office.person);
      if (person == nullptr || !plain_name(person->label).ends_with(end)) continue;
      if (found != kNone) return kNone;
      found = country;
    }
    return found;
  }

  [[nodiscard]] std::uint32_t led_by(const std::string& person) const {
    if (person.empty()) return kNone;
    for (const ontology::Office& office : nodes_.gazetteer().offices()) {
      if (office.person != person) continue;
      const std::uint32_t node = named(office.country);
      if (node != kNone) return node;
    }
    return kNone;
  }

  // The mention of a country that is nearest to another.
  [[nodiscard]] std::uint32_t nearest(std::uint32_t node, std::uint32_t m) const {
    const auto found = mentions_.find(node);
    if (node == kNone || found == mentions_.end()) return kNone;
    const auto behind = std::lower_bound(found->second.begin(), found->second.end(), m);
    return behind == found->second.begin() ? *behind : *std::prev(behind);
  }

  std::string home_;
  Nodes& nodes_;
  std::uint32_t main_country_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> mentions_;  // country -> its names in the text
};

}  // namespace

void fill_offices(Nodes& nodes, std::uint32_t main_country) {
  OfficeFiller filler(nodes, main_country);
  for (std::uint32_t m = 0; m < nodes.reading().mentions.size(); ++m) filler.fill(m);
}

}  // namespace entente::resolve
