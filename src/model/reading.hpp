// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/entity.hpp"
#include "model/fact.hpp"
#include "nlp/analysis.hpp"
#include "text/document.hpp"

namespace entente {

inline constexpr std::uint32_t kNone = 0xffffffff;

enum class MentionKind : std::uint8_t {
  name,     ///< "Xi Jinping", "the WHO", also a demonym or adjective that stands for a country ("Kenyan aid")
  nominal,  ///< "relevant countries", "the ministry", "emergency assistance"
  counted_group,  ///< "nearly 150 countries"
  pronoun,        ///< "we", "it", "who"
};

/// A noun phrase that may be one end of an edge. Coordinated phrases are one mention each.
struct Mention {
  std::uint32_t begin = 0, end = 0;  ///< tokens, half-open; determiner and titles left out of a name
  std::uint32_t head = 0;            ///< token that the phrase hangs on in the tree
  MentionKind kind = MentionKind::nominal;
  bool definite = false;  ///< "the", "this", possessive
  bool plural = false;
  std::string name;  ///< as an entity would be called: titles, determiner, possessive mark stripped
  std::string cls;   ///< best class from the mention alone, or empty
  std::vector<std::string> candidates;  ///< gazetteer ids that the name may stand for, best first
  std::optional<Quantity> quantity;
  std::string of_class;  ///< counted_group
  std::string acronym;   ///< that stood in brackets behind it, or empty
  std::string office;    ///< title before or behind a person's name: "President of the European Council"
  std::uint32_t office_in = kNone;   ///< mention of the body or country of that office
  std::uint32_t antecedent = kNone;  ///< mention that this one refers back to (set by resolve)
  std::uint32_t entity =
      kNone;  ///< index into Reading::entities (set by resolve); kNone: not to become a node
  std::vector<std::uint32_t> members;  ///< entities, where the phrase stands for several ("the two
                                       ///< countries", "they"); entity is kNone then
  std::string why;                     ///< the rule that gave the entity, for `entente why --entity`
};

/// A sentence of the analysis as tokens [begin, end).
struct Sentence {
  std::uint32_t begin = 0, end = 0;
  bool heading = false;          ///< a title, header or navigation line
  bool paragraph = false;        ///< first of a paragraph, list item or turn
  std::uint32_t author = kNone;  ///< sentence that names the subject added in front: "1. Condemns ..."
  std::string label;  ///< what stood before it and was cut off: "Q", "A", "Loans", a speaker's name; carried
                      ///< to the whole turn
};

/// "(ACRO)" that stood behind a name and was cut out before parsing.
struct AcronymNote {
  std::uint32_t byte = 0;  ///< of the repaired text: one past the end of the name
  std::string acronym;
};

/// One document while it is read: handed from step to step, each fills its own fields.
struct Reading {
  const Document* document = nullptr;  ///< not owned; outlives the reading
  nlp::Analysis analysis;              ///< of the repaired text
  std::vector<std::uint32_t>
      original;  ///< byte of the original text for every byte of the repaired text, and one past the end
  std::vector<Sentence> sentences;
  std::vector<AcronymNote> acronyms;  ///< sorted by byte
  std::string dateline_place;         ///< "LIMA", "PEMBA, Mozambique", or empty
  std::string
      date;  ///< what relative times are reckoned from: the document's date, else the dateline's; or empty
  std::vector<Mention> mentions;          ///< sorted by begin, then end descending
  std::vector<std::uint32_t> mention_at;  ///< for every token: the mention whose head it is, or kNone
  std::vector<Entity> entities;           ///< of this document
};

/// What one frame read at one place, before mentions become entities. Indices are into Reading::mentions.
struct Claim {
  std::string relation;
  std::vector<std::uint32_t> subjects, objects;  ///< pairwise edges; objects may be empty
  bool pairwise_subjects =
      false;  ///< symmetric act of several subjects and no object: edges among the subjects
  Modality modality = Modality::asserted;
  bool negated = false;
  std::uint32_t attributed_to = kNone;
  std::optional<TimeSpan> when;
  std::uint32_t where = kNone, meeting = kNone, topic = kNone;
  std::vector<std::uint32_t> resources;
  std::optional<Quantity> quantity;
  std::string mode, context, office;
  std::vector<std::uint32_t> content;  ///< indices of other claims of the same list
  std::string content_text;
  std::uint32_t trigger_begin = 0, trigger_end = 0;  ///< tokens
  std::uint32_t clause_begin = 0,
                clause_end = 0;  ///< tokens that the evidence covers: the sentence as a rule
  std::uint32_t sentence = 0;
  std::string rule;
  double confidence = 0;
  std::vector<std::string_view> signs;  ///< what the confidence was reckoned from (names of static storage)
};

}  // namespace entente
