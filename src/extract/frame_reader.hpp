// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// Reads the claims that frames give: verbs first, then nouns and adjectives that no verb frame has used up.
class FrameReader {
 public:
  FrameReader(const Context& context, ClaimBuilder& builder) : context_(context), builder_(builder) {}

  /// Appends drafts of all sentences in text order; unmatched gets lemmas of verbs between known actors that
  /// no frame took.
  void read(std::vector<Draft>& drafts, std::vector<std::string>& unmatched);

 private:
  /// How far a frame may look for its ends: only in its slots; to whom what stands there belongs, where the
  /// slots of all frames have given nothing; or in one and then the other.
  enum class Reach : std::uint8_t { slots, lifted, either };
  bool read_predicate(Predicate predicate, Reach reach, std::vector<Draft>& drafts);
  bool fire(const ontology::Frame& frame, Predicate predicate, Reach reach, std::vector<Draft>& drafts);
  [[nodiscard]] Ends enforcers(Predicate predicate) const;
  [[nodiscard]] bool may_undergo(const ontology::Frame& frame, const Ends& subjects) const;
  [[nodiscard]] bool is_mutual(const ontology::Frame& frame, std::uint32_t verb) const;
  [[nodiscard]] bool is_between_actors(const std::string& relation) const;
  void read_ends(const ontology::Frame& frame, Reach reach, Finding& finding) const;
  void add(const ontology::Frame& frame, const Finding& finding, const Features& features,
           std::vector<Draft>& drafts);
  void add_contrast(const ontology::Frame& frame, const Finding& finding, Features features,
                    std::vector<Draft>& drafts);
  void add_gapped(const ontology::Frame& frame, const Finding& finding, const Features& features,
                  std::vector<Draft>& drafts);
  void add_owners(const ontology::Frame& frame, const Finding& finding, const Features& features,
                  std::vector<Draft>& drafts);
  [[nodiscard]] const std::string& word_of(Predicate predicate) const;
  [[nodiscard]] bool is_act_name(std::uint32_t verb) const;
  [[nodiscard]] bool has_particle(const ontology::FrameUse& use, Predicate predicate) const;
  [[nodiscard]] bool has_complement(std::uint32_t token) const;
  [[nodiscard]] bool has_infinitive(std::uint32_t token) const;
  [[nodiscard]] bool is_theme(const std::vector<std::string>& themes, std::uint32_t noun) const;
  [[nodiscard]] bool theme_fits(const ontology::Frame& frame, Predicate predicate,
                                std::uint32_t& theme) const;
  [[nodiscard]] Ends without(const Ends& objects, const Ends& subjects) const;
  [[nodiscard]] bool meets_pronoun(const ontology::Frame& frame, Predicate predicate) const;
  void settle_ends(const ontology::Frame& frame, Finding& finding) const;
  [[nodiscard]] bool between_actors(std::uint32_t verb) const;

  const Context& context_;
  ClaimBuilder& builder_;
  std::vector<bool> used_;  ///< tokens that are part of a fired trigger
};

}  // namespace entente::extract
