// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "ask/question.hpp"
#include "extract/extract.hpp"

namespace entente::ask {

/// What may stand at one end of an edge. Nothing set: anything.
struct End {
  std::vector<graph::NodeId> nodes;      ///< one of these
  bool all_nodes = false;                ///< the nodes were joined by "and"
  std::vector<std::string> classes;      ///< or one of these classes (with those below)
  std::string noun;                      ///< that gave the class, where it says more: "embass" of "embassies"
  bool named_by_noun = false;            ///< its name says the noun; instead of the class
  std::vector<graph::NodeId> not_nodes;  ///< none of these
  std::vector<graph::NodeId> owners;     ///< whose it is, of a thing that the graph has no node for
  std::vector<std::string> owner_words;  ///< what of the part's words names them
  std::string owned;  ///< the noun of a named thing with an owner: "candidacy" of "X's candidacy for Y"
  bool asked = false;
  int same_as = -1;  ///< an end of an earlier part's edge
  bool same_as_subject = false;
  std::string text;  ///< for the reading: "China", "which countries"
};

/// One clause of a question, with its relation: all that a query is made of.
struct Interpretation {
  enum class Kind { edges, path, profile };
  enum class Rank { none, most, fewest };
  static constexpr int kParent = -2;
  Kind kind = Kind::edges;
  std::vector<std::string> relations;  ///< with those below them; empty: any
  std::vector<std::string> without;    ///< but none of these below them
  End subject, object;
  bool either_way = false;  ///< the ends may be exchanged
  std::vector<std::string> modalities{"Asserted", "Reported"};
  bool negated = false;
  bool any_polarity = false;         ///< yes-or-no questions: both
  std::vector<std::string> words;    ///< the sentence says each of them, or of "a|b" one
  std::vector<std::string> themes;   ///< nouns of the act: where an edge repeats one, that edge is meant
  bool on_edge = false;              ///< words and themes: the edge itself says them, not only its sentence
  std::vector<std::string> deed;     ///< the object has an edge of its own to something of one of these names
  std::vector<std::string> offices;  ///< the office says each of them
  std::vector<TimeWords> times;
  std::vector<std::string> places;    ///< names of the place or meeting of the act
  std::vector<std::string> columns;   ///< edge properties that were asked for
  std::vector<std::string> excluded;  ///< relations that must not hold between the ends as well
  bool yes_no = false, counted = false;
  bool current = false;        ///< what holds now: of offices and memberships those without a past time
  bool said = false;           ///< only what the text has from somebody
  bool support = false;        ///< asked only by way of another part: no rows of its own
  Rank rank = Rank::none;      ///< keeps what is asked for with most, or fewest, facts
  std::size_t rank_count = 1;  ///< so many of them, and those with as many facts as the last
  std::vector<Interpretation> otherwise;  ///< readings to try in turn where this one finds nothing
  std::vector<Interpretation> more;       ///< further parts; same_as kParent of their ends means this one
  std::vector<std::string> unanswered;    ///< phrases asked for that the relation has no part for
  std::string trigger;                    ///< lemma of the verb or noun that gave the relation
  std::vector<std::string> notes;
  std::string verb;  ///< for the reading: "provided aid to"
};

}  // namespace entente::ask
