// SPDX-License-Identifier: Apache-2.0
#include "ask/lexicon.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.hpp"

namespace entente::ask {
namespace {

using Words = std::set<std::string_view>;
template <class T>
using Table = std::map<std::string_view, T>;

template <class T>
T look_up(const Table<T>& table, std::string_view word, T otherwise) {
  const auto at = table.find(word);
  return at == table.end() ? otherwise : at->second;
}

/// Names of classes that people use beside the labels of the vocabulary.
const Table<std::string_view>& class_nouns() {
  static const Table<std::string_view> nouns{{"country", "Country"},
                                             {"state", "Country"},
                                             {"nation", "Country"},
                                             {"person", "Person"},
                                             {"people", "Person"},
                                             {"leader", "Person"},
                                             {"politician", "Person"},
                                             {"official", "Person"},
                                             {"individual", "Person"},
                                             {"organization", "Organization"},
                                             {"organisation", "Organization"},
                                             {"body", "Organization"},
                                             {"institution", "Organization"},
                                             {"agency", "Organization"},
                                             {"group", "Collective"},
                                             {"event", "Meeting"},
                                             {"meeting", "Meeting"},
                                             {"summit", "Meeting"},
                                             {"conference", "Meeting"},
                                             {"session", "Meeting"},
                                             {"gathering", "Meeting"},
                                             {"party", "PoliticalParty"},
                                             {"company", "Company"},
                                             {"firm", "Company"},
                                             {"business", "Company"},
                                             {"city", "City"},
                                             {"town", "City"},
                                             {"region", "Region"},
                                             {"place", "Place"},
                                             {"agreement", "Agreement"},
                                             {"treaty", "Agreement"},
                                             {"deal", "Agreement"},
                                             {"accord", "Agreement"},
                                             {"plan", "Initiative"},
                                             {"initiative", "Initiative"},
                                             {"program", "Initiative"},
                                             {"programme", "Initiative"},
                                             {"measure", "Initiative"},
                                             {"disease", "HealthThreat"},
                                             {"epidemic", "HealthThreat"},
                                             {"threat", "HealthThreat"},
                                             {"crisis", "Crisis"},
                                             {"war", "Crisis"},
                                             {"disaster", "Crisis"},
                                             {"good", "Resource"},
                                             {"supply", "Resource"},
                                             {"resource", "Resource"},
                                             {"ministry", "GovernmentBody"},
                                             {"government", "GovernmentBody"},
                                             {"agent", "Agent"},
                                             {"actor", "Agent"},
                                             {"entity", "Entity"},
                                             {"facility", "Facility"},
                                             {"principle", "Concept"},
                                             {"idea", "Concept"},
                                             {"ngo", "CivilSocietyOrganization"},
                                             {"message", "Communication"}};
  return nouns;
}

std::string joined(const std::vector<std::string>& words, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < words.size(); ++i) out += (i > from ? " " : "") + words[i];
  return out;
}

}  // namespace

Wh wh_of(std::string_view word) {
  static const Table<Wh> words{{"who", Wh::who},     {"whom", Wh::who},    {"what", Wh::what},
                               {"which", Wh::which}, {"whose", Wh::whose}, {"where", Wh::where},
                               {"when", Wh::when},   {"why", Wh::why},     {"how", Wh::how}};
  return look_up(words, word, Wh::none);
}

bool is_adjunct(Wh wh) {
  return wh == Wh::when || wh == Wh::where || wh == Wh::why || wh == Wh::how || wh == Wh::how_long;
}

bool is_preposition(std::string_view word) {
  static const Words words{"to",      "from",     "with",      "by",         "in",      "on",      "at",
                           "of",      "for",      "about",     "into",       "onto",    "upon",    "between",
                           "among",   "against",  "over",      "under",      "towards", "toward",  "near",
                           "during",  "since",    "before",    "after",      "until",   "through", "within",
                           "without", "behind",   "regarding", "concerning", "via",     "across",  "inside",
                           "outside", "alongside"};
  return words.contains(word);
}

bool is_pronoun(std::string_view word) {
  static const Words words{"he", "him", "his",  "she",  "her",   "hers",
                           "it", "its", "they", "them", "their", "theirs"};
  return words.contains(word);
}

bool is_reflexive(std::string_view word) {
  static const Words words{"himself", "herself", "itself", "themselves"};
  return words.contains(word);
}

bool is_determiner(std::string_view word) {
  static const Words words{"the",  "a",    "an",    "any",   "all",  "every", "each",
                           "some", "both", "these", "those", "this", "that",  "other"};
  return words.contains(word);
}

bool is_negation(std::string_view word) {
  static const Words words{"not", "n't", "n’t", "never", "neither", "nobody", "none", "no"};
  return words.contains(word);
}

bool is_filler(std::string_view word) {
  static const Words words{"ever",       "already",   "also",      "now",      "else",    "exactly",
                           "actually",   "recently",  "currently", "together", "yet",     "so",
                           "far",        "jointly",   "please",    "himself",  "herself", "itself",
                           "themselves", "currently", "just",      "still",    "then",    "officially",
                           "personally", "publicly",  "there",     "ago",      "long",    "really"};
  return words.contains(word);
}

std::string_view auxiliary_of(std::string_view word) {
  static const Table<std::string_view> words{
      {"do", "do"},       {"does", "do"},     {"did", "do"},      {"have", "have"},     {"has", "have"},
      {"had", "have"},    {"is", "be"},       {"are", "be"},      {"was", "be"},        {"were", "be"},
      {"be", "be"},       {"been", "be"},     {"being", "be"},    {"'s", "be"},         {"’s", "be"},
      {"will", "will"},   {"would", "would"}, {"shall", "shall"}, {"should", "should"}, {"can", "can"},
      {"could", "could"}, {"may", "may"},     {"might", "might"}, {"must", "must"},     {"ought", "ought"}};
  return look_up<std::string_view>(words, word, {});
}

bool is_modal(std::string_view word) {
  const auto aux = auxiliary_of(word);
  return !aux.empty() && aux != "do" && aux != "have" && aux != "be";
}

std::vector<std::string> modalities_of_modal(std::string_view word) {
  if (word == "will" || word == "shall") return {"Planned"};
  if (word == "would" || word == "may" || word == "might" || word == "could")
    return {"Planned", "Hypothetical"};
  if (word == "is to") return {"Planned", "Obligation", "CalledFor"};
  if (word == "should" || word == "must" || word == "ought") return {"Obligation", "CalledFor"};
  return {};
}

std::optional<StatementKind> statement_kind_of(std::string_view lemma) {
  static const Table<StatementKind> kinds{{"plan", {"Planned"}},
                                          {"intention", {"Planned"}},
                                          {"promise", {"Planned"}},
                                          {"duty", {"Obligation"}},
                                          {"obligation", {"Obligation"}},
                                          {"call", {"CalledFor"}},
                                          {"demand", {"CalledFor"}},
                                          {"request", {"CalledFor"}},
                                          {"wish", {"CalledFor"}},
                                          {"claim", {"Reported"}},
                                          {"report", {"Reported"}},
                                          {"allegation", {"Reported"}},
                                          {"hypothesis", {"Hypothetical"}},
                                          {"denial", {"", true}},
                                          {"fact", {"Asserted"}}};
  const auto at = kinds.find(lemma);
  return at == kinds.end() ? std::nullopt : std::optional(at->second);
}

bool is_statement_noun(std::string_view lemma) {
  static const Words words{"statement", "relation", "fact", "relationship",
                           "tie",       "link",     "edge", "connection"};
  return words.contains(lemma);
}

std::string_view attribute_of(std::string_view lemma) {
  static const Table<std::string_view> nouns{
      {"month", "when"},        {"date", "when"},         {"day", "when"},        {"year", "when"},
      {"time", "when"},         {"week", "when"},         {"amount", "quantity"}, {"sum", "quantity"},
      {"quantity", "quantity"}, {"number", "quantity"},   {"office", "office"},   {"post", "office"},
      {"position", "office"},   {"role", "role"},         {"title", "office"},    {"function", "office"},
      {"job", "office"},        {"condition", "content"}, {"topic", "topic"},     {"subject", "topic"},
      {"occasion", "meeting"},  {"venue", "where"},       {"location", "where"},  {"sentence", "sentence"},
      {"document", "document"}, {"source", "document"}};
  return look_up<std::string_view>(nouns, lemma, {});
}

std::optional<std::string> class_of_words(const ontology::Vocabulary& vocabulary,
                                          const std::vector<std::string>& lemmas, std::size_t& used) {
  for (std::size_t from = 0; from < lemmas.size(); ++from) {
    const std::string words = joined(lemmas, from);
    used = lemmas.size() - from;
    for (const auto& each : vocabulary.classes())
      if (utf8::lower(each.label) == words) return each.name;
  }
  used = 1;
  if (lemmas.empty()) return std::nullopt;
  const auto at = class_nouns().find(lemmas.back());
  if (at == class_nouns().end() || !vocabulary.find_class(at->second)) return std::nullopt;
  return std::string(at->second);
}

std::vector<std::string> further_relations(std::string_view lemma, const std::vector<std::string>& words) {
  const auto has = [&](const char* word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  const bool talk = lemma == "speak" || lemma == "talk" || lemma == "converse" || lemma == "chat";
  if (talk && (has("to") || has("with"))) return {"consultedWith", "informed", "spokeAt"};
  if (lemma == "contact" || lemma == "communicate" || has("in_touch") || has("in_contact"))
    return {"consultedWith", "sentMessageTo", "informed"};
  return {};
}

std::string_view verb_of_agent(std::string_view lemma) {
  static const Table<std::string_view> nouns{
      {"founder", "found"},      {"donor", "donate"},           {"host", "host"},
      {"organiser", "organise"}, {"organizer", "organize"},     {"critic", "criticize"},
      {"supporter", "support"},  {"backer", "support"},         {"visitor", "visit"},
      {"attendee", "attend"},    {"participant", "attend"},     {"speaker", "speak"},
      {"recipient", "receive"},  {"receiver", "receive"},       {"mediator", "mediate"},
      {"attacker", "attack"},    {"exporter", "export"},        {"supplier", "supply"},
      {"lender", "lend"},        {"signatory", "sign"},         {"opponent", "oppose"},
      {"guest", "visit"},        {"contributor", "contribute"}, {"author", "write"},
      {"initiator", "initiate"}, {"chairman", "chair"},         {"chairperson", "chair"}};
  return look_up<std::string_view>(nouns, lemma, {});
}

std::size_t number_of(std::string_view word) {
  static const Table<std::size_t> words{{"two", 2},   {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6},
                                        {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10}};
  if (word.size() == 1 && word.front() >= '1' && word.front() <= '9') return std::size_t(word.front() - '0');
  return look_up<std::size_t>(words, word, 1);
}

std::string search_word(const std::string& lemma) {
  return lemma.size() > 3 && lemma.ends_with('y') ? lemma.substr(0, lemma.size() - 1) : lemma;
}

std::string past_of(std::string_view lemma) {
  static const Table<std::string_view> irregular{
      {"take", "took"}, {"meet", "met"},    {"send", "sent"},   {"hold", "held"},     {"give", "gave"},
      {"make", "made"}, {"be", "was"},      {"speak", "spoke"}, {"fight", "fought"},  {"see", "saw"},
      {"have", "had"},  {"lead", "led"},    {"write", "wrote"}, {"bring", "brought"}, {"tell", "told"},
      {"say", "said"},  {"build", "built"}, {"sell", "sold"},   {"go", "went"},       {"come", "came"},
      {"get", "got"},   {"keep", "kept"},   {"win", "won"},     {"cut", "cut"}};
  if (const auto at = irregular.find(lemma); at != irregular.end()) return std::string(at->second);
  std::string out(lemma);
  const auto size = out.size();
  const auto is_vowel = [](char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; };
  if (out.ends_with('e')) return out + "d";
  if (size > 1 && out.ends_with('y') && !is_vowel(out[size - 2])) return out.substr(0, size - 1) + "ied";
  return out + "ed";
}

}  // namespace entente::ask
