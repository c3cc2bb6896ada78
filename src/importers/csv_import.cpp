// SPDX-License-Identifier: Apache-2.0
#include "importers/csv_import.hpp"

#include <utility>

#include "importers/csv_header.hpp"

namespace entente::importers {

namespace {

using graph::Value;
using Role = CsvColumn::Role;

Result<CsvReader> open(const std::string& file) {
  const bool tabs = file.size() > 4 && file.compare(file.size() - 4, 4, ".tsv") == 0;
  return CsvReader::open(file, tabs ? '\t' : ',');
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// One file on its way into the sink.
class CsvImport {
 public:
  CsvImport(CsvReader reader, CsvHeader header, GraphSink& sink)
      : reader_(std::move(reader)), header_(std::move(header)), sink_(sink) {
    id_ = header_.place(Role::id);
    labels_ = header_.place(Role::labels);
    start_ = header_.place(Role::start);
    end_ = header_.place(Role::end);
    type_ = header_.place(Role::type);
  }

  Status run() {
    while (true) {
      const auto there = reader_.next();
      if (!there) return fail(there.error());
      if (!*there) return {};
      if (auto counted = check_count(); !counted) return counted;
      if (auto taken = header_.relationships ? relationship() : node(); !taken) return taken;
    }
  }

 private:
  using Field = CsvReader::Field;

  [[nodiscard]] Error error_at(const Field& field, std::string message, std::string hint = {}) const {
    return reader_.error_at(field.line, field.column, std::move(message), std::move(hint));
  }
  [[nodiscard]] const Field& field(std::size_t place) const { return reader_.fields()[place]; }

  Status check_count();
  Status node();
  Status relationship();
  Status properties();
  Result<Value> value(const Field& field, const CsvColumn& column) const;
  Result<std::uint32_t> end(std::size_t place);

  CsvReader reader_;
  CsvHeader header_;
  GraphSink& sink_;
  std::size_t id_, labels_, start_, end_, type_;
};

Status CsvImport::check_count() {
  const std::size_t has = reader_.fields().size(), wants = header_.columns.size();
  if (has == wants) return {};
  const Field& last = has < wants ? reader_.fields().back() : field(wants);
  return fail(error_at(last, "this record has " + std::to_string(has) + (has == 1 ? " field" : " fields") +
                                 ", the header has " + std::to_string(wants)));
}

Status CsvImport::node() {
  const Field& id = field(id_);
  const CsvColumn& column = header_.columns[id_];
  if (id.text.empty()) return fail(error_at(id, "this node has no id"));
  const auto labels =
      labels_ < header_.columns.size() ? split(field(labels_).text) : std::vector<std::string>();
  const std::string text(id.text);
  const auto added = sink_.add_node(column.space, text, labels);
  if (!added) return fail(added.error());
  if (!*added)
    return fail(error_at(id, "there is a node with the id '" + text + "' already",
                         column.space.empty()
                             ? "files that number their nodes alike need spaces: id:ID(person)"
                             : std::string()));
  return properties();
}

Result<std::uint32_t> CsvImport::end(std::size_t place) {
  const Field& id = field(place);
  if (id.text.empty()) return fail(error_at(id, "this end has no id"));
  const std::string& space = header_.columns[place].space;
  const auto found = sink_.find_node(space, std::string(id.text));
  if (!found) return fail(found.error());
  if (*found) return **found;
  return fail(error_at(id,
                       "there is no node with the id '" + std::string(id.text) + "'" +
                           (space.empty() ? "" : " in the space '" + space + "'"),
                       "import the file of nodes before, or in the same command"));
}

Status CsvImport::relationship() {
  const auto source = end(start_);
  if (!source) return fail(source.error());
  const auto target = end(end_);
  if (!target) return fail(target.error());
  const Field& type = field(type_);
  if (type.text.empty()) return fail(error_at(type, "this relationship has no type"));
  if (auto added = sink_.add_edge(*source, *target, std::string(type.text)); !added) return added;
  return properties();
}

Result<Value> CsvImport::value(const Field& field, const CsvColumn& column) const {
  const auto wrong = [&](std::string_view text) {
    return error_at(field, "'" + std::string(text) + "' is not " + description(column.type) + " (column '" +
                               column.name + "')");
  };
  if (!column.list) {
    auto value = typed_value(field.text, column.type);
    if (!value) return fail(wrong(field.text));
    return std::move(*value);
  }
  graph::List list;
  for (const std::string& part : split(field.text)) {
    auto value = typed_value(part, column.type);
    if (!value) return fail(wrong(part));
    list.push_back(std::move(*value));
  }
  return Value(std::move(list));
}

/// An empty field is no value, "" is the empty text.
Status CsvImport::properties() {
  for (std::size_t i = 0; i < header_.columns.size(); ++i) {
    const CsvColumn& column = header_.columns[i];
    const bool named_id = column.role == Role::id && !column.name.empty();
    if (column.role != Role::property && !named_id) continue;
    const Field& text = field(i);
    if (text.text.empty() && (!text.quoted || column.type != ValueType::text)) continue;
    auto made = value(text, column);
    if (!made) return fail(made.error());
    if (header_.relationships)
      sink_.set_of_edge(column.name, std::move(*made));
    else
      sink_.set_of_node(column.name, std::move(*made));
  }
  return {};
}

}  // namespace

Result<bool> is_csv_of_relationships(const std::string& file) {
  auto reader = open(file);
  if (!reader) return fail(reader.error());
  const auto header = read_csv_header(*reader);
  if (!header) return fail(header.error());
  return header->relationships;
}

Status import_csv(const std::string& file, GraphSink& sink) {
  auto reader = open(file);
  if (!reader) return fail(reader.error());
  auto header = read_csv_header(*reader);
  if (!header) return fail(header.error());
  return CsvImport(std::move(*reader), std::move(*header), sink).run();
}

}  // namespace entente::importers
