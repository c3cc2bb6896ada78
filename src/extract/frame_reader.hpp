// SPDX-License-Identifier: Apache-2.0
#pragma once

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
  bool read_predicate(Predicate predicate, std::vector<Draft>& drafts);
  bool fire(const ontology::Frame& frame, Predicate predicate, std::vector<Draft>& drafts);
  void add(const ontology::Frame& frame, const Finding& finding, const Features& features,
           std::vector<Draft>& drafts);
  void add_contrast(const ontology::Frame& frame, Finding finding, Features features,
                    std::vector<Draft>& drafts);
  [[nodiscard]] bool triggers(const ontology::Frame& frame, Predicate predicate) const;
  [[nodiscard]] bool has_complement(std::uint32_t token) const;
  [[nodiscard]] bool theme_fits(const ontology::Frame& frame, Predicate predicate,
                                std::uint32_t& theme) const;
  [[nodiscard]] Ends without(const Ends& objects, const Ends& subjects) const;
  void settle_ends(const ontology::Frame& frame, Finding& finding) const;
  [[nodiscard]] bool between_actors(std::uint32_t verb) const;

  const Context& context_;
  ClaimBuilder& builder_;
  std::vector<bool> used_;  ///< tokens that are part of a fired trigger
};

}  // namespace entente::extract
