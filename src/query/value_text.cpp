// SPDX-License-Identifier: Apache-2.0
#include "query/printer.hpp"
#include "query/query.hpp"

// Values as text for tables.

namespace entente::query {

namespace {

class Writer {
 public:
  explicit Writer(const graph::Snapshot& graph) : graph_(graph) {}

  void value(const Value& value) {
    std::visit([&](const auto& v) { write(v); }, value.data);
  }

  std::string take() { return std::move(out_); }

 private:
  void write(std::monostate) { out_ += "null"; }
  void write(bool flag) { out_ += flag ? "true" : "false"; }
  void write(std::int64_t number) { out_ += std::to_string(number); }
  void write(double number) { out_ += print_real(number); }
  void write(const std::string& text) { out_ += text; }

  void write(const graph::Moment& moment) { out_ += graph::to_text(moment); }
  void write(const graph::Duration& duration) { out_ += graph::to_text(duration); }

  void write(const List& list) {
    out_ += '[';
    for (const auto& element : list) {
      if (&element != &list.front()) out_ += ", ";
      value(element);
    }
    out_ += ']';
  }

  void write(const Map& map) {
    out_ += '{';
    bool first = true;
    for (const auto& [key, element] : map) {
      out_ += (first ? "" : ", ") + print_name(key) + ": ";
      value(element);
      first = false;
    }
    out_ += '}';
  }

  void write(graph::NodeId node) {
    const auto name = graph_.cell(node, "name");
    if (name.kind == graph::Cell::Kind::text) {
      out_ += name.bytes;
      return;
    }
    const auto properties = graph_.properties(node);
    out_ += '(';
    for (const auto& label : graph_.labels(node)) out_ += ":" + print_name(label);
    if (!properties.empty()) {
      if (!graph_.labels(node).empty()) out_ += ' ';
      Map copy;
      for (const auto& [key, property] : properties) copy.emplace(key, from_property(property));
      write(copy);
    }
    out_ += ')';
  }

  void write(graph::EdgeId edge) { out_ += "[:" + print_name(graph_.type(edge)) + "]"; }

  void write(const Path& path) {
    write(path.nodes.front());
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
      const bool along = graph_.source(path.edges[i]) == path.nodes[i];
      out_ += along ? " -" : " <-";
      write(path.edges[i]);
      out_ += along ? "-> " : "- ";
      write(path.nodes[i + 1]);
    }
  }

  const graph::Snapshot& graph_;
  std::string out_;
};

}  // namespace

std::string to_text(const Value& value, const graph::Snapshot& graph) {
  Writer writer(graph);
  writer.value(value);
  return writer.take();
}

}  // namespace entente::query
