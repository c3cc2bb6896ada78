// SPDX-License-Identifier: Apache-2.0
// Any bytes in place of a file that the program loads are taken, or an error that says what is wrong. The
// variable LOADER says which file: of the ontology, of the model, of a graph that is imported, of facts and
// decisions; or which group of them (ontology, model, imports, lines): then an input's first byte says which.
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "app/decision_json.hpp"
#include "app/fact_lines.hpp"
#include "evaluation/row.hpp"
#include "importers/csv_import.hpp"
#include "importers/graph_block.hpp"
#include "importers/graphml_import.hpp"
#include "importers/turtle_facts.hpp"
#include "nlp/attribute_ruler.hpp"
#include "nlp/tokenizer.hpp"
#include "nlp/transition_model.hpp"
#include "nlp/weights.hpp"
#include "ontology/frames.hpp"
#include "ontology/gazetteer.hpp"
#include "ontology/nouns.hpp"
#include "ontology/vocabulary.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

/// A folder of this process, gone with it.
struct Folder {
  Folder() { fs::create_directories(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }

  /// The name of the file, which now holds the bytes.
  [[nodiscard]] std::string put(const char* name, const std::string& bytes) const {
    const fs::path file = path / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
  }

  const fs::path path = fs::temp_directory_path() / ("entente-loaders-" + std::to_string(::getpid()));
};

template <typename Loaded>
void judge(const Loaded& loaded) {
  if (loaded || !loaded.error().message.empty()) return;
  std::fputs("refused without a word\n", stderr);
  std::abort();
}

void load_ontology(const std::string& what, const Folder& folder, const std::string& bytes) {
  std::error_code same;  // the classes that the others speak of are the program's own
  fs::copy_file(ONTOLOGY "/core.ttl", folder.path / "core.ttl", fs::copy_options::skip_existing, same);
  (void)folder.put("relations.ttl", what == "vocabulary" ? bytes : "");
  if (what == "vocabulary") judge(ontology::Vocabulary::load(folder.path));
  if (what == "frames") {
    (void)folder.put("frames/all.ttl", bytes);
    judge(ontology::Frames::load(folder.path));
  }
  if (what == "gazetteer") {
    (void)folder.put("gazetteer/all.ttl", bytes);
    judge(ontology::Gazetteer::load(folder.path));
  }
  if (what == "nouns") {
    (void)folder.put("nouns.ttl", bytes);
    const auto vocabulary = ontology::Vocabulary::load(folder.path);
    judge(vocabulary);
    if (vocabulary) judge(ontology::Nouns::load(folder.path, *vocabulary));
  }
}

void load_model(const std::string& what, const Folder& folder, const std::string& bytes) {
  if (what == "tokenizer") {
    (void)folder.put("tokenizer", bytes);
    judge(nlp::Tokenizer::load(folder.path.string()));
  }
  if (what == "patterns") {
    (void)folder.put("attribute_ruler/patterns", bytes);
    nlp::Names names;
    judge(nlp::AttributeRuler::load(folder.path.string(), names));
  }
  if (what == "moves") judge(nlp::read_actions(folder.put("moves", bytes)));
  if (what == "weights") judge(nlp::Weights::read(folder.put("model", bytes)));
  if (what == "vectors") judge(nlp::read_npy(folder.put("vectors", bytes)));
}

void load_graph(const std::string& what, const Folder& folder, const std::string& bytes) {
  if (what == "turtle") judge(importers::read_turtle_facts(bytes, "input"));
  if (what == "graphml") judge(importers::read_graphml_facts(bytes, "input"));
  if (what == "block") judge(importers::GraphBlock::read(bytes));
  if (what == "edges") {
    importers::NodeIds ids;
    importers::GraphSink sink(
        ids, [](std::string_view) { return Result<bool>(true); },
        [](const std::string&) { return Status(); });
    judge(importers::import_csv(folder.put("edges.csv", bytes), sink));
  }
}

void load_lines(const std::string& what, const std::string& bytes) {
  if (what == "facts") judge(app::read_fact_line(bytes, {}));
  if (what == "decisions") judge(app::decisions_from_json(bytes, "input"));
  if (what == "rows") judge(evaluation::read_rows(bytes));
}

/// The members of a group, in the order of the first bytes; none where the word is a member itself.
std::vector<std::string> members(std::string_view group) {
  if (group == "ontology") return {"vocabulary", "frames", "gazetteer", "nouns"};
  if (group == "model") return {"tokenizer", "patterns", "moves", "weights", "vectors"};
  if (group == "imports") return {"turtle", "graphml", "block", "edges"};
  if (group == "lines") return {"facts", "decisions", "rows"};
  return {};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  static const char* const loader = std::getenv("LOADER");
  if (loader == nullptr) std::abort();
  std::string bytes(reinterpret_cast<const char*>(data), size), what = loader;
  if (const auto group = members(what); !group.empty()) {
    if (bytes.empty()) return 0;
    what = group[static_cast<unsigned char>(bytes[0]) % group.size()];
    bytes.erase(0, 1);
  }
  load_ontology(what, folder, bytes);
  load_model(what, folder, bytes);
  load_graph(what, folder, bytes);
  load_lines(what, bytes);
  return 0;
}
