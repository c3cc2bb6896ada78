// SPDX-License-Identifier: Apache-2.0
#include "importers/graphml_reader.hpp"

#include <map>

namespace entente::importers {

namespace {

using Event = XmlReader::Event;

class GraphmlReader {
 public:
  GraphmlReader(std::string_view text, const std::string& file, const GraphmlHandler& handler)
      : xml_(text, file), handler_(handler) {}

  Status read() {
    while (true) {
      const auto event = xml_.next();
      if (!event) return fail(event.error());
      if (*event == Event::done) return {};
      Status taken;
      if (*event == Event::begin) taken = begin();
      if (*event == Event::end) taken = end();
      if (*event == Event::text && data_key_ != nullptr) item_.data.back().second += xml_.text();
      if (!taken) return taken;
    }
  }

 private:
  Status begin();
  Status begin_key();
  Status begin_item(bool is_edge);
  Status begin_data();
  Status end();

  XmlReader xml_;
  const GraphmlHandler& handler_;
  std::map<std::string, GraphmlKey> keys_;
  GraphmlItem item_;
  bool in_item_ = false;
  const GraphmlKey* data_key_ = nullptr;
};

Status GraphmlReader::begin() {
  const std::string& name = xml_.name();
  if (xml_.depth() == 1)
    return name == "graphml" ? Status()
                             : fail(xml_.error_here("this is no GraphML: the element is '" + name + "'"));
  if (name == "key") return begin_key();
  if (name == "node" || name == "edge") return begin_item(name == "edge");
  if (name == "data") return begin_data();
  if (name == "graph") {
    if (in_item_) return fail(xml_.error_here("a graph within a node cannot be imported"));
    if (xml_.attribute("edgedefault") == "undirected")
      return fail(xml_.error_here("an undirected graph cannot be imported: edges have a direction"));
    return {};
  }
  if (name == "port" || name == "hyperedge" || name == "endpoint")
    return fail(xml_.error_here("the element '" + name + "' cannot be imported"));
  return {};
}

Status GraphmlReader::begin_key() {
  GraphmlKey key{xml_.attribute("id"), xml_.attribute("attr.name"), xml_.attribute("attr.type")};
  if (key.id.empty()) return fail(xml_.error_here("this key has no id"));
  if (key.name.empty()) key.name = key.id;
  const std::string id = key.id;
  if (keys_.emplace(id, std::move(key)).second) return {};
  return fail(xml_.error_here("the key '" + id + "' stands twice"));
}

Status GraphmlReader::begin_item(bool is_edge) {
  if (in_item_) return fail(xml_.error_here("a node or an edge within another cannot be imported"));
  in_item_ = true;
  item_ = {is_edge,
           xml_.attribute("id"),
           xml_.attribute("source"),
           xml_.attribute("target"),
           xml_.attribute("label"),
           {}};
  if (!is_edge && item_.id.empty()) return fail(xml_.error_here("this node has no id"));
  if (is_edge && (item_.source.empty() || item_.target.empty()))
    return fail(xml_.error_here("this edge lacks its source or its target"));
  return {};
}

Status GraphmlReader::begin_data() {
  if (!in_item_) return {};  // of the graph itself
  const std::string id = xml_.attribute("key");
  const auto key = keys_.find(id);
  if (key == keys_.end()) return fail(xml_.error_here("there is no key '" + id + "'"));
  data_key_ = &key->second;
  item_.data.emplace_back(data_key_, "");
  return {};
}

Status GraphmlReader::end() {
  if (xml_.name() == "data") data_key_ = nullptr;
  if (xml_.name() != "node" && xml_.name() != "edge") return {};
  in_item_ = false;
  return handler_(item_, xml_);
}

}  // namespace

const std::string& GraphmlItem::get(std::string_view key_name) const {
  static const std::string kNothing;
  for (const auto& [key, text] : data)
    if (key->name == key_name) return text;
  return kNothing;
}

Status read_graphml(std::string_view text, const std::string& file_name, const GraphmlHandler& handler) {
  return GraphmlReader(text, file_name, handler).read();
}

}  // namespace entente::importers
