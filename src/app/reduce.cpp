// SPDX-License-Identifier: Apache-2.0
#include "app/reduce.hpp"

#include <istream>
#include <tuple>
#include <utility>

#include "app/fact_lines.hpp"
#include "app/provenance.hpp"
#include "store/line_sorter.hpp"
#include "store/store.hpp"

namespace entente::app {

namespace {

constexpr std::size_t kBatchDocuments = 256;
constexpr std::size_t kBatchFacts = 4096;

/// What decides between readings of one text.
std::string rank_of(const Document& document) {
  return document.name + '\x1f' + document.date + '\x1f' + document.title + '\x1f' + document.url;
}

/// Puts readings together from sorted lines and writes them in batches.
class Reducer {
 public:
  Reducer(store::Store& store, ReduceReport& report) : store_(store), report_(report) {}

  Status take(std::string_view group, std::string_view rank, std::string_view line) {
    auto read = read_fact_line(line, {});
    if (!read) return fail(std::move(read.error()));
    if (group == reading_.document.id && !group.empty()) {
      if (rank == rank_)
        join_line(reading_, std::move(read->reading));  // else another, later name of the text
      return {};
    }
    if (Status kept = keep(); !kept) return kept;
    reading_ = std::move(read->reading);
    rank_ = rank;
    return {};
  }

  Status finish() {
    if (Status kept = keep(); !kept) return kept;
    return write();
  }

 private:
  /// Joins the reading with what the graph has of the document.
  Status keep() {
    if (reading_.document.id.empty()) return {};
    DocumentFacts reading = std::exchange(reading_, {});
    auto known = store_.find(reading.document.id);
    if (!known) return fail(std::move(known.error()));
    if (*known) {
      const std::string old = rank_of((*known)->document);
      const bool is_whole = !(*known)->document.text.empty();
      const std::size_t had = (*known)->facts.size();
      if (old < rank_ || (old == rank_ && is_whole)) return skip();
      if (old == rank_) {
        join_line(reading, std::move(**known));
        if (reading.facts.size() == had) return skip();
      }
    }
    facts_ += reading.facts.size();
    batch_.push_back(std::move(reading));
    return batch_.size() >= kBatchDocuments || facts_ >= kBatchFacts ? write() : Status();
  }

  Status skip() {
    ++report_.unchanged;
    return {};
  }

  Status write() {
    if (batch_.empty()) return {};
    Status written = store_.put(batch_);
    report_.documents += batch_.size();
    batch_.clear();
    facts_ = 0;
    return written;
  }

  store::Store& store_;
  ReduceReport& report_;
  DocumentFacts reading_;
  std::string rank_;
  std::vector<DocumentFacts> batch_;
  std::size_t facts_ = 0;
};

Status sort_lines(const FactInput& input, const std::string& mark, store::LineSorter& sorter,
                  ReduceReport& report) {
  std::string line;
  for (std::size_t number = 1; std::getline(*input.in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const Place place{.file = input.name, .line = number};
    const auto read = read_fact_line(line, place);
    if (!read) return fail(read.error());
    if (read->made_with != mark)
      return fail(ErrorKind::data, "these facts were made with another program, model or ontology", place,
                  "run map and reduce of one installation");
    ++report.lines;
    const Document& document = read->reading.document;
    if (Status added = sorter.add(document.id, rank_of(document), line); !added) return added;
  }
  if (input.in->bad()) return fail(ErrorKind::input_output, "cannot read the input", {.file = input.name});
  return {};
}

/// A graph that is empty, or was made with the same.
Status check_provenance(store::Store& store, const store::Provenance& wanted) {
  const auto known = store.document_ids();  // first: who writes at the same time sets the provenance first
  if (!known) return fail(known.error());
  const auto had = store.provenance();
  if (!had) return fail(had.error());
  if (*had == wanted) return {};
  if (!known->empty())
    return fail(ErrorKind::data, "the graph was made with another program, model or ontology", {},
                "reduce into a new graph file");
  return store.set_provenance(wanted);
}

}  // namespace

Result<ReduceReport> reduce(const std::vector<FactInput>& inputs, const std::filesystem::path& graph,
                            const ResourcePaths& paths) {
  const auto reader = load_reader(paths);
  if (!reader) return fail(reader.error());
  const store::Provenance wanted = provenance_of(*reader);
  const auto folder = graph.has_parent_path() ? graph.parent_path() : std::filesystem::path(".");
  auto sorter = store::LineSorter::make(folder);
  if (!sorter) return fail(std::move(sorter.error()));
  ReduceReport report;
  for (const FactInput& input : inputs)
    if (Status sorted = sort_lines(input, mark_of(wanted), *sorter, report); !sorted)
      return fail(std::move(sorted.error()));
  auto store = store::Store::open(graph, store::Store::Mode::read_write);
  if (!store) return fail(std::move(store.error()));
  if (Status fits = check_provenance(*store, wanted); !fits) return fail(std::move(fits.error()));
  Reducer reducer(*store, report);
  const auto take = [&](std::string_view group, std::string_view rank, std::string_view line) {
    return reducer.take(group, rank, line);
  };
  if (Status done = sorter->each(take); !done) return fail(std::move(done.error()));
  if (Status done = reducer.finish(); !done) return fail(std::move(done.error()));
  return report;
}

}  // namespace entente::app
