// SPDX-License-Identifier: Apache-2.0
#include "resolve/names.hpp"

#include <algorithm>
#include <map>

#include "resolve/kinds.hpp"
#include "resolve/naming.hpp"
#include "resolve/senses.hpp"

namespace entente::resolve {
namespace {

constexpr std::size_t kNearest = 40;  // full names looked at for one short name

class NameLinker {
 public:
  explicit NameLinker(Nodes& nodes) : nodes_(nodes), senses_(nodes) {}

  void link() {
    const std::size_t count = nodes_.reading().mentions.size();
    for (std::uint32_t m = 0; m < count; ++m) {
      if (is_full(m)) link_full(m);
    }
    for (std::uint32_t m = 0; m < count; ++m) {
      if (nodes_.mention(m).kind == MentionKind::name && nodes_.mention(m).entity == kNone) link_rest(m);
    }
    for (std::uint32_t m = 0; m < count; ++m) {
      Mention& mention = nodes_.mention(m);
      if (mention.kind == MentionKind::name && mention.entity != kNone &&
          nodes_.is_class(mention.entity, "Person"))
        mention.plural = false;
      note_gender(m);
    }
  }

 private:
  struct FullName {
    std::string plain;
    std::uint32_t node;
    std::uint32_t mention;
    bool person;
  };

  [[nodiscard]] bool is_person(const Mention& mention) const { return mention.cls == "Person"; }

  // Names that can be settled before the others: listed senses, persons with two words, names with several
  // words.
  [[nodiscard]] bool is_full(std::uint32_t m) const {
    const Mention& mention = nodes_.mention(m);
    if (mention.kind == MentionKind::nominal) return !mention.acronym.empty();
    if (mention.kind != MentionKind::name) return false;
    if (!mention.candidates.empty()) return !is_person(mention) || mention.end - mention.begin > 1;
    return mention.end - mention.begin > 1 || !mention.acronym.empty();
  }

  void link_full(std::uint32_t m) {
    const Mention& mention = nodes_.mention(m);
    const std::string plain = plain_name(mention.name);
    if (const std::uint32_t known = by_acronym(mention.name); known != kNone) {
      nodes_.assign(m, known, "acronym in the text");
      return;
    }
    if (mention.kind == MentionKind::nominal) {
      link_described(m, plain);
      return;
    }
    std::uint32_t node = unlisted_longer(plain, m);
    std::string_view why = "short name";
    if (node == kNone) {
      node = senses_.settled(m);
      why = "gazetteer";
    }
    if (node == kNone) {
      node = same_or_longer(plain, m);
      why = "name met before";
    }
    if (node == kNone) {
      node = nodes_.keyed("name:" + plain, mention.name, {});
      why = "name in the text";
    }
    nodes_.assign(m, node, why);
    remember(m, node, plain);
  }

  // "the UN refugee agency (UNHCR)": a description that its acronym makes a name.
  void link_described(std::uint32_t m, const std::string& plain) {
    const Mention& mention = nodes_.mention(m);
    std::uint32_t node = kNone;
    for (const ontology::NameEntry& entry : nodes_.gazetteer().names(ontology::name_key(mention.acronym))) {
      const ontology::GazetteerEntity& entity = nodes_.gazetteer().entities()[entry.entity];
      if (entry.kind == ontology::NameKind::acronym && entity.cls == "InternationalOrganization")
        node = nodes_.listed(entity.id);
    }
    if (node == kNone) node = nodes_.keyed("name:" + plain, mention.name, {});
    nodes_.at(node).named = true;
    nodes_.assign(m, node, "description with an acronym");
    remember(m, node, plain);
  }

  // "the Red Cross" where the text named the "Malagasy Red Cross" before: its own name goes before a listed
  // one. Not "a Houthi spokesman" behind "Abdul-Malik al-Houthi": a person's name.
  [[nodiscard]] std::uint32_t unlisted_longer(const std::string& plain, std::uint32_t m) const {
    const Mention& mention = nodes_.mention(m);
    if (one_of(mention.cls, {"Person", "Country", "City", "Region", "HealthThreat"}) ||
        mention.candidates.empty())
      return kNone;
    std::uint32_t found = kNone;
    for (const std::uint32_t number : beside(plain)) {
      const FullName& full = fulls_[number];
      const bool last = full.plain.size() > plain.size() + 1 &&
                        full.plain.substr(full.plain.size() - plain.size() - 1) == " " + plain;
      if (full.plain == plain) found = kNone;
      if (last && !full.person && nodes_.at(full.node).id.empty()) found = full.node;
    }
    return found;
  }

  void remember(std::uint32_t m, std::uint32_t node, const std::string& plain) {
    const Mention& mention = nodes_.mention(m);
    const auto number = static_cast<std::uint32_t>(fulls_.size());
    fulls_.push_back({plain, node, m, is_person(mention)});
    const std::vector<std::string> words = words_of(plain);
    std::vector<std::string> keys;  // by which a short name may call it
    if (!words.empty()) keys = {words.front(), words.back(), core_end(words)};
    if (is_person(mention)) keys = words;
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (const std::string& key : keys) by_end_[key].push_back(number);
    if (!mention.acronym.empty()) acronyms_.emplace(mention.acronym, node);
    const std::string initials = initials_of(mention.name);
    if (initials.size() > 2 && !is_person(mention)) initials_.emplace(initials, node);
    Node& at = nodes_.at(node);
    if (at.id.empty() && mention.name.size() > at.label.size() && !is_person(mention))
      at.label = mention.name;
  }

  [[nodiscard]] std::uint32_t by_acronym(const std::string& name) const {
    const auto found = acronyms_.find(name);
    return found == acronyms_.end() ? kNone : found->second;
  }

  // A longer name that this one is the end of: "George Bush" of "George W. Bush", "Observation Mission" of
  // the full title.
  [[nodiscard]] std::uint32_t same_or_longer(const std::string& plain, std::uint32_t m) const {
    const bool person = is_person(nodes_.mention(m));
    std::uint32_t longer = kNone;
    for (const std::uint32_t number : beside(plain)) {
      const FullName& full = fulls_[number];
      if (full.person != person) continue;
      if (full.plain == plain) return full.node;
      if (!nodes_.at(full.node).id.empty()) continue;
      if (is_short_form(plain, full.plain) || (person && same_ends(plain, full.plain))) longer = full.node;
    }
    return longer;
  }

  // Full names that begin or end with the first or the last word of a name: the latest of them, in text
  // order.
  [[nodiscard]] std::vector<std::uint32_t> beside(const std::string& plain) const {
    std::vector<std::uint32_t> numbers;
    const std::vector<std::string> words = words_of(plain);
    if (words.empty()) return numbers;
    for (const std::string* word : {&words.front(), &words.back()}) {
      const auto found = by_end_.find(*word);
      if (found == by_end_.end()) continue;
      const std::size_t skip = found->second.size() > kNearest ? found->second.size() - kNearest : 0;
      numbers.insert(numbers.end(), found->second.begin() + static_cast<std::ptrdiff_t>(skip),
                     found->second.end());
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
  }

  [[nodiscard]] static bool same_ends(const std::string& a, const std::string& b) {
    const std::vector<std::string> x = words_of(a), y = words_of(b);
    if (x.size() < 2 || y.size() < 2 || x.front() != y.front() || x.back() != y.back()) return false;
    if (x.size() < 3 || y.size() < 3) return true;
    const bool initial =
        x[1].size() < 3 || y[1].size() < 3;  // "George W. Bush"; brothers differ in the middle
    return x[1] == y[1] || x.size() != y.size() || (initial && x[1].front() == y[1].front());
  }

  void link_rest(std::uint32_t m) {
    const Mention& mention = nodes_.mention(m);
    const std::string plain = plain_name(mention.name);
    if (const std::uint32_t known = by_acronym(mention.name); known != kNone) {
      nodes_.assign(m, known, "acronym in the text");
      return;
    }
    if (const std::uint32_t full = full_of(m, plain); full != kNone) {
      nodes_.assign(m, full, "short name");
      return;
    }
    const auto known = leaders_.find(plain);
    const std::uint32_t leader = known != leaders_.end() ? known->second : senses_.leader(m);
    if (leader != kNone) {
      leaders_.emplace(plain, leader);
      nodes_.assign(m, leader, "leader by surname and office");
      return;
    }
    const auto initials = initials_.find(mention.name);
    if (initials != initials_.end()) {
      nodes_.assign(m, initials->second, "initials");
      return;
    }
    if (is_kind_of_body(m)) {  // a description, which may refer back to something of another name
      nodes_.mention(m).kind = MentionKind::nominal;
      nodes_.mention(m).plural = plain.back() == 's' && plain != "forces";
      if (nodes_.mention(m).cls.empty())
        nodes_.mention(m).cls = one_of(plain, {"states", "countries"}) ? "GroupOfCountries" : "Collective";
      nodes_.mention(m).definite = true;
      return;
    }
    nodes_.assign(m, nodes_.keyed("name:" + plain, mention.name, {}), "name in the text");
  }

  // The full name that a single word is short for; the nearest before it, else the first behind it.
  [[nodiscard]] std::uint32_t full_of(std::uint32_t m, const std::string& plain) const {
    const Mention& mention = nodes_.mention(m);
    const bool person = is_person(mention);
    std::uint32_t before = kNone, behind = kNone;
    for (const std::uint32_t number : beside(plain)) {
      const FullName& full = fulls_[number];
      if (!fits_short(full, mention, plain, person)) continue;
      const bool leads = before != kNone && full.person && !nodes_.at(before).id.empty() &&
                         nodes_.at(full.node).id.empty();  // the president's brother has his first name too
      if (full.mention < m && !leads) before = full.node;
      if (full.mention > m && behind == kNone && full.person) behind = full.node;
    }
    return before != kNone ? before : behind;
  }

  [[nodiscard]] bool fits_short(const FullName& full, const Mention& mention, const std::string& plain,
                                bool person) const {
    if (full.plain == plain) return true;
    if (one_of(plain, {"north", "south"}) && nodes_.class_of(full.node) == "Country")
      return full.plain.rfind(plain + " ", 0) == 0 && mention.begin > 0 &&
             nodes_.discourse().lower(mention.begin - 1) == "the";  // "North Korea ... the North"
    if (full.person != person && !mention.cls.empty() && (full.person || person)) {
      const bool weak = full.person && one_of(mention.cls, {"City", "Organization", "Population", "Region"});
      if (!weak || mention.candidates.size() > 0) return false;
    }
    if (full.person && is_word_of(plain, full.plain)) return true;  // "Lula"
    if (plain.find(' ') == std::string::npos && !full.person && !mention.cls.empty() &&
        nodes_.class_of(full.node) != "Country" && core_end(words_of(full.plain)) == plain)
      return true;  // "the Association" of "Association for Rural Women"
    if (!is_short_form(plain, full.plain)) return false;
    if (full.person) return true;
    const bool last =
        full.plain.size() > plain.size() && full.plain.substr(full.plain.size() - plain.size()) == plain;
    return last && nodes_.class_of(full.node) != "Country" && nodes_.class_of(full.node) != "City";
  }

  // A word of a person's name that is no particle.
  [[nodiscard]] static bool is_word_of(const std::string& plain, const std::string& full) {
    if (plain.size() < 3) return false;
    const std::vector<std::string> words = words_of(full);
    return std::find(words.begin(), words.end(), plain) != words.end() &&
           !one_of(plain, {"bin", "ibn", "von", "van", "der", "den", "del", "dos", "das"});
  }

  // "the Alliance", "the Ministry": a word for a kind of body, with an article and a capital.
  [[nodiscard]] bool is_kind_of_body(std::uint32_t m) const {
    const Mention& mention = nodes_.mention(m);
    const Discourse& discourse = nodes_.discourse();
    if (mention.end - mention.begin != 1 || mention.begin == 0 || !mention.candidates.empty() ||
        !mention.acronym.empty())
      return false;
    const std::string &before = discourse.lower(mention.begin - 1), &word = discourse.lower(mention.begin);
    const Sentence& sentence = nodes_.reading().sentences[discourse.sentence_of(mention.begin)];
    if (mention.begin == sentence.begin && !sentence.heading)
      return is_body_word(word);  // "Party leaders said"
    const bool several = one_of(before, {"the", "two", "three", "both", "all"}) &&
                         one_of(word, {"states", "parties", "sides", "ministers", "leaders", "presidents",
                                       "governments", "countries", "delegations", "heads"});
    return several || (one_of(before, {"the", "this", "our"}) && is_body_word(word));
  }

  // By the given name in front of another; 0 when both bear it.
  [[nodiscard]] char gender_of_name(const std::string& name) const {
    const std::vector<std::string> words = words_of(plain_name(name));
    if (words.size() < 2) return '\0';
    if (nodes_.gazetteer().in_list("female-names", words.front())) return 'f';
    return nodes_.gazetteer().in_list("male-names", words.front()) ? 'm' : '\0';
  }

  void note_gender(std::uint32_t m) {
    const Mention& mention = nodes_.mention(m);
    if (mention.entity == kNone || !is_person(mention)) return;
    Node& node = nodes_.at(mention.entity);
    if (node.gender == 0) node.gender = gender_of_name(mention.name);
    if (node.gender == 0) node.gender = gender_of_name(node.label);
    const std::vector<std::string> words = words_of(plain_name(mention.office));
    for (const std::string& word : words) {
      if (one_of(word, {"mr", "king", "prince", "sir", "lord", "chairman", "spokesman", "businessman", "emir",
                        "sultan"}))
        node.gender = 'm';
      if (one_of(word, {"mrs", "ms", "miss", "queen", "princess", "lady", "chairwoman", "spokeswoman",
                        "businesswoman", "madam"}))
        node.gender = 'f';
    }
  }

  Nodes& nodes_;
  Senses senses_;
  std::vector<FullName> fulls_;
  std::map<std::string, std::vector<std::uint32_t>> by_end_;  // first and last word -> numbers of fulls_
  std::map<std::string, std::uint32_t> acronyms_, initials_, leaders_;
};

}  // namespace

void link_names(Nodes& nodes) {
  NameLinker(nodes).link();
}

}  // namespace entente::resolve
