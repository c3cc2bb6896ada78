// SPDX-License-Identifier: Apache-2.0
#include "importers/graphml_import.hpp"

#include <utility>

#include "importers/graph_block.hpp"
#include "importers/graphml_reader.hpp"
#include "importers/typed_text.hpp"

namespace entente::importers {

namespace {

std::vector<std::string> labels_of(const GraphmlItem& item) {
  std::vector<std::string> labels;
  const std::string& text = item.get("labels");
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(":;", begin), text.size());
    if (end > begin) labels.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return labels;
}

std::string type_of(const GraphmlItem& item) {
  for (const std::string* type : {&item.label, &item.get("label"), &item.get("type")})
    if (!type->empty()) return *type;
  return "RELATED";
}

class GraphmlImport {
 public:
  explicit GraphmlImport(GraphSink& sink) : sink_(sink) {}

  Status add(const GraphmlItem& item, const XmlReader& xml) {
    if (auto added = item.is_edge ? edge(item, xml) : node(item, xml); !added) return added;
    for (const auto& [key, text] : item.data) {
      if (key->name == (item.is_edge ? "label" : "labels") || key->name == kImported) continue;
      const auto type = value_type_from_name(key->type.empty() ? "string" : key->type);
      if (!type)
        return fail(xml.error_here("the key '" + key->id + "' has the unknown type '" + key->type + "'"));
      auto value = typed_value(text, *type);
      if (!value)
        return fail(
            xml.error_here("'" + text + "' is not " + description(*type) + " (key '" + key->id + "')"));
      if (item.is_edge)
        sink_.set_of_edge(key->name, std::move(*value));
      else
        sink_.set_of_node(key->name, std::move(*value));
    }
    return {};
  }

 private:
  Status node(const GraphmlItem& item, const XmlReader& xml) {
    const auto added = sink_.add_node("", item.id, labels_of(item));
    if (!added) return fail(added.error());
    if (!*added) return fail(xml.error_here("there is a node with the id '" + item.id + "' already"));
    if (item.get("id").empty()) sink_.set_of_node("id", item.id);
    return {};
  }

  Status edge(const GraphmlItem& item, const XmlReader& xml) {
    const auto source = end(item.source, xml);
    if (!source) return fail(source.error());
    const auto target = end(item.target, xml);
    if (!target) return fail(target.error());
    return sink_.add_edge(*source, *target, type_of(item));
  }

  Result<std::uint32_t> end(const std::string& id, const XmlReader& xml) {
    const auto found = sink_.find_node("", id);
    if (!found) return fail(found.error());
    if (*found) return **found;
    return fail(xml.error_here("there is no node with the id '" + id + "'"));
  }

  GraphSink& sink_;
};

}  // namespace

bool is_own_graphml(std::string_view text) {
  const std::string_view head = text.substr(0, std::min<std::size_t>(text.size(), 1u << 14));
  return head.find("<key id=\"e_interaction\"") != std::string_view::npos &&
         head.find("<key id=\"e_facts\"") != std::string_view::npos;
}

Status import_graphml(std::string_view text, const std::string& file_name, GraphSink& sink) {
  GraphmlImport import(sink);
  return read_graphml(text, file_name, [&import](const GraphmlItem& item, const XmlReader& xml) {
    return import.add(item, xml);
  });
}

}  // namespace entente::importers
