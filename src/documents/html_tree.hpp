// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gumbo.h>

#include <memory>
#include <string_view>

#include "base/result.hpp"

namespace entente::documents {

/// A page as gumbo parses it (the HTML standard's own algorithm, which never fails), within bounds on depth
/// and memory: gumbo has none, and pages exist that make it take a thousand times their size.
class HtmlTree {
 public:
  /// html is valid UTF-8 and outlives the tree. A limit error for a page beyond the bounds.
  [[nodiscard]] static Result<HtmlTree> parse(std::string_view html);

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  [[nodiscard]] const GumboNode& root() const { return *root_; }

 private:
  class Arena;
  HtmlTree(std::unique_ptr<Arena> arena, const GumboNode* root);
  std::unique_ptr<Arena> arena_;  ///< all that the tree is made of
  const GumboNode* root_;
};

/// An attribute's value, or empty.
[[nodiscard]] std::string_view attribute(const GumboNode& element, const char* name);

}  // namespace entente::documents
