// SPDX-License-Identifier: Apache-2.0
#include "documents/html_tree.hpp"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"

namespace entente::documents {

namespace {

constexpr std::size_t kLargestPage = 16u << 20;
constexpr std::size_t kFirstMemory = 64u << 20;  ///< that any page may take,
constexpr std::size_t kMemoryPerByte = 60;       ///< and what comes to it for each of its bytes
constexpr std::size_t kMostOpenElements = 2000;

/// Elements that never stay open beside one of their kind, or have no content.
bool closes_itself(std::string_view tag) {
  static constexpr std::array<std::string_view, 32> kTags = {
      "area",  "base", "br",    "col",    "dd",    "dt",    "embed", "hr",   "img",    "input",   "keygen",
      "li",    "link", "meta",  "option", "p",     "param", "rp",    "rt",   "source", "tbody",   "td",
      "tfoot", "th",   "thead", "tr",     "track", "wbr",   "html",  "head", "body",   "optgroup"};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

/// The most elements that may be open at a time, by a look at the tags alone; never far below what a parser
/// finds.
std::size_t depth_of(std::string_view html) {
  std::map<std::string, std::size_t> open;
  std::size_t depth = 0, most = 0;
  for (std::size_t i = html.find('<'); i != std::string_view::npos; i = html.find('<', i)) {
    ++i;
    const bool closing = i < html.size() && html[i] == '/';
    if (closing) ++i;
    std::size_t end = i;
    while (end < html.size() && end < i + 32 && (std::isalnum(static_cast<unsigned char>(html[end])) != 0))
      ++end;
    if (end == i) continue;
    const std::string tag = utf8::lower(html.substr(i, end - i));
    if (closes_itself(tag)) continue;
    if (!closing) {
      ++open[tag];
      most = std::max(most, ++depth);
    } else if (const auto found = open.find(tag); found != open.end() && found->second > 0) {
      --found->second;
      --depth;
    }
  }
  return most;
}

}  // namespace

/// Memory that is given back all at once. gumbo knows no failed allocation, so one beyond the bound leaves it
/// by longjmp: it is C and holds nothing that is not of this memory.
class HtmlTree::Arena {
 public:
  explicit Arena(std::size_t most) : left_(most) {}

  static void* allocate(void* self, std::size_t size) { return static_cast<Arena*>(self)->take(size); }
  static void release(void*, void*) {}

  /// Null: the page takes more than it may.
  const GumboOutput* parse(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = this;
    options.max_errors = 0;
    if (setjmp(too_much_) != 0) return nullptr;  // NOLINT(cert-err52-cpp): see above
    return gumbo_parse_with_options(&options, html.data(), html.size());
  }

 private:
  static constexpr std::size_t kBlock = 1u << 18;

  void* take(std::size_t size) {
    constexpr std::size_t kAlign = alignof(std::max_align_t);
    size = (std::max<std::size_t>(size, 1) + kAlign - 1) / kAlign * kAlign;
    if (size > left_) std::longjmp(too_much_, 1);  // NOLINT(cert-err52-cpp)
    left_ -= size;
    if (size > room_) {
      const std::size_t block = std::max(size, kBlock);
      blocks_.push_back(std::make_unique<std::byte[]>(block));
      if (size < block / 4 || block == kBlock) {
        next_ = blocks_.back().get();
        room_ = block;
      } else {
        return blocks_.back().get();
      }
    }
    void* taken = next_;
    next_ += size;
    room_ -= size;
    return taken;
  }

  std::size_t left_;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t room_ = 0;
  std::jmp_buf too_much_{};
};

HtmlTree::HtmlTree(std::unique_ptr<Arena> arena, const GumboNode* root)
    : arena_(std::move(arena)), root_(root) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

Result<HtmlTree> HtmlTree::parse(std::string_view html) {
  if (html.size() > kLargestPage)
    return fail(ErrorKind::limit, "the page is larger than 16 MiB", {}, "save it as text, or split it");
  if (depth_of(html) > kMostOpenElements)
    return fail(ErrorKind::limit, "more than 2000 elements are open within one another", {},
                "this is no page that people read");
  auto arena = std::make_unique<Arena>(kFirstMemory + html.size() * kMemoryPerByte);
  const GumboOutput* output = arena->parse(html);
  if (output == nullptr)
    return fail(ErrorKind::limit, "the page becomes far too large when its tags are put right");
  return HtmlTree(std::move(arena), output->root);
}

std::string_view attribute(const GumboNode& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

}  // namespace entente::documents
