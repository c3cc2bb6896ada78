// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/string_map.hpp"

namespace entente::ontology {

/// Where in the dependency tree of a trigger a role is read (docs/frames.md). For a noun trigger subject and
/// object mean those of the act that the noun names ("X's visit", "attack by X", "launched an attack").
enum class SlotKind : std::uint8_t {
  subject,  ///< who acts: active subject, agent of a passive, inherited subject; possessor or by-phrase of a
            ///< noun
  object,   ///< who or what undergoes it: direct object, subject of a passive; of-phrase of a noun
  dative,   ///< indirect object
  preposition,  ///< "prep:to": object of that preposition, on the trigger or on its object
  between,      ///< both ends inside one phrase: "between A and B", "of A and B"
  complement,   ///< subject of the complement clause: "demanded that X ..."
  possessor,    ///< possessive or national adjective on the trigger noun
  meeting,      ///< the meeting named last before the trigger
  fund,         ///< the fund or appeal named last before the trigger
  there,        ///< the place that "there" refers to
  actor,        ///< the country or body that acted last before the trigger: agent of an agentless passive
  recipient,    ///< whom the text is about, when the clause names no receiver
  parties,      ///< the two countries or bodies named last before the trigger: between whom one mediates
  described,    ///< what the trigger noun is said of: "X is a member", "X, a member"
  self,         ///< the same, else the trigger noun's own phrase
};

/// One place to look, with an optional step to whom it belongs: "object.owner" of "Bolivian diplomat" is
/// Bolivia.
struct Slot {
  SlotKind kind = SlotKind::subject;
  std::string word;    ///< preposition
  bool owner = false;  ///< the possessor, national adjective, of- or by-phrase of what stands there
};

enum class WordClass : std::uint8_t { verb, noun, adjective };

/// Words that set a frame off: a lemma, with a verb particle or adverb where it needs one ("turn" + "down").
struct Trigger {
  WordClass word_class = WordClass::verb;
  std::string lemma;
  std::string particle;
};

/// One way in which English says a relation. Data; never changed once loaded.
struct Frame {
  std::string name;  ///< local name of its IRI: "provide-aid"
  std::string relation;
  std::vector<Trigger> triggers;
  std::vector<Slot> subjects, objects, resources;  ///< in the order in which they are tried
  std::vector<std::string> themes, other_than;  ///< lemmas that the direct object must, must not have; sorted
  std::vector<std::string> needs;               ///< prepositions one of which must be there; sorted
  std::vector<std::string> subject_classes, object_classes,
      not_object_classes;        ///< beyond those of the relation
  bool noun_of_subject = false;  ///< "the arrival of X": the of-phrase of the noun is its subject
  bool pairs_subjects = false;   ///< several subjects and no object: edges among them
  bool optional_object = false;  ///< makes a claim without an object too
  bool singular_object = false;  ///< its object is one thing: "the team includes X", not "guests include X"
  bool with_object = false;      ///< only when the verb has a direct object, whatever fills the slots
  bool without_object = false;   ///< only when it has none: "the talks ended", not "ended the talks"
  bool negated = false;          ///< the words deny the relation: "stayed away from"
  bool only_negated = false;     ///< only what is denied says the relation: "does not accept" is a rejection
  bool with_complement = false;  ///< only with a clause or "for" that says what: "called on X to"
  bool with_infinitive = false;  ///< only with a clause with "to": "wants X to"
  bool without_complement = false;  ///< only without one: "called on X" is a visit
  bool also = false;                ///< fires beside other frames of its trigger, not instead of them
  std::string modality;             ///< local name of a fixed modality, or empty
  std::string mode, context;        ///< words for the fact, or empty
  int priority = 0;  ///< higher is tried first: themes, particles, prepositions and class tests count
};

/// What a word does to the act that it embeds: "refuse to", "call on X to", "plan to", "claim that".
struct Embedding {
  std::string name;
  std::vector<Trigger> triggers;
  enum class Form : std::uint8_t { any, finite, infinitive };
  Form form = Form::any;  ///< of the clause: "told X that ..." and "told X to ..." differ
  std::string modality;   ///< local name, or empty: as the embedding clause
  std::string
      others_modality;   ///< the same where the act has a subject of its own: "wanted X to"; empty: modality
  bool negated = false;  ///< the act does not happen: "failed to"
  bool suppressed = false;       ///< nothing is said of the act: "pretend to"
  bool object_controls = false;  ///< its object does the act: "urged X to"
  bool attributes = false;       ///< its subject says it: attributedTo
};

/// A frame that a lemma sets off, with the particles of its triggers of that lemma, each once. It says again
/// what decides whether the frame is tried, since most are not: the frame itself stands far off in memory.
struct FrameUse {
  std::uint32_t frame = 0;                     ///< index into Frames::frames()
  bool bare = false;                           ///< a trigger is the lemma without particle
  bool also = false, optional_object = false;  ///< of the frame
  std::vector<std::string> particles;          ///< none of them ""
};

/// Frames, embeddings and word lists, read from ontology/frames/*.ttl. Immutable once loaded.
class Frames {
 public:
  /// A fault (syntax, unknown term, relation, class or list, malformed slot) is an Error with file, line and
  /// column, and "did you mean" where a known name is near.
  [[nodiscard]] static Result<Frames> load(const std::filesystem::path& ontology_directory);

  [[nodiscard]] const std::vector<Frame>& frames() const { return frames_; }              ///< by name
  [[nodiscard]] const std::vector<Embedding>& embeddings() const { return embeddings_; }  ///< by name

  /// The frames with a trigger of this lemma, the first to be tried first.
  [[nodiscard]] const std::vector<FrameUse>& frames_for(WordClass word_class, std::string_view lemma) const;

  /// What a word does to a finite or another clause (or noun) below it; particle "" when it has none. Null:
  /// nothing known.
  [[nodiscard]] const Embedding* embedding(WordClass word_class, std::string_view lemma,
                                           std::string_view particle, bool finite) const;

  /// True when embedding() may have something to say of the word.
  [[nodiscard]] bool embeds(WordClass word_class, std::string_view lemma) const;

  /// The lemma will be asked for soon.
  void expect(std::string_view lemma) const { words_.expect(lemma); }

  /// True when the named word list (local name: "LightVerb") holds the lemma.
  [[nodiscard]] bool in_list(std::string_view list, std::string_view lemma) const;

  /// SHA-256 of the files read, for the store.
  [[nodiscard]] const std::string& hash() const { return hash_; }

 private:
  /// One way in which a word embeds, an index into embeddings_.
  struct Embeds {
    std::string particle;
    bool finite = false;
    std::uint32_t embedding = 0;
  };
  /// What is known of a lemma as verb, noun and adjective.
  struct Word {
    std::array<std::vector<FrameUse>, 3> frames;
    std::array<std::vector<Embeds>, 3> embeds;
    std::vector<std::uint32_t> lists;  ///< numbers of those that hold it
  };
  void index(const std::map<std::string, std::vector<std::string>, std::less<>>& lists);
  [[nodiscard]] const Word* find(std::string_view lemma) const;

  std::vector<Frame> frames_;
  std::vector<Embedding> embeddings_;
  StringMap<Word> words_;
  StringMap<std::uint32_t> list_numbers_;
  std::string hash_;
};

/// Every fault of the frames in a directory, by file, line and column; what load() would stop at is the
/// first.
[[nodiscard]] std::vector<Error> check_frames(const std::filesystem::path& ontology_directory);

}  // namespace entente::ontology
