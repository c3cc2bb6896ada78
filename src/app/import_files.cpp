// SPDX-License-Identifier: Apache-2.0
#include "app/import_files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <set>
#include <utility>

#include "app/imported_facts.hpp"
#include "app/imported_graph.hpp"
#include "app/open_graph.hpp"
#include "base/file.hpp"
#include "base/sha256.hpp"
#include "importers/csv_import.hpp"
#include "importers/graphml_import.hpp"
#include "store/store.hpp"

namespace entente::app {

namespace {

namespace fs = std::filesystem;

/// In the order in which they are read, so that ends are there before edges.
enum class Kind { facts, nodes, relationships };

struct Input {
  std::string file, id;
  Kind kind = Kind::nodes;
  std::string format = kGraphFormat;  ///< as the store names it
};

Result<std::string> hash_of(const std::string& file) {
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  const auto failure = [&] {
    return fail(ErrorKind::input_output, std::string("cannot be read: ") + std::strerror(errno), {file});
  };
  if (!in) return failure();
  Sha256 sum;
  std::string buffer(1u << 18, '\0');
  while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0)
    sum.add(std::string_view(buffer).substr(0, static_cast<std::size_t>(in.gcount())));
  if (in.bad() || !in.eof()) return failure();
  return sum.hex();
}

Status find_kind(Input& input) {
  const std::string suffix = fs::path(input.file).extension().string();
  if (suffix == ".csv" || suffix == ".tsv") {
    const auto relationships = importers::is_csv_of_relationships(input.file);
    if (!relationships) return fail(relationships.error());
    input.kind = *relationships ? Kind::relationships : Kind::nodes;
    return {};
  }
  if (suffix == ".graphml") {
    const auto bytes = read_file(input.file);
    if (!bytes) return fail(bytes.error());
    if (!importers::is_own_graphml(*bytes)) return {};
    input.kind = Kind::facts;
    input.format = kGraphmlFormat;
    return {};
  }
  if (suffix == ".ttl" || suffix == ".nt") {
    input.kind = Kind::facts;
    input.format = kTurtleFormat;
    return {};
  }
  return fail(ErrorKind::usage, "not a kind of file that can be imported", {input.file},
              "give files .csv, .tsv, .graphml, .ttl or .nt");
}

Result<std::vector<Input>> look_at(const std::vector<std::string>& files) {
  std::vector<Input> inputs;
  for (const std::string& file : files) {
    auto id = hash_of(file);
    if (!id) return fail(id.error());
    inputs.push_back({file, std::move(*id)});
    if (auto found = find_kind(inputs.back()); !found) return fail(found.error());
  }
  std::stable_sort(inputs.begin(), inputs.end(),
                   [](const Input& a, const Input& b) { return a.kind < b.kind; });
  return inputs;
}

/// One import: its parts share the store and the transaction.
class Import {
 public:
  explicit Import(store::Store& store) : store_(store) {}

  Result<ImportReport> run(std::vector<Input> inputs) {
    auto writer = store_.begin_import();
    if (!writer) return fail(writer.error());
    if (auto forgotten = forget_known(inputs); !forgotten) return fail(forgotten.error());
    if (inputs.empty()) return report_;
    auto ids = imported_ids(store_);
    if (!ids) return fail(ids.error());
    ids_ = std::move(*ids);
    for (const Input& input : inputs)
      if (auto read = import_file(input, *writer); !read) return fail(read.error());
    if (auto committed = writer->commit(); !committed) return fail(committed.error());
    return report_;
  }

 private:
  /// Drops the files that the graph has, and those given twice.
  Status forget_known(std::vector<Input>& inputs) {
    auto known = store_.imports();
    if (!known) return fail(known.error());
    known_ = std::move(*known);
    std::vector<std::string> ids;
    for (const store::ImportedFile& file : known_) ids.push_back(file.id);
    std::erase_if(inputs, [&](const Input& input) {
      const bool there = std::find(ids.begin(), ids.end(), input.id) != ids.end();
      if (there) ++report_.unchanged;
      ids.push_back(input.id);
      return there;
    });
    return {};
  }

  Status import_file(const Input& input, store::ImportWriter& writer) {
    const std::string name = fs::path(input.file).filename().string();
    if (auto begun = writer.begin_file({input.id, name, input.format}); !begun) return begun;
    ++report_.files;
    return input.kind == Kind::facts ? import_facts(input, writer) : import_graph(input, writer);
  }

  /// An export of entente is kept as it is, so long as it can be read.
  Status import_facts(const Input& input, store::ImportWriter& writer) {
    const auto bytes = read_file(input.file);
    if (!bytes) return fail(bytes.error());
    const auto facts = read_export(*bytes, input.format, input.file);
    if (!facts) return fail(facts.error());
    for (const Entity& entity : facts->entities) imported_entities_.insert(entity.id);
    report_.nodes += facts->entities.size();
    report_.edges += facts->facts.size();
    if (auto added = writer.add_block(*bytes); !added) return added;
    return writer.end_file(facts->entities.size(), facts->facts.size());
  }

  static Status read_graph(const Input& input, importers::GraphSink& sink) {
    if (fs::path(input.file).extension() != ".graphml") return importers::import_csv(input.file, sink);
    const auto bytes = read_file(input.file);
    return bytes ? importers::import_graphml(*bytes, input.file, sink) : fail(bytes.error());
  }

  Status import_graph(const Input& input, store::ImportWriter& writer) {
    importers::GraphSink sink(
        ids_, [this](std::string_view id) { return is_entity(id); },
        [&writer](const std::string& bytes) { return writer.add_block(bytes); });
    if (auto read = read_graph(input, sink); !read) return read;
    if (auto finished = sink.finish(); !finished) return finished;
    report_.nodes += sink.nodes();
    report_.edges += sink.edges();
    return writer.end_file(sink.nodes(), sink.edges());
  }

  Result<bool> is_entity(std::string_view id) {
    if (!entities_) {
      auto found = store_.entity_ids();
      if (!found) return fail(found.error());
      entities_ = std::move(*found);
      for (const store::ImportedFile& file : known_)
        if (auto noted = note_entities(file); !noted) return fail(noted.error());
    }
    return std::binary_search(entities_->begin(), entities_->end(), id) ||
           imported_entities_.find(id) != imported_entities_.end();
  }

  /// Those of an export that was imported before.
  Status note_entities(const store::ImportedFile& file) {
    if (file.format == kGraphFormat) return {};
    return store_.read_import(file.id, [&](std::string_view bytes) -> Status {
      const auto facts = read_export(bytes, file.format, file.name);
      if (!facts) return fail(facts.error());
      for (const Entity& entity : facts->entities) imported_entities_.insert(entity.id);
      return {};
    });
  }

  store::Store& store_;
  std::vector<store::ImportedFile> known_;  ///< before this import
  importers::NodeIds ids_;
  std::optional<std::vector<std::string>> entities_;  ///< of documents, sorted; read when first asked for
  std::set<std::string, std::less<>> imported_entities_;
  ImportReport report_;
};

Result<ImportReport> import_into(const fs::path& graph, std::vector<Input> inputs) {
  auto store = store::Store::open(graph, store::Store::Mode::read_write);
  if (!store) return fail(store.error());
  return Import(*store).run(std::move(inputs));
}

}  // namespace

Result<ImportReport> import_files(const ImportOptions& options) {
  auto inputs = look_at(options.files);
  if (!inputs) return fail(inputs.error());
  std::error_code code;
  const bool is_new = !fs::exists(options.graph, code);
  auto report = import_into(options.graph, std::move(*inputs));
  if (!report && is_new)
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(options.graph.string() + suffix, code);
  if (report && report->files > 0) refresh_snapshot(options.graph, {});
  return report;
}

}  // namespace entente::app
