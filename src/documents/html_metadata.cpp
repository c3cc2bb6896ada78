// SPDX-License-Identifier: Apache-2.0
#include "documents/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/utf8.hpp"
#include "documents/date.hpp"

namespace entente::documents {

namespace {

using Json = nlohmann::json;

constexpr int kDeepestJson = 32;
constexpr std::size_t kLargestJson = 1u << 20;

/// Values by how much a source is to be trusted; the best one wins, of equals the first.
class Best {
 public:
  void offer(int rank, std::string value) {
    if (value.empty() || (rank_ >= 0 && rank_ <= rank)) return;
    rank_ = rank;
    value_ = std::move(value);
  }
  [[nodiscard]] std::string take() { return std::move(value_); }

 private:
  int rank_ = -1;
  std::string value_;
};

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, 2000)) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  while (!out.empty() && utf8::first_invalid_byte(out)) out.pop_back();  // cut within a character
  return out;
}

std::string web_address(std::string_view url) {
  const std::string lower = utf8::lower(url.substr(0, 8));
  const bool web = lower.starts_with("http://") || lower.starts_with("https://");
  const bool plain = std::none_of(url.begin(), url.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '"';
  });
  return web && plain && url.size() <= 2000 ? std::string(url) : std::string();
}

/// The text directly within an element.
std::string text_in(const GumboNode& element) {
  std::string text;
  const GumboVector& children = element.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA ||
        child->type == GUMBO_NODE_WHITESPACE)
      text += child->v.text.text;
  }
  return text;
}

class MetadataReader {
 public:
  HtmlMetadata run(const GumboNode& root) {
    std::vector<const GumboNode*> to_do = {&root};
    while (!to_do.empty()) {
      const GumboNode& node = *to_do.back();
      to_do.pop_back();
      look_at(node);
      const GumboVector& children = node.v.element.children;
      for (unsigned i = children.length; i-- > 0;) {
        const auto* child = static_cast<const GumboNode*>(children.data[i]);
        if (child->type == GUMBO_NODE_ELEMENT) to_do.push_back(child);
      }
    }
    return {title_.take(), date_.take(), url_.take()};
  }

 private:
  void look_at(const GumboNode& node) {
    switch (node.v.element.tag) {
      case GUMBO_TAG_META:
        take_meta(node);
        break;
      case GUMBO_TAG_LINK:
        if (utf8::lower(attribute(node, "rel")) == "canonical")
          url_.offer(0, web_address(attribute(node, "href")));
        break;
      case GUMBO_TAG_TITLE:
        if (node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML) title_.offer(2, collapsed(text_in(node)));
        break;
      case GUMBO_TAG_H1:
        title_.offer(3, collapsed(text_in(node)));
        break;
      case GUMBO_TAG_SCRIPT:
        if (attribute(node, "type") == "application/ld+json") take_json(text_in(node));
        break;
      case GUMBO_TAG_TIME:
        date_.offer(6, day_of(attribute(node, "datetime")));
        break;
      default:
        break;
    }
    if (const std::string_view property = attribute(node, "itemprop"); !property.empty())
      take_item(node, property);
  }

  void take_meta(const GumboNode& node) {
    static constexpr std::array<std::string_view, 14> kDates = {"article:published_time",
                                                                "og:article:published_time",
                                                                "datepublished",
                                                                "parsely-pub-date",
                                                                "sailthru.date",
                                                                "dc.date.issued",
                                                                "dcterms.issued",
                                                                "citation_publication_date",
                                                                "dc.date",
                                                                "dcterms.date",
                                                                "dcterms.created",
                                                                "pubdate",
                                                                "publishdate",
                                                                "date"};
    const std::string_view content = attribute(node, "content");
    for (const char* by : {"property", "name"}) {
      const std::string name = utf8::lower(attribute(node, by).substr(0, 100));
      if (name.empty()) continue;
      if (name == "og:title") title_.offer(0, collapsed(content));
      if (name == "og:url") url_.offer(1, web_address(content));
      const auto found = std::find(kDates.begin(), kDates.end(), name);
      if (found != kDates.end()) date_.offer(found - kDates.begin() < 4 ? 0 : 3, day_of(content));
    }
  }

  void take_item(const GumboNode& node, std::string_view property) {
    if (property != "datePublished" && property != "dateCreated") return;
    std::string_view value = attribute(node, "content");
    if (value.empty()) value = attribute(node, "datetime");
    const std::string text = value.empty() ? text_in(node) : std::string(value);
    date_.offer(property == "datePublished" ? 2 : 4, day_of(text));
  }

  void take_json(const std::string& text) {
    if (text.size() > kLargestJson) return;
    bool too_deep = false;
    const auto guard = [&](int depth, Json::parse_event_t, Json&) {
      too_deep = too_deep || depth > kDeepestJson;
      return !too_deep;
    };
    const Json json = Json::parse(text, guard, false);
    if (json.is_discarded() || too_deep) return;
    take_json_value(json, 0);
  }

  /// A thing, a list of things, or {"@graph": things}.
  void take_json_value(const Json& json, int depth) {
    if (depth > 3) return;
    if (json.is_array())
      for (const Json& each : json) take_json_value(each, depth + 1);
    if (!json.is_object()) return;
    if (const auto graph = json.find("@graph"); graph != json.end()) take_json_value(*graph, depth + 1);
    const auto text_of = [&](const char* name) {
      const auto found = json.find(name);
      return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    title_.offer(1, collapsed(text_of("headline")));
    date_.offer(1, day_of(text_of("datePublished")));
  }

  Best title_, date_, url_;
};

}  // namespace

HtmlMetadata metadata_of(const HtmlTree& tree) {
  return MetadataReader().run(tree.root());
}

std::string_view declared_encoding(std::string_view bytes) {
  bytes = bytes.substr(0, 4096);
  const std::string lower =
      utf8::lower(std::string(bytes.begin(), std::find_if(bytes.begin(), bytes.end(), [](char c) {
                                return static_cast<unsigned char>(c) >= 0x80;
                              })));
  for (const std::string_view sign : {"charset", "encoding"}) {
    for (std::size_t at = lower.find(sign); at != std::string::npos; at = lower.find(sign, at + 1)) {
      std::size_t begin = lower.find_first_not_of(" \t", at + sign.size());
      if (begin == std::string::npos || lower[begin] != '=') continue;
      begin = lower.find_first_not_of(" \t\"'", begin + 1);
      if (begin == std::string::npos) continue;
      const std::size_t end = std::min(lower.find_first_of(" \t\"';/>?\r\n", begin), lower.size());
      return bytes.substr(begin, end - begin);
    }
  }
  return {};
}

}  // namespace entente::documents
