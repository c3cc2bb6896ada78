// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/one_of.hpp"
#include "model/reading.hpp"

namespace entente::resolve {

/// What coreference asks of a text: who stands where in a clause, what is quoted. Tokens and mentions by
/// index; the reading must outlive it.
class Discourse {
 public:
  explicit Discourse(const Reading& reading);

  [[nodiscard]] const nlp::Token& token(std::uint32_t at) const { return reading_.analysis.tokens[at]; }
  [[nodiscard]] const std::string& lower(std::uint32_t at) const { return lower_[at]; }
  [[nodiscard]] const std::string& lemma(std::uint32_t at) const { return lemmas_[at]; }  ///< lower case
  [[nodiscard]] const std::vector<std::uint32_t>& children(std::uint32_t at) const { return children_[at]; }
  [[nodiscard]] std::uint32_t child(std::uint32_t at, std::initializer_list<std::string_view> labels) const;
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const { return sentence_of_[token]; }
  [[nodiscard]] bool is_first_person(std::uint32_t token) const;
  [[nodiscard]] bool is_speech(std::uint32_t verb) const;  ///< "say", "add", "warn"
  [[nodiscard]] bool quoted(std::uint32_t token) const { return quoted_[token]; }

  /// The token whose label tells the part in the clause: the first of a coordination, the noun of a title.
  [[nodiscard]] std::uint32_t role_token(std::uint32_t token) const;

  /// Subject of a verb (or of a copula), by the token or the coordination that it belongs to.
  [[nodiscard]] bool is_subject(std::uint32_t token) const;

  /// The verb or root above a token.
  [[nodiscard]] std::uint32_t clause_of(std::uint32_t token) const;

  /// Subject token of the clause of a token, of the clause that it is coordinated with or embedded in; or
  /// kNone.
  [[nodiscard]] std::uint32_t clause_subject(std::uint32_t token) const;

  /// True for a token inside the noun phrase that an apposition is, its head left out.
  [[nodiscard]] bool in_apposition(std::uint32_t token) const;

  /// The preposition that a nominal hangs on, or empty.
  [[nodiscard]] std::string_view preposition_of(std::uint32_t token) const;

  /// The token of the verb's subject that says the quotation around a token, or kNone.
  [[nodiscard]] std::uint32_t speaker_of_quote(std::uint32_t token) const;

 private:
  void mark_quotes();
  [[nodiscard]] std::uint32_t accused_by(std::uint32_t act, std::uint32_t possessive) const;
  [[nodiscard]] bool announces_speech(std::uint32_t sentence) const;
  [[nodiscard]] bool goes_on(std::uint32_t sentence) const;

  const Reading& reading_;
  std::vector<std::string> lower_, lemmas_;
  std::vector<std::vector<std::uint32_t>> children_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<bool> quoted_;
};

}  // namespace entente::resolve
