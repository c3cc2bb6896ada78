// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "documents/html_tree.hpp"

namespace entente::documents {

/// A run of text between two elements that begin a line of their own.
struct HtmlBlock {
  enum class Kind { other, paragraph, heading, item, preformatted };
  std::string text;            ///< white space collapsed, except in preformatted
  std::size_t words = 0;       ///< runs without white space that hold a letter or digit
  std::size_t link_words = 0;  ///< of them within links
  Kind kind = Kind::other;
  int level = 0;            ///< of a heading, 1 to 6
  bool aside = false;       ///< within something whose class or id says that it is no main text
  bool main = false;        ///< within main, or what plays its role
  std::size_t article = 0;  ///< number of the outermost article that it is in, from 1; 0: none
};

/// The blocks of a page, in their order, without what is never text: scripts, navigation, footers, forms'
/// controls, what is hidden.
[[nodiscard]] std::vector<HtmlBlock> blocks_of(const HtmlTree& tree);

/// The blocks that are the page's main text: docs/documents.md tells how they are chosen. Empty where there
/// is none.
[[nodiscard]] std::vector<HtmlBlock> main_text_of(std::vector<HtmlBlock> blocks);

}  // namespace entente::documents
