// SPDX-License-Identifier: Apache-2.0
#include "exporters/imported_rdf.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "exporters/buffered_text.hpp"

namespace entente::exporters {

using graph::Cell;
using graph::EdgeId;
using graph::NodeId;

namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";
constexpr std::string_view kImported = "imported";  // the property that names the file

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// What Turtle takes behind a prefix as it stands.
bool is_simple(std::string_view name) {
  return !name.empty() && name.front() != '-' &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_word(c) || c == '-'; });
}

/// A name as one part of an IRI's path; different names stay different.
void append_encoded(std::string& out, std::string_view name) {
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_word(c) || c == '-' || c == '.' || c == '~' || byte >= 0x80)
      out += c;
    else
      (out += '%') += {kHex[byte >> 4U], kHex[byte & 15U]};
  }
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\t')
      out += "\\t";
    else if (byte < 0x20 || byte == 0x7F)
      (out += "\\u00") += {kHex[byte >> 4U], kHex[byte & 15U]};
    else
      out += c;
  }
  out += '"';
}

/// Triples of one subject after the other.
class Triples {
 public:
  Triples(bool turtle, std::string base, std::ostream& out)
      : turtle_(turtle), base_(std::move(base)), buffer_(out), out_(buffer_.text()) {}

  void write_prefixes() {
    if (!turtle_) return;
    for (const std::string_view kind : {"class", "property", "relation"})
      out_.append("@prefix ").append(kind).append(": <").append(base_).append(kind).append("/> .\n");
    out_.append("@prefix rdf: <").append(rdf::kRdf).append("> .\n\n");
  }

  /// What stands for something that has a prefix or not: "rdf:type", "<http://...>".
  [[nodiscard]] std::string term(std::string_view prefix, std::string_view iri, std::string_view name) const {
    if (turtle_) return std::string(prefix).append(":").append(name);
    return std::string("<").append(iri).append(name).append(">");
  }
  /// The same for a name of somebody else, below a part of the data's base.
  [[nodiscard]] std::string foreign(std::string_view kind, std::string_view name) const {
    if (turtle_ && is_simple(name)) return std::string(kind).append(":").append(name);
    std::string out = "<" + base_;
    append_encoded(out.append(kind).append("/"), name);
    return out += '>';
  }

  void subject(std::string term) {
    subject_ = std::move(term);
    first_ = true;
  }
  /// The text to which the object is to be appended.
  std::string& object(std::string_view predicate) {
    if (!first_ && turtle_) {
      out_ += " ;\n\t";
    } else {
      if (!first_) out_ += " .\n";
      (out_ += subject_) += ' ';
    }
    first_ = false;
    (out_ += predicate) += ' ';
    return out_;
  }
  void end() {
    if (!first_) out_ += " .\n";
    buffer_.settle();
  }

  std::string& text() { return out_; }
  [[nodiscard]] bool is_turtle() const { return turtle_; }

 private:
  bool turtle_, first_ = true;
  std::string base_, subject_;
  BufferedText buffer_;
  std::string& out_;
};

class ImportedRdf {
 public:
  ImportedRdf(const ImportedPart& imported, const Options& options, bool turtle, std::ostream& out)
      : imported_(imported),
        graph_(imported.graph()),
        options_(options),
        out_(turtle, options.data_base, out) {
    const auto rdf = [this](std::string_view name) { return out_.term("rdf", rdf::kRdf, name); };
    type_ = turtle ? "a" : rdf("type");
    label_ = out_.term("rdfs", rdf::kRdfs, "label");
    source_ = out_.term("dcterms", "http://purl.org/dc/terms/", "source");
    statement_ = rdf("Statement");
    subject_ = rdf("subject");
    predicate_ = rdf("predicate");
    object_ = rdf("object");
    reifies_ = rdf("reifies");
    for (const std::string& type : graph_.all_types()) relations_.push_back(out_.foreign("relation", type));
    for (const std::string_view type : {"boolean", "double", "date"})
      datatypes_.push_back("^^" + out_.term("xsd", rdf::kXsd, type));
    node_predicates_ = predicates(imported.node_columns());
    edge_predicates_ = predicates(imported.edge_columns());
  }

  void write() {
    out_.write_prefixes();
    imported_.each_node([this](NodeId node) { write_node(node); });
    imported_.each_edge([this](EdgeId edge, graph::TypeId type) { write_edge(edge, type); });
  }

 private:
  [[nodiscard]] std::vector<std::string> predicates(const std::vector<ImportedColumn>& columns) const {
    std::vector<std::string> terms;
    for (const ImportedColumn& column : columns)
      terms.push_back(column.name == kImported ? source_ : out_.foreign("property", column.name));
    return terms;
  }

  void append_node(std::string& out, NodeId node) const {
    const std::string_view id = imported_.id(node);
    if (out_.is_turtle() && is_simple(id)) {
      out.append("id:").append(id);
      return;
    }
    out.append("<").append(options_.data_base);
    append_path(out, node);
    out += '>';
  }
  void append_path(std::string& out, NodeId node) const {
    if (imported_.has_own_id(node))
      append_encoded(out, imported_.id(node));
    else
      out += imported_.id(node);
  }

  void write_node(NodeId node);
  void write_edge(EdgeId edge, graph::TypeId type);
  void write_statement(EdgeId edge, std::size_t type, const std::string& triple);
  [[nodiscard]] std::string statement_term(EdgeId edge, std::size_t type);
  void write_properties(std::uint32_t row, const std::vector<ImportedColumn>& columns,
                        const std::vector<std::string>& predicates);
  void write_list(std::string_view predicate, const graph::List& list);
  void append_literal(std::string& out, const Cell& cell);
  void append_value(std::string& out, const graph::Value& value);

  const ImportedPart& imported_;
  const graph::Snapshot& graph_;
  const Options& options_;
  Triples out_;
  std::string type_, label_, source_, statement_, subject_, predicate_, object_, reifies_;
  std::vector<std::string> relations_;  ///< by type
  std::vector<std::string> datatypes_;  ///< of flags, reals, days
  std::vector<std::string> node_predicates_, edge_predicates_;
  EdgeId last_{};
  NodeId last_source_{}, last_target_{};
  std::size_t last_type_ = 0, parallel_ = 0;
  std::string number_;
};

void ImportedRdf::write_node(NodeId node) {
  std::string term;
  append_node(term, node);
  out_.subject(std::move(term));
  for (const std::string& label : graph_.labels(node)) out_.object(type_) += out_.foreign("class", label);
  append_quoted(out_.object(label_), imported_.label(node));
  write_properties(static_cast<std::uint32_t>(node), imported_.node_columns(), node_predicates_);
  out_.end();
}

void ImportedRdf::write_edge(EdgeId edge, graph::TypeId type_id) {
  const auto type = static_cast<std::size_t>(type_id);
  const NodeId source = graph_.source(edge), target = graph_.target(edge);
  const bool parallel =
      parallel_ != 0 && source == last_source_ && target == last_target_ && type == last_type_;
  parallel_ = parallel ? parallel_ + 1 : 1;
  last_source_ = source, last_target_ = target, last_type_ = type;
  std::string& out = out_.text();
  const std::size_t begin = out.size();
  append_node(out, source);
  out.append(" ").append(relations_[type]).append(" ");
  append_node(out, target);
  const std::string triple = out.substr(begin);
  if (parallel)
    out.resize(begin);  // the triple is there already
  else
    out += " .\n";
  if (!options_.plain) write_statement(edge, type, triple);
  out_.end();
}

/// Named by its ends and its type, so that the same edge has the same name in every export.
std::string ImportedRdf::statement_term(EdgeId edge, std::size_t type) {
  std::string term = "<" + options_.data_base + "edge/";
  append_path(term, graph_.source(edge));
  term += '/';
  append_encoded(term, graph_.all_types()[type]);
  term += '/';
  append_path(term, graph_.target(edge));
  if (parallel_ > 1) term.append("/").append(std::to_string(parallel_));
  return term += '>';
}

void ImportedRdf::write_statement(EdgeId edge, std::size_t type, const std::string& triple) {
  std::string term = statement_term(edge, type);
  if (options_.rdf12)
    out_.text().append(term).append(" ").append(reifies_).append(" <<( ").append(triple).append(" )>> .\n");
  out_.subject(std::move(term));
  out_.object(type_) += statement_;
  append_node(out_.object(subject_), graph_.source(edge));
  out_.object(predicate_) += relations_[type];
  append_node(out_.object(object_), graph_.target(edge));
  write_properties(static_cast<std::uint32_t>(edge), imported_.edge_columns(), edge_predicates_);
}

void ImportedRdf::write_properties(std::uint32_t row, const std::vector<ImportedColumn>& columns,
                                   const std::vector<std::string>& predicates) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Cell cell = columns[i].values->at(row);
    if (cell.is_null()) continue;
    if (cell.kind != Cell::Kind::coded) {
      append_literal(out_.object(predicates[i]), cell);
      continue;
    }
    const graph::Value value = graph::to_value(cell);
    if (const auto* list = std::get_if<graph::List>(&value.data))
      write_list(predicates[i], *list);
    else
      append_value(out_.object(predicates[i]), value);
  }
}

/// A statement for each different element.
void ImportedRdf::write_list(std::string_view predicate, const graph::List& list) {
  std::vector<std::string> literals;
  for (const graph::Value& element : list) append_value(literals.emplace_back(), element);
  std::sort(literals.begin(), literals.end());
  literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
  for (const std::string& literal : literals) out_.object(predicate) += literal;
}

void ImportedRdf::append_value(std::string& out, const graph::Value& value) {
  Cell cell;
  if (const auto* flag = std::get_if<bool>(&value.data)) {
    cell.kind = Cell::Kind::flag;
    cell.number = *flag ? 1 : 0;
  } else if (const auto* integer = std::get_if<std::int64_t>(&value.data)) {
    cell.kind = Cell::Kind::integer;
    cell.number = *integer;
  } else if (const auto* real = std::get_if<double>(&value.data)) {
    cell.kind = Cell::Kind::real;
    cell.real = *real;
  } else {
    std::string text;
    append_text(text, value);
    return append_quoted(out, text);
  }
  append_literal(out, cell);
}

void ImportedRdf::append_literal(std::string& out, const Cell& cell) {
  using Kind = Cell::Kind;
  if (cell.kind == Kind::text) return append_quoted(out, cell.bytes);
  if (cell.kind == Kind::integer && out_.is_turtle()) return append_text(out, cell);
  out += '"';
  if (cell.kind == Kind::real && !std::isfinite(cell.real))
    out += std::isnan(cell.real) ? "NaN" : cell.real > 0 ? "INF" : "-INF";
  else
    append_text(out, cell);
  out += '"';
  if (cell.kind == Kind::integer) out.append("^^<").append(rdf::kXsd).append("integer>");
  if (cell.kind == Kind::flag) out += datatypes_[0];
  if (cell.kind == Kind::real) out += datatypes_[1];
  if (cell.kind == Kind::day) out += datatypes_[2];
}

}  // namespace

void write_imported_rdf(const ImportedPart& imported, const Options& options, rdf::Syntax syntax,
                        std::ostream& out) {
  if (!imported.empty()) ImportedRdf(imported, options, syntax == rdf::Syntax::turtle, out).write();
}

}  // namespace entente::exporters
