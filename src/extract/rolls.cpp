// SPDX-License-Identifier: Apache-2.0
#include "extract/rolls.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

class RollReader {
 public:
  RollReader(Reading& reading, const Syntax& syntax) : reading_(reading), syntax_(syntax) {}

  void read(std::uint32_t m) {
    const Mention& mention = reading_.mentions[m];
    if (mention.office.empty()) return;
    if (mention.kind == MentionKind::name && mention.office.back() == 's')
      spread(mention.head, mention.office);
    if (mention.kind == MentionKind::nominal && mention.plural) spread_phrase(mention);
  }

 private:
  // "The presidents of Mali and Chad, X and Y", "The five leaders - X of Mali, ..."
  void spread_phrase(const Mention& phrase) {
    const std::uint32_t name = syntax_.child(phrase.head, {"appos"});
    if (name == kNone || !is_person(name)) return;
    const std::string office = phrase.office;
    const Tokens people = syntax_.coordinated(name);
    const Tokens bodies = bodies_of(phrase.head);
    if (bodies.empty()) return spread(name, office);
    if (bodies.size() != people.size() || bodies.size() < 2) return;
    for (std::size_t i = 0; i < people.size(); ++i)
      if (is_person(people[i])) give(reading_.mention_at[people[i]], office, reading_.mention_at[bodies[i]]);
  }

  // Each of a list who has a body of his own behind "of".
  void spread(std::uint32_t first, const std::string& office) {
    for (const std::uint32_t each : syntax_.coordinated(first)) {
      if (!is_person(each)) continue;
      const Tokens bodies = bodies_of(each);
      if (bodies.size() == 1) give(reading_.mention_at[each], office, reading_.mention_at[bodies.front()]);
    }
  }

  void give(std::uint32_t person, const std::string& office, std::uint32_t body) {
    Mention& mention = reading_.mentions[person];
    if (!mention.office.empty() && mention.office != office) return;
    mention.office = office.back() == 's' ? office.substr(0, office.size() - 1) : office;
    mention.office_in = body;
    mention.cls = "Person";
  }

  [[nodiscard]] bool is_person(std::uint32_t token) const {
    const std::uint32_t m = reading_.mention_at[token];
    return m != kNone && reading_.mentions[m].kind == MentionKind::name &&
           reading_.mentions[m].cls == "Person";
  }

  // The countries and bodies behind "of".
  [[nodiscard]] Tokens bodies_of(std::uint32_t head) const {
    Tokens found;
    for (const std::uint32_t of : syntax_.children(head)) {
      const std::uint32_t body = of > head && syntax_.lower(of) == "of" ? syntax_.child(of, {"pobj"}) : kNone;
      if (body == kNone) continue;
      for (const std::uint32_t each : syntax_.coordinated(body)) {
        const std::uint32_t m = reading_.mention_at[each];
        if (m != kNone && reading_.mentions[m].kind == MentionKind::name &&
            reading_.mentions[m].cls != "Person" && !reading_.mentions[m].cls.empty())
          found.push_back(each);
      }
    }
    return found;
  }

  Reading& reading_;
  const Syntax& syntax_;
};

}  // namespace

void read_rolls(Reading& reading, const Syntax& syntax) {
  RollReader reader(reading, syntax);
  for (std::uint32_t m = 0; m < reading.mentions.size(); ++m) reader.read(m);
}

}  // namespace entente::extract
