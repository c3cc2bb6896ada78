// SPDX-License-Identifier: Apache-2.0
#include "resolve/own_side.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "resolve/naming.hpp"

namespace entente::resolve {
namespace {

constexpr std::uint32_t kOpeningSentences = 4;

}  // namespace

OwnSide::OwnSide(Nodes& nodes) : nodes_(nodes) {
  note_offices();
  main_country_ = vote(false);
  interviewee_ = interviewee();
  for (const std::uint32_t found : {stated(), from_opening(), from_report_header(), from_title()}) {
    if (side_ == kNone) side_ = found;
  }
  bool ours = false;
  for (std::uint32_t t = 0; t + 1 < nodes_.reading().analysis.tokens.size(); ++t) {
    ours = ours || (nodes_.discourse().lower(t) == "our" &&
                    one_of(nodes_.discourse().lower(t + 1), {"country", "nation", "government", "people"}));
  }
  if (side_ == kNone && ours) side_ = dateline_country();
  if (side_ == kNone) side_ = vote(true);
  if (side_ == kNone) side_ = acting_body();
  read_speaking_leaders();
  read_joint_statement();
}

// "We, the leaders of X, Y and Z": they speak together.
void OwnSide::read_speaking_leaders() {
  const Discourse& discourse = nodes_.discourse();
  for (const Mention& mention : nodes_.reading().mentions) {
    const std::uint32_t t = mention.begin;
    if (mention.kind != MentionKind::name || t < 5 || discourse.lower(t - 1) != "of") continue;
    if (!one_of(discourse.lower(t - 2), {"leaders", "ministers", "presidents", "government", "governments",
                                         "heads", "representatives"}))
      continue;
    std::uint32_t we = t - 3;
    while (we > 0 && we + 7 > t && discourse.lower(we) != "we") --we;
    if (discourse.lower(we) != "we" || discourse.lower(we + 1) != ",") continue;
    together_ = coordinated(mention);
    if (together_.size() > 1) return;
    together_.clear();
  }
}

void OwnSide::note_offices() {
  for (const Mention& mention : nodes_.reading().mentions) {
    if (mention.entity == kNone || mention.office_in == kNone) continue;
    const std::uint32_t body = nodes_.mention(mention.office_in).entity;
    if (is_side(body)) bodies_.emplace(mention.entity, body);
  }
}

// "JOINT STATEMENT", and the countries or bodies that the text first names side by side.
void OwnSide::read_joint_statement() {
  const Discourse& discourse = nodes_.discourse();
  const Reading& reading = nodes_.reading();
  if (!together_.empty() || reading.sentences.empty()) return;
  const std::uint32_t end = std::min(reading.sentences.front().end, reading.sentences.front().begin + 12);
  bool joint = plain_name(reading.document->title).find("joint ") != std::string::npos;
  for (std::uint32_t t = 0; t + 1 < end; ++t) {
    joint =
        joint || (discourse.lower(t) == "joint" &&
                  one_of(discourse.lower(t + 1), {"statement", "declaration", "communique", "communiqué"}));
  }
  if (!joint) return;
  for (const Mention& mention : reading.mentions) {
    if (discourse.sentence_of(mention.head) > kOpeningSentences) return;
    together_ = coordinated(mention);
    if (together_.size() > 1) return;
    together_.clear();
  }
}

// The countries or bodies of a coordination that a mention begins.
std::vector<std::uint32_t> OwnSide::coordinated(const Mention& first) const {
  const Discourse& discourse = nodes_.discourse();
  std::vector<std::uint32_t> found;
  if (first.kind != MentionKind::name || discourse.token(first.head).dep == "conj") return found;
  std::uint32_t token = first.head;
  for (int steps = 0; token != kNone && steps < 12; ++steps, token = discourse.child(token, {"conj"})) {
    const std::uint32_t node = node_at(token);
    if (!is_side(node)) break;
    if (std::find(found.begin(), found.end(), node) == found.end()) found.push_back(node);
  }
  return found;
}

std::vector<std::uint32_t> OwnSide::several(std::uint32_t token) const {
  const bool here = !nodes_.discourse().quoted(token) && named_beside(token) == kNone;
  return here ? together_ : std::vector<std::uint32_t>{};
}

// "we in X", "we at the X".
std::uint32_t OwnSide::named_beside(std::uint32_t token) const {
  const Discourse& discourse = nodes_.discourse();
  const auto size = static_cast<std::uint32_t>(nodes_.reading().analysis.tokens.size());
  if (token + 2 >= size || !one_of(discourse.lower(token), {"we", "us"}) ||
      !one_of(discourse.lower(token + 1), {"in", "at", "of"}))
    return kNone;
  for (std::uint32_t t = token + 2; t < std::min(size, token + 7); ++t) {
    const std::uint32_t node = node_at(t);
    if (node != kNone) return is_side(node) ? node : kNone;
  }
  return kNone;
}

std::uint32_t OwnSide::node_at(std::uint32_t token) const {
  const std::uint32_t m = nodes_.reading().mention_at[token];
  return m == kNone ? kNone : nodes_.mention(m).entity;
}

bool OwnSide::is_side(std::uint32_t node) const {
  return node != kNone && (nodes_.is_class(node, "Country") || nodes_.is_class(node, "Organization") ||
                           nodes_.is_class(node, "GroupOfCountries"));
}

bool OwnSide::is_first_person(std::uint32_t token) const {
  return one_of(nodes_.discourse().lower(token), {"we", "us", "our", "ours", "ourselves"});
}

// "by the President of X, Y": Y; else who is named at the mention.
std::uint32_t OwnSide::named_behind(const Mention& mention) const {
  if (mention.kind == MentionKind::name) return mention.entity;
  for (const Mention& other : nodes_.reading().mentions) {
    if (other.begin > mention.end + 1) break;
    const bool behind = other.begin == mention.end + 1 && nodes_.discourse().lower(mention.end) == ",";
    if (behind && other.kind == MentionKind::name && other.cls == "Person") return other.entity;
  }
  return mention.entity;
}

// "I am X, President of Y."
std::uint32_t OwnSide::introduced() const {
  const Discourse& discourse = nodes_.discourse();
  for (const Mention& mention : nodes_.reading().mentions) {
    if (discourse.sentence_of(mention.head) >= kOpeningSentences) break;
    if (mention.kind == MentionKind::name && mention.cls == "Person" && mention.begin > 1 &&
        discourse.lower(mention.begin - 1) == "am" && discourse.lower(mention.begin - 2) == "i" &&
        !discourse.quoted(mention.begin))
      return mention.entity;
  }
  return kNone;
}

// "Statement by X", "Address of X" at the front.
std::uint32_t OwnSide::from_opening() {
  speaker_ = introduced();
  const Discourse& discourse = nodes_.discourse();
  const Reading& reading = nodes_.reading();
  const std::uint32_t sentences =
      std::min<std::uint32_t>(kOpeningSentences, static_cast<std::uint32_t>(reading.sentences.size()));
  for (std::uint32_t s = 0; s < sentences; ++s) {
    const std::uint32_t end = std::min(reading.sentences[s].end, reading.sentences[s].begin + 12);
    for (std::uint32_t t = reading.sentences[s].begin; t + 2 < end; ++t) {
      if (!one_of(discourse.lower(t),
                  {"statement", "address", "remarks", "speech", "declaration", "communique", "message"}))
        continue;
      for (std::uint32_t k = t + 1; k < end; ++k) {
        if (!one_of(discourse.lower(k), {"by", "of", "from"})) continue;
        for (const Mention& mention : reading.mentions) {
          if (mention.begin > k + 3) break;
          const bool beside = mention.begin > k && mention.begin <= k + 3;
          const std::uint32_t who = mention.cls == "Person" ? named_behind(mention) : mention.entity;
          if (!beside || who == kNone) continue;
          if (mention.cls == "Person") speaker_ = who;
          if (is_side(who) || mention.cls == "Person") return is_side(who) ? who : body_of_person(who);
        }
      }
    }
  }
  return kNone;
}

// The body in the header line of a report ("X NETWORK | SITUATION REPORT"): the first that the text names
// too.
std::uint32_t OwnSide::from_report_header() const {
  const Reading& reading = nodes_.reading();
  for (const Sentence& sentence : reading.sentences) {
    if (!sentence.heading) continue;
    const nlp::Analysis& analysis = reading.analysis;
    const std::uint32_t first = analysis.tokens[sentence.begin].span.begin,
                        last = analysis.tokens[sentence.end - 1].span.end;
    const std::string header =
        " " + plain_name(std::string_view(analysis.text).substr(first, last - first)) + " ";
    const auto holds = [&](std::string_view word) {
      return header.find(" " + std::string(word) + " ") != std::string::npos;
    };
    if (!holds("report") && !holds("bulletin") && !holds("newsletter") && !holds("release") &&
        !holds("update"))
      continue;
    std::uint32_t best = kNone;
    std::size_t best_at = std::string::npos;
    for (std::uint32_t n = 0; n < nodes_.all().size(); ++n) {
      if (!nodes_.is_class(n, "Organization") || !nodes_.at(n).named) continue;
      const std::size_t at = header.find(" " + plain_name(nodes_.at(n).label) + " ");
      if (at < best_at) {
        best = n;
        best_at = at;
      }
    }
    if (best != kNone) return best;
  }
  return kNone;
}

// A country or body that the title gives as the one that speaks: "Address by X", "X's statement".
std::uint32_t OwnSide::from_title() const {
  const std::string title = plain_name(nodes_.reading().document->title);
  for (const std::string_view cue :
       {"address by ", "statement by ", "speech by ", "remarks by ", "statement of ", "address of "}) {
    const std::size_t at = title.find(cue);
    if (at == std::string::npos) continue;
    const std::string rest = title.substr(at + cue.size());
    for (std::uint32_t n = 0; n < nodes_.all().size(); ++n) {
      const std::string label = plain_name(nodes_.at(n).label);
      if (is_side(n) && rest.compare(0, label.size(), label) == 0) return n;
    }
  }
  const Node* main = main_country_ == kNone ? nullptr : &nodes_.at(main_country_);
  const bool speech = title.find("speech") != std::string::npos || title.find("address") != std::string::npos;
  return main != nullptr && speech && title.find(plain_name(main->label)) != std::string::npos ? main_country_
                                                                                               : kNone;
}

std::uint32_t OwnSide::dateline_country() const {
  const std::string& place = nodes_.reading().dateline_place;
  std::string word = place.substr(0, place.find(','));
  for (const std::string& key : {ontology::name_key(word), utf8::lower(word)}) {
    for (const ontology::NameEntry& entry : nodes_.gazetteer().names(key)) {
      const ontology::GazetteerEntity& entity = nodes_.gazetteer().entities()[entry.entity];
      if (entity.cls == "Country") return nodes_.listed(entity.id);
    }
  }
  return kNone;
}

// The person whom the questions of an interview speak to.
std::uint32_t OwnSide::interviewee() const {
  const Reading& reading = nodes_.reading();
  for (const Mention& mention : reading.mentions) {
    if (mention.kind != MentionKind::name || mention.cls != "Person" || mention.entity == kNone) continue;
    const Sentence& sentence = reading.sentences[nodes_.discourse().sentence_of(mention.head)];
    const bool asked =
        sentence.label == "Q" && mention.end < sentence.end && nodes_.discourse().lower(mention.end) == ",";
    if (asked && mention.begin <= sentence.begin + 3) return mention.entity;
  }
  return kNone;
}

std::uint32_t OwnSide::body_of_person(std::uint32_t node) const {
  if (const auto found = bodies_.find(node); found != bodies_.end()) return found->second;
  const std::string& id = nodes_.at(node).id;
  for (const ontology::Office& office : nodes_.gazetteer().offices()) {
    if (!id.empty() && office.person == id) return nodes_.listed(office.country);
  }
  return kNone;
}

// Countries count as subjects and owners, and against themselves where "we" do something to them.
std::uint32_t OwnSide::vote(bool against_objects_of_we) {
  const Discourse& discourse = nodes_.discourse();
  const Reading& reading = nodes_.reading();
  std::vector<bool> ours(reading.sentences.size(), false);
  for (std::uint32_t t = 0; t < reading.analysis.tokens.size(); ++t) {
    if (is_first_person(t)) ours[discourse.sentence_of(t)] = true;
  }
  std::map<std::uint32_t, int> score;
  for (const Mention& mention : reading.mentions) {
    const bool subject = discourse.is_subject(mention.head);
    if (mention.entity == kNone || !nodes_.is_class(mention.entity, "Country")) continue;
    const bool owner = one_of(discourse.token(mention.head).dep, {"poss", "amod", "compound"});
    int& votes = score[mention.entity];
    votes += subject ? 4 : owner ? 2 : 1;
    if (against_objects_of_we && ours[discourse.sentence_of(mention.head)] && !subject) votes -= 5;
  }
  if (const std::uint32_t home = dateline_country(); home != kNone) score[home] += 3;
  std::uint32_t best = kNone;
  int first = 0, second = 0;
  for (const auto& [node, votes] : score) {
    if (votes > first) {
      second = first;
      first = votes;
      best = node;
    } else {
      second = std::max(second, votes);
    }
  }
  if (!against_objects_of_we) {
    const bool rival = std::any_of(score.begin(), score.end(), [&](const auto& one) {
      const std::uint32_t often = nodes_.at(one.first).mentions;
      return one.first != best && best != kNone && often > 1 && often * 2 > nodes_.at(best).mentions;
    });
    only_country_ = first >= 3 && first > 3 * second && !rival ? best : kNone;
  }
  return first >= 3 && first * 2 > second * 3 ? best : kNone;
}

// The one body with a name that acts in the opening of a text that names no country as one that acts.
std::uint32_t OwnSide::acting_body() const {
  const Discourse& discourse = nodes_.discourse();
  std::uint32_t found = kNone;
  for (const Mention& mention : nodes_.reading().mentions) {
    if (discourse.sentence_of(mention.head) >= kOpeningSentences) break;
    if (mention.entity == kNone || mention.kind != MentionKind::name || !discourse.is_subject(mention.head) ||
        !is_side(mention.entity))
      continue;
    if (nodes_.is_class(mention.entity, "Country") || (found != kNone && found != mention.entity))
      return kNone;
    found = mention.entity;
  }
  return found;
}

std::uint32_t OwnSide::side_of_speaker(std::uint32_t token) const {
  const std::uint32_t speaker = node_at(nodes_.discourse().role_token(token));
  std::uint32_t node = speaker == kNone ? node_at(token) : speaker;
  if (node != kNone && nodes_.is_class(node, "Communication"))
    node = last_side_before(token);  // "the statement said"
  if (node == kNone || is_side(node)) return node;
  const std::uint32_t m = nodes_.reading().mention_at[token];  // "a spokesman for X said"
  const std::uint32_t in = m == kNone ? kNone : nodes_.mention(m).office_in;
  if (in != kNone && is_side(nodes_.mention(in).entity)) return nodes_.mention(in).entity;
  const std::uint32_t body = body_of_person(node);
  return body == kNone ? node : body;
}

// The country or body that was the last subject before a token.
std::uint32_t OwnSide::last_side_before(std::uint32_t token) const {
  const auto& mentions = nodes_.reading().mentions;
  auto at = std::lower_bound(mentions.begin(), mentions.end(), token,
                             [](const Mention& mention, std::uint32_t t) { return mention.begin < t; });
  for (int steps = 0; at != mentions.begin() && steps < 60; ++steps) {
    --at;
    if (at->entity != kNone && is_side(at->entity) && nodes_.discourse().is_subject(at->head))
      return at->entity;
  }
  return kNone;
}

std::uint32_t OwnSide::we(std::uint32_t token) const {
  if (const std::uint32_t named = named_beside(token); named != kNone) return named;
  if (nodes_.discourse().quoted(token)) {
    const std::uint32_t speaker = nodes_.discourse().speaker_of_quote(token);
    return speaker == kNone ? kNone : side_of_speaker(speaker);
  }
  return side_;
}

std::uint32_t OwnSide::i(std::uint32_t token) const {
  if (nodes_.discourse().quoted(token)) {
    const std::uint32_t speaker = nodes_.discourse().speaker_of_quote(token);
    const std::uint32_t node = speaker == kNone ? kNone : node_at(nodes_.discourse().role_token(speaker));
    return node != kNone && nodes_.is_class(node, "Person") ? node : kNone;
  }
  const Sentence& sentence = nodes_.reading().sentences[nodes_.discourse().sentence_of(token)];
  if (sentence.label == "Q") return kNone;
  if (!sentence.label.empty() && sentence.label != "A") {
    for (std::uint32_t n = 0; n < nodes_.all().size(); ++n) {
      const std::string label = plain_name(nodes_.at(n).label), turn = plain_name(sentence.label);
      if (nodes_.is_class(n, "Person") && (label == turn || is_short_form(turn, label))) return n;
    }
  }
  const std::uint32_t whom = on_behalf(sentence);
  if (whom != kNone) return whom;
  return sentence.label.empty() && speaker_ != kNone ? speaker_ : interviewee_;
}

// "On behalf of X, I thank ...": the one who speaks acts as X.
std::uint32_t OwnSide::on_behalf(const Sentence& sentence) const {
  const Discourse& discourse = nodes_.discourse();
  for (std::uint32_t t = sentence.begin; t + 2 < sentence.end; ++t) {
    if (discourse.lower(t) != "behalf" || discourse.lower(t + 1) != "of") continue;
    const std::uint32_t node =
        node_at(t + 2) == kNone ? node_at(std::min(t + 3, sentence.end - 1)) : node_at(t + 2);
    if (is_side(node)) return node;
  }
  return kNone;
}

}  // namespace entente::resolve
