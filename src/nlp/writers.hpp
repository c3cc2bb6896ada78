// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "nlp/analysis.hpp"

namespace entente::nlp {

/// CoNLL-U, a row a token. XPOS is the Penn tag, DEPREL the ClearNLP label; MISC has SpaceAfter=No and
/// NER=B-GPE. Tokens of white space keep their row, with line feeds, tabs and spaces written \n, \t, \s.
/// `document` names the document in
/// "# newdoc id" and in sentence ids; empty: none. No text gives an empty string.
[[nodiscard]] std::string to_conllu(const Analysis& analysis, std::string_view document);

/// One line, without line feed:
/// {"doc","text","tokens":[{"i","idx","text","ws","lemma","tag","pos","dep","head","ent_iob",
/// "ent_type","sent_start"}]}. Offsets count code points; "ws" is " " or ""; "ent_iob" is "O", "B" or "I".
[[nodiscard]] std::string to_jsonl(const Analysis& analysis, std::string_view document);

}  // namespace entente::nlp
