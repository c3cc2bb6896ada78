// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <sstream>

#include "app/export_graph.hpp"
#include "serve/api.hpp"
#include "serve/view.hpp"

// A part of the graph as a file for other programs.

namespace entente::serve {

namespace {

constexpr std::size_t kMostIds = 50'000;

struct Format {
  const char *name, *type;
};
constexpr std::array<Format, 9> kFormats = {{{"turtle", "text/turtle"},
                                             {"ntriples", "application/n-triples"},
                                             {"nquads", "application/n-quads"},
                                             {"graphml", "application/xml"},
                                             {"gexf", "application/xml"},
                                             {"dot", "text/vnd.graphviz"},
                                             {"svg", "image/svg+xml"},
                                             {"jsonl", "application/x-ndjson"},
                                             {"csv", "text/csv"}}};

const char* suffix_of(const std::string& format) {
  return format == "turtle"     ? "ttl"
         : format == "ntriples" ? "nt"
         : format == "nquads"   ? "nq"
                                : format.c_str();
}

Status write(const FactBase& part, const LiveGraph& graph, const std::string& format,
             const exporters::Options& options, std::ostream& out) {
  if (format == "csv") return exporters::write_csv_edges(part, graph.vocabulary(), options, out);
  return app::write_graph(part, graph.vocabulary(), *app::export_format_from_name(format), options, out);
}

}  // namespace

Reply Api::export_part(const Call& call) {
  JsonFields fields(call.body);
  std::vector<std::string> names;
  for (const Format& format : kFormats) names.emplace_back(format.name);
  const std::string format = fields.one_of("format", names);
  const std::vector<std::string> nodes = fields.texts("nodes", kMostIds),
                                 facts = fields.texts("facts", kMostIds);
  exporters::Options options;
  options.all_facts = fields.one_of("kinds", {"asserted", "all"}) == "all";
  if (const Status good = fields.done(); !good) return error_reply(good.error());
  const auto live = graphs_.now();
  app::GraphPart part(live->graph(), live->base(), app::GraphPart::Imported::apart);
  for (const std::string& id : nodes) {
    const auto node = app::node_of(live->graph(), id);
    if (!node) return error_reply(404, "data", "no node has the id '" + id + "'");
    part.add_node(*node);
  }
  for (const std::string& id : facts) {
    const auto edge = app::edge_of(live->graph(), live->base(), id);
    if (!edge && live->base().fact(id) == nullptr)
      return error_reply(404, "data", "no fact or edge has the id '" + id + "'");
    if (edge)
      part.add_edge(*edge);
    else
      part.add_fact(id);
  }
  const FactBase shown = part.take();
  const auto imported = part.imported();
  if (imported) options.imported = &*imported;
  std::ostringstream text;
  if (const Status written = write(shown, *live, format, options, text); !written)
    return error_reply(written.error());
  const auto* const type =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& each) { return format == each.name; });
  return {200, type->type, text.str(), std::string("view.") + suffix_of(format)};
}

}  // namespace entente::serve
