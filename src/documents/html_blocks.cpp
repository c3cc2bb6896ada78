// SPDX-License-Identifier: Apache-2.0
#include "documents/html_blocks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace entente::documents {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool never_text(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
      return true;
    default:
      return false;
  }
}

bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN:
      return true;
    default:
      return false;
  }
}

bool is_hidden(const GumboNode& element) {
  static constexpr std::array<std::string_view, 9> kRoles = {"navigation",    "banner", "contentinfo",
                                                             "complementary", "search", "menu",
                                                             "menubar",       "dialog", "alertdialog"};
  if (gumbo_get_attribute(&element.v.element.attributes, "hidden") != nullptr) return true;
  if (attribute(element, "aria-hidden") == "true" || is_one_of(attribute(element, "role"), kRoles))
    return true;
  std::string style = utf8::lower(attribute(element, "style").substr(0, 1000));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

/// Whether a word of the class or id names something beside the main text.
bool named_aside(const GumboNode& element) {
  static constexpr std::array<std::string_view, 45> kWords = {
      "ad",          "ads",        "advert",       "advertisement", "banner",  "breadcrumb", "breadcrumbs",
      "comment",     "comments",   "consent",      "cookie",        "cookies", "disqus",     "footer",
      "gdpr",        "login",      "masthead",     "menu",          "modal",   "nav",        "navbar",
      "navigation",  "newsletter", "pager",        "pagination",    "paywall", "popup",      "promo",
      "recommended", "related",    "share",        "sharing",       "sidebar", "signup",     "social",
      "sponsored",   "subscribe",  "subscription", "toolbar",       "topbar",  "trending",   "widget",
      "skip",        "noprint",    "catlinks"};
  for (const char* name : {"class", "id"}) {
    const std::string value = utf8::lower(attribute(element, name).substr(0, 500));
    for (std::size_t at = 0; at < value.size();) {
      std::size_t end = at;
      while (end < value.size() && value[end] >= 'a' && value[end] <= 'z') ++end;
      if (end > at && is_one_of(std::string_view(value).substr(at, end - at), kWords)) return true;
      at = end + 1;
    }
  }
  return false;
}

int heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6
             ? static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1
             : 0;
}

/// White space collapsed to one blank (line breaks stay where they are told to), no-break spaces plain,
/// invisible characters gone.
std::string tidy(std::string_view raw, bool preformatted) {
  std::string text;
  bool blank = false;
  for (std::size_t i = 0; i < raw.size();) {
    if (is_space(raw[i]) && !preformatted) {
      blank = blank || raw[i] != '\v';
      if (raw[i] == '\v') {  // stands for <br>
        text += '\n';
        blank = false;
      }
      ++i;
      continue;
    }
    const std::size_t begin = i;
    const char32_t c = utf8::next(raw, i);
    if (c == 0x00ad || c == 0x200b || c == 0x2060 || c == 0xfeff) continue;
    if (c == 0x00a0 || c == 0x202f || c == 0x2009) {
      blank = true;
      continue;
    }
    if (blank && !text.empty() && text.back() != '\n') text += ' ';
    blank = false;
    if (preformatted && c == '\v')
      text += '\n';
    else
      text.append(raw, begin, i - begin);
  }
  while (!text.empty() && is_space(text.back())) text.pop_back();
  const std::size_t begin = text.find_first_not_of(preformatted ? "\n\r" : " \n");
  return begin == std::string::npos ? std::string() : text.substr(begin);
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool counted = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_space(c)) {
      counted = false;
    } else if (!counted && (byte >= 0x80 || std::isalnum(byte) != 0)) {
      counted = true;
      ++words;
    }
  }
  return words;
}

/// What holds for everything within an element.
struct Surroundings {
  bool link = false, preformatted = false, aside = false, main = false, item = false, paragraph = false;
  int level = 0;
  std::size_t article = 0;
};

/// Walks the tree with a stack of its own, so that no depth is a matter of the program's.
class Collector {
 public:
  std::vector<HtmlBlock> run(const GumboNode& root) {
    enter(root, {});
    while (!stack_.empty()) {
      Open& open = stack_.back();
      const GumboVector& children = open.node->v.element.children;
      if (open.next < children.length) {
        const auto* child = static_cast<const GumboNode*>(children.data[open.next++]);
        visit(*child, open.around);
      } else {
        if (open.breaks) flush(open.around);
        stack_.pop_back();
      }
    }
    return std::move(blocks_);
  }

 private:
  struct Open {
    const GumboNode* node;
    unsigned next;
    Surroundings around;
    bool breaks;
  };

  void visit(const GumboNode& node, const Surroundings& around) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        add_text(node.v.text.text, around);
        break;
      case GUMBO_NODE_ELEMENT:
        enter(node, around);
        break;
      default:
        break;
    }
  }

  void enter(const GumboNode& node, Surroundings around) {
    const GumboTag tag = node.v.element.tag;
    const bool breaks = !is_inline(tag);
    // A header within an article is the article's; one of the page is not.
    const bool page_header = tag == GUMBO_TAG_HEADER && around.article == 0 && !around.main;
    const bool dropped = never_text(tag) || page_header || is_hidden(node);
    if (breaks && !stack_.empty()) flush(stack_.back().around);
    if (tag == GUMBO_TAG_BR) {
      raw_ += '\v';
      return;
    }
    if (dropped) return;
    adjust(node, around);
    stack_.push_back({&node, 0, around, breaks});
  }

  void adjust(const GumboNode& node, Surroundings& around) {
    const GumboTag tag = node.v.element.tag;
    around.link = around.link || (tag == GUMBO_TAG_A && !attribute(node, "href").empty());
    around.preformatted = around.preformatted || tag == GUMBO_TAG_PRE;
    if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD) around.item = true;
    if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_BLOCKQUOTE) around.paragraph = true;
    if (const int level = heading_level(tag)) around.level = level;
    const bool article_body = attribute(node, "itemprop") == "articleBody";
    if (tag == GUMBO_TAG_MAIN || attribute(node, "role") == "main") around.main = true;
    if ((tag == GUMBO_TAG_ARTICLE || article_body) && around.article == 0) around.article = ++articles_;
    const bool whole =
        tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE;
    if (!whole && named_aside(node)) around.aside = true;
  }

  void add_text(std::string_view text, const Surroundings& around) {
    raw_ += text;
    if (around.link) link_words_ += count_words(text);
  }

  void flush(const Surroundings& around) {
    if (raw_.empty()) return;
    HtmlBlock block;
    block.kind = around.preformatted ? HtmlBlock::Kind::preformatted
                 : around.level > 0  ? HtmlBlock::Kind::heading
                 : around.paragraph  ? HtmlBlock::Kind::paragraph
                 : around.item       ? HtmlBlock::Kind::item
                                     : HtmlBlock::Kind::other;
    block.level = around.level;
    block.aside = around.aside;
    block.main = around.main;
    block.article = around.article;
    // Old pages make paragraphs of two line breaks.
    std::string_view rest = raw_;
    while (!rest.empty()) {
      const std::size_t end = around.preformatted ? rest.size() : end_of_paragraph(rest);
      block.text = tidy(rest.substr(0, end), around.preformatted);
      block.words = count_words(block.text);
      block.link_words = std::min(link_words_, block.words);
      if (block.words > 0) blocks_.push_back(block);
      rest.remove_prefix(end);
    }
    raw_.clear();
    link_words_ = 0;
  }

  /// Behind two line breaks with nothing between them.
  static std::size_t end_of_paragraph(std::string_view raw) {
    for (std::size_t at = raw.find('\v'); at != std::string_view::npos; at = raw.find('\v', at + 1)) {
      std::size_t next = at + 1;
      while (next < raw.size() && raw[next] != '\v' && is_space(raw[next])) ++next;
      if (next < raw.size() && raw[next] == '\v') return next + 1;
    }
    return raw.size();
  }

  std::vector<Open> stack_;
  std::vector<HtmlBlock> blocks_;
  std::string raw_;
  std::size_t link_words_ = 0;
  std::size_t articles_ = 0;
};

}  // namespace

std::vector<HtmlBlock> blocks_of(const HtmlTree& tree) {
  return Collector().run(tree.root());
}

}  // namespace entente::documents
