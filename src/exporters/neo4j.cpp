// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <set>

#include "exporters/drawing.hpp"
#include "exporters/exporters.hpp"

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
std::string settings(std::string_view variable, const std::array<Attribute, n>& attributes) {
  std::string text;
  for (const Attribute& a : attributes) {
    const std::string column = "row." + name(std::string(a.name) + ":" + std::string(type_name(a.type)));
    std::string value = column;
    if (a.type == AttributeType::integer) value = "toInteger(" + column + ")";
    if (a.type == AttributeType::real) value = "toFloat(" + column + ")";
    if (a.type == AttributeType::boolean) value = "toBoolean(" + column + ")";
    text.append(text.empty() ? "SET " : ",\n    ").append(variable).append(".").append(name(a.name));
    text.append(" = ").append(value);
  }
  return text;
}

std::string from_file(std::string_view file) {
  return "LOAD CSV WITH HEADERS FROM " + literal("file:///" + std::string(file)) + " AS row\n";
}

}  // namespace

Status write_neo4j_statements(const FactBase& base, const ontology::Vocabulary& vocabulary,
                              const Options& options, const CsvFiles& files, std::ostream& out) {
  std::set<std::string> classes, kinds;
  for (const Entity& entity : base.entities)
    if (!entity.cls.empty()) classes.insert(entity.cls);
  for (const EdgeGroup& edge : group_edges(base, vocabulary, options.all_facts)) kinds.insert(edge.kind);
  out << "// Put both CSV files into the import folder of Neo4j, then: cypher-shell -f THIS_FILE\n"
         "// Into an empty database, faster: neo4j-admin database import full --multiline-fields=true\n"
      << "//   --nodes=" << files.nodes << " --relationships=" << files.edges << " neo4j\n"
      << "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n"
      << from_file(files.nodes) << "MERGE (n:Entity {id: row.`id:ID`})\n"
      << settings("n", kNodeAttributes) << ";\n";
  for (const std::string& cls : classes)
    out << from_file(files.nodes) << "WITH row WHERE row.`:LABEL` = " << literal("Entity;" + cls)
        << "\nMATCH (n:Entity {id: row.`id:ID`})\nSET n:" << name(cls) << ";\n";
  for (const std::string& kind : kinds)
    out << from_file(files.edges) << "WITH row WHERE row.`:TYPE` = " << literal(kind)
        << "\nMATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})\nMERGE (s)-[r:"
        << name(kind) << " {id: row.`id:string`}]->(t)\n"
        << settings("r", kEdgeAttributes) << ";\n";
  out.flush();
  if (!out) return fail(ErrorKind::input_output, "the statements cannot be written");
  return {};
}

}  // namespace entente::exporters
