// SPDX-License-Identifier: Apache-2.0
#include "query/tck/canonical.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <vector>

#include "query/printer.hpp"

namespace entente::test {

namespace {

std::string joined(std::vector<std::string> parts, const char* between, bool sort) {
  if (sort) std::sort(parts.begin(), parts.end());
  std::string out;
  for (const auto& part : parts) out += (&part == &parts.front() ? "" : between) + part;
  return out;
}

std::string map_text(const std::map<std::string, std::string>& entries) {
  std::vector<std::string> parts;
  for (const auto& [key, value] : entries) parts.push_back(key + ": " + value);
  return "{" + joined(std::move(parts), ", ", false) + "}";
}

/// (:A:B {k: v}), [:T {k: v}]
std::string thing(char open, char close, std::vector<std::string> labels,
                  const std::map<std::string, std::string>& entries) {
  std::sort(labels.begin(), labels.end());
  std::string out(1, open);
  for (const auto& label : labels) out += ":" + label;
  if (!entries.empty()) out += (labels.empty() ? "" : " ") + map_text(entries);
  return out + close;
}

class OfValue {
 public:
  OfValue(const graph::Snapshot& graph, bool unordered) : graph_(graph), unordered_(unordered) {}

  std::string text(const query::Value& value) const {
    if (const auto* flag = value.as<bool>()) return *flag ? "true" : "false";
    if (const auto* integer = value.as<std::int64_t>()) return std::to_string(*integer);
    if (const auto* real = value.as<double>()) return query::print_real(*real);
    if (const auto* words = value.as<std::string>()) return "'" + *words + "'";
    if (const auto* moment = value.as<graph::Moment>()) return "'" + graph::to_text(*moment) + "'";
    if (const auto* length = value.as<graph::Duration>()) return "'" + graph::to_text(*length) + "'";
    if (const auto* list = value.as<query::List>()) {
      std::vector<std::string> parts;
      for (const auto& element : *list) parts.push_back(text(element));
      return "[" + joined(std::move(parts), ", ", unordered_) + "]";
    }
    if (const auto* map = value.as<query::Map>()) {
      std::map<std::string, std::string> entries;
      for (const auto& [key, element] : *map) entries[key] = text(element);
      return map_text(entries);
    }
    if (const auto* node = value.as<graph::NodeId>()) return node_text(*node);
    if (const auto* edge = value.as<graph::EdgeId>()) return edge_text(*edge);
    if (const auto* path = value.as<query::Path>()) return path_text(*path);
    return "null";
  }

 private:
  std::map<std::string, std::string> entries(const graph::Map& properties) const {
    std::map<std::string, std::string> out;
    for (const auto& [key, value] : properties) out[key] = text(query::from_property(value));
    return out;
  }
  std::string node_text(graph::NodeId node) const {
    return thing('(', ')', graph_.labels(node), entries(graph_.properties(node)));
  }
  std::string edge_text(graph::EdgeId edge) const {
    return thing('[', ']', {graph_.type(edge)}, entries(graph_.properties(edge)));
  }
  std::string path_text(const query::Path& path) const {
    auto out = "<" + node_text(path.nodes[0]);
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
      const bool along = graph_.source(path.edges[i]) == path.nodes[i];
      out += (along ? "-" : "<-") + edge_text(path.edges[i]) + (along ? "->" : "-") +
             node_text(path.nodes[i + 1]);
    }
    return out + ">";
  }

  const graph::Snapshot& graph_;
  bool unordered_;
};

/// Reads a cell by recursive descent; what it cannot read is taken as it stands.
class OfCell {
 public:
  OfCell(std::string_view text, bool unordered) : text_(text), unordered_(unordered) {}

  std::string value() {
    blank();
    switch (peek()) {
      case '\'':
        return string();
      case '[':
        return peek(1) == ':' ? entity('[', ']') : list();
      case '{':
        return map_text(map());
      case '(':
        return entity('(', ')');
      case '<':
        return path();
      default:
        return word();
    }
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  void blank() {
    while (peek() == ' ') ++at_;
  }
  bool accept(char c) {
    blank();
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  std::string string() {
    std::string out = "'";
    for (++at_; at_ < text_.size() && peek() != '\''; ++at_) {
      if (peek() == '\\') ++at_;
      const bool escaped = at_ > 0 && text_[at_ - 1] == '\\';
      out += escaped && peek() == 'n' ? '\n' : escaped && peek() == 't' ? '\t' : peek();
    }
    ++at_;
    return out + "'";
  }

  std::string word() {
    std::string out;
    while (at_ < text_.size() && std::string_view(",]}) >").find(peek()) == std::string_view::npos)
      out += text_[at_++];
    const bool number = !out.empty() && out.find_first_not_of("+-0123456789.eE") == std::string::npos;
    if (number && out.find_first_of(".eE") != std::string::npos)
      return query::print_real(std::strtod(out.c_str(), nullptr));
    return out;
  }

  std::string list() {
    std::vector<std::string> parts;
    ++at_;
    while (!accept(']') && at_ < text_.size()) {
      parts.push_back(value());
      accept(',');
    }
    return "[" + joined(std::move(parts), ", ", unordered_) + "]";
  }

  std::map<std::string, std::string> map() {
    std::map<std::string, std::string> out;
    ++at_;
    while (!accept('}') && at_ < text_.size()) {
      blank();
      std::string key;
      while (at_ < text_.size() && peek() != ':') key += text_[at_++];
      accept(':');
      out[key] = value();
      accept(',');
    }
    return out;
  }

  std::string entity(char open, char close) {
    ++at_;
    std::vector<std::string> labels;
    while (accept(':')) {
      std::string label;
      while (at_ < text_.size() && std::string_view(": {)]").find(peek()) == std::string_view::npos)
        label += text_[at_++];
      labels.push_back(label);
    }
    std::map<std::string, std::string> entries;
    blank();
    if (peek() == '{') entries = map();
    accept(close);
    return thing(open, close, std::move(labels), entries);
  }

  std::string path() {
    std::string out = "<";
    for (++at_; at_ < text_.size() && peek() != '>';) {
      if (peek() == '(') {
        out += entity('(', ')');
      } else if (peek() == '[') {
        out += entity('[', ']');
      } else {
        out += text_[at_++];
        if (out.back() == '-' && peek() == '>') out += text_[at_++];
      }
    }
    ++at_;
    return out + ">";
  }

  std::string_view text_;
  bool unordered_;
  std::size_t at_ = 0;
};

}  // namespace

std::string canonical(const query::Value& value, const graph::Snapshot& graph, bool unordered) {
  return OfValue(graph, unordered).text(value);
}

std::string canonical(std::string_view cell, bool unordered) {
  return OfCell(cell, unordered).value();
}

}  // namespace entente::test
