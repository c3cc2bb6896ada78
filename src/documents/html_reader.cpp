// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "base/utf8.hpp"
#include "documents/encoding.hpp"
#include "documents/html_blocks.hpp"
#include "documents/html_metadata.hpp"
#include "documents/html_tree.hpp"
#include "documents/reader.hpp"

namespace entente::documents {

Result<Content> read_html(std::string_view bytes, const Limits&) {
  auto decoded = to_utf8(bytes, declared_encoding(bytes));
  if (!decoded) return fail(std::move(decoded.error()));
  const auto tree = HtmlTree::parse(decoded->text);
  if (!tree) return fail(tree.error());
  Content content;
  content.encoding = std::move(decoded->encoding);
  HtmlMetadata metadata = metadata_of(*tree);
  content.title = std::move(metadata.title);
  content.date = std::move(metadata.date);
  content.url = std::move(metadata.url);
  for (const HtmlBlock& block : main_text_of(blocks_of(*tree))) {
    if (!content.text.empty()) content.text += "\n\n";
    content.text += block.text;
  }
  if (content.text.empty())
    return fail(ErrorKind::input_output, "the page has no text", {},
                "a page that a script fills must be saved by a browser");
  content.text += '\n';
  return content;
}

}  // namespace entente::documents
