// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/extract.hpp"
#include "extract/letters.hpp"
#include "extract/listed_names.hpp"
#include "extract/tree.hpp"
#include "model/reading.hpp"

namespace entente::extract {

/// Questions about the words of one sentence that tell whether they are part of a name.
class NameWords {
 public:
  /// lower: the words of all tokens of the reading in lower case; must outlive this as the others do.
  NameWords(const Reading& reading, const Resources& resources, const Sentence& sentence,
            const std::vector<std::string>& lower);

  [[nodiscard]] const nlp::Token& token(std::uint32_t i) const { return analysis_.tokens[i]; }
  [[nodiscard]] const std::string& lower(std::uint32_t i) const { return lower_[i]; }
  [[nodiscard]] std::string_view text(std::uint32_t i) const { return analysis_.token_text(i); }
  [[nodiscard]] bool inside(std::uint32_t i) const { return i < sentence_.end; }
  [[nodiscard]] bool in_list(std::string_view list, std::uint32_t i) const {
    return resources_.nouns->in_list(list, lower(i));
  }
  [[nodiscard]] std::uint32_t spelled_end(std::uint32_t i) const;
  [[nodiscard]] const ListedName* listed_at(std::uint32_t i) const;
  [[nodiscard]] const ListedName* listed_over(std::uint32_t i) const;
  [[nodiscard]] bool has_capital(std::uint32_t i) const { return inside(i) && is_upper(text(i)[0]); }
  /// True when the token's capital makes it part of a name.
  [[nodiscard]] bool is_name_word(std::uint32_t i) const;
  [[nodiscard]] bool is_number(std::uint32_t i) const;
  /// "Thousands of", "Neighbouring Niger": begins a sentence and no name.
  [[nodiscard]] bool is_common_opening(std::uint32_t i) const;
  [[nodiscard]] bool precedes_people(std::uint32_t i) const;
  /// "Jan" of "General Jan Zych".
  [[nodiscard]] bool is_given_month(std::uint32_t i) const;
  [[nodiscard]] std::string_view head_class(std::uint32_t i) const;
  [[nodiscard]] static bool is_institution(std::string_view cls);
  [[nodiscard]] bool is_title_word(std::uint32_t i) const;
  [[nodiscard]] bool is_title_of_several(std::uint32_t i) const;
  /// A singular common noun for a person that may stand before his name.
  [[nodiscard]] bool names_person(std::uint32_t i) const;
  /// "the town of Panduro"
  [[nodiscard]] bool is_named_place(std::uint32_t i) const;
  /// The word that says what a name of tokens [begin, end) names: "Institute" of "Institute of Health".
  [[nodiscard]] std::uint32_t name_head(std::uint32_t begin, std::uint32_t end) const;
  /// The class that NER gives the last token of [begin, end) that it labels, or empty.
  [[nodiscard]] std::string ner_class(std::uint32_t begin, std::uint32_t end) const;
  /// "Labour | MP Ann Clwyd", "Republican | Senator X"; but "Labour Minister X".
  [[nodiscard]] bool names_party(std::uint32_t i) const;
  /// A body that is called after what it does: "the Free Tibet Campaign condemned ...".
  [[nodiscard]] bool is_acting_body(std::uint32_t begin, std::uint32_t end) const;
  /// Behind the title word before i: one past "of State", "of Foreign Affairs", "of the Interior", or i.
  [[nodiscard]] std::uint32_t portfolio_end(std::uint32_t i) const;
  [[nodiscard]] const Sentence& sentence() const { return sentence_; }
  [[nodiscard]] const Resources& resources() const { return resources_; }

 private:
  void list_names();
  /// Names that an acronym behind them spells out: "Agricultural Research and Development Institute (ARDI)".
  void find_spelled();
  /// Where the name that ends with token i begins when its capitals are the acronym's, or i.
  [[nodiscard]] std::uint32_t spelled_begin(std::uint32_t i, std::string_view acronym) const;
  /// The same for letters in another order.
  [[nodiscard]] std::uint32_t shuffled_begin(std::uint32_t i, std::string_view acronym) const;
  /// A heading in which nearly every word has a capital, so that capitals tell nothing.
  [[nodiscard]] bool in_title_case() const;

  const Reading& reading_;
  const nlp::Analysis& analysis_;
  const Resources& resources_;
  const Sentence& sentence_;
  const std::vector<std::string>& lower_;
  std::vector<ListedName> listed_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spelled_;  ///< tokens of names that an acronym spells
  bool title_case_ = false;
};

}  // namespace entente::extract
