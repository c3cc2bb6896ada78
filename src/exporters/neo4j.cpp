// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <set>

#include "exporters/drawing.hpp"
#include "exporters/exporters.hpp"
#include "exporters/imported_columns.hpp"

namespace entente::exporters {

namespace {

/// A name between backticks.
std::string name(std::string_view text) {
  std::string out = "`";
  for (const char c : text) out.append(c == '`' ? 2 : 1, c);
  return out + '`';
}

/// A text of Cypher in single quotes.
std::string literal(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + '\'';
}

/// SET n.label = row.`label:string`, ...; a column that is empty sets nothing.
template <std::size_t n>
std::string settings(std::string_view variable, const std::array<Attribute, n>& attributes,
                     const std::vector<PlacedColumn>& more) {
  std::string text;
  const auto set = [&](std::string_view property, AttributeType type, std::string_view integer) {
    const std::string column =
        "row." + name(std::string(property) + ":" + std::string(type_name(type, integer)));
    std::string value = column;
    if (type == AttributeType::integer) value = "toInteger(" + column + ")";
    if (type == AttributeType::real) value = "toFloat(" + column + ")";
    if (type == AttributeType::boolean) value = "toBoolean(" + column + ")";
    text.append(text.empty() ? "SET " : ",\n    ").append(variable).append(".").append(name(property));
    text.append(" = ").append(value);
  };
  for (const Attribute& a : attributes) set(a.name, a.type, "int");
  for (const PlacedColumn& column : more)
    if (column.same < 0) set(column.name, column.type, "long");
  return text;
}

std::string from_file(std::string_view file) {
  return "LOAD CSV WITH HEADERS FROM " + literal("file:///" + std::string(file)) + " AS row\n";
}

}  // namespace

Status write_neo4j_statements(const FactBase& base, const ontology::Vocabulary& vocabulary,
                              const Options& options, const CsvFiles& files, std::ostream& out) {
  std::set<std::string> kinds;
  std::set<std::vector<std::string>> classes;  // those that stand together
  for (const Entity& entity : base.entities)
    if (!entity.cls.empty()) classes.insert({entity.cls});
  if (options.imported != nullptr) {
    const graph::Snapshot& graph = options.imported->graph();
    options.imported->each_node([&](graph::NodeId node) {
      if (!graph.labels(node).empty()) classes.insert(graph.labels(node));
    });
    options.imported->each_edge([&](graph::EdgeId, graph::TypeId type) { kinds.insert(graph.type(type)); });
  }
  for (const EdgeGroup& edge : group_edges(base, vocabulary, options.all_facts)) kinds.insert(edge.kind);
  out << "// Put both CSV files into the import folder of Neo4j, then: cypher-shell -f THIS_FILE\n"
         "// Into an empty database, faster: neo4j-admin database import full --multiline-fields=true\n"
      << "//   --nodes=" << files.nodes << " --relationships=" << files.edges << " neo4j\n"
      << "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n"
      << from_file(files.nodes) << "MERGE (n:Entity {id: row.`id:ID`})\n"
      << settings("n", kNodeAttributes, csv_node_columns(options)) << ";\n";
  for (const auto& labels : classes) {
    std::string joined = "Entity", names;
    for (const std::string& label : labels)
      joined.append(";").append(label), names.append(":").append(name(label));
    out << from_file(files.nodes) << "WITH row WHERE row.`:LABEL` = " << literal(joined)
        << "\nMATCH (n:Entity {id: row.`id:ID`})\nSET n" << names << ";\n";
  }
  for (const std::string& kind : kinds)
    out << from_file(files.edges) << "WITH row WHERE row.`:TYPE` = " << literal(kind)
        << "\nMATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})\nMERGE (s)-[r:"
        << name(kind) << " {id: row.`id:string`}]->(t)\n"
        << settings("r", kEdgeAttributes, csv_edge_columns(options)) << ";\n";
  out.flush();
  if (!out) return fail(ErrorKind::input_output, "the statements cannot be written");
  return {};
}

}  // namespace entente::exporters
