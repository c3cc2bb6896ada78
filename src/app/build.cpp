// SPDX-License-Identifier: Apache-2.0
#include "app/build.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <set>
#include <utility>

#include "app/open_graph.hpp"
#include "app/provenance.hpp"
#include "app/read_inputs.hpp"
#include "app/work_pool.hpp"
#include "base/utf8.hpp"
#include "resolve/near_copies.hpp"
#include "store/store.hpp"

namespace entente::app {

namespace {

/// Documents in the air: enough to keep the threads busy, few enough to bound memory.
constexpr std::size_t kWindow = 16;
/// A batch is committed when it holds so many documents or so much text.
constexpr std::size_t kBatchDocuments = 16;
constexpr std::size_t kBatchBytes = 1u << 20;

/// Collects what was read and commits it in batches.
class Committer {
 public:
  explicit Committer(store::Store& store) : store_(store) {}

  Status add(DocumentFacts facts) {
    bytes_ += facts.document.text.size();
    batch_.push_back(std::move(facts));
    return batch_.size() >= kBatchDocuments || bytes_ >= kBatchBytes ? commit() : Status();
  }

  Status commit() {
    if (batch_.empty()) return {};
    Status status = store_.put(batch_);
    batch_.clear();
    bytes_ = 0;
    return status;
  }

 private:
  store::Store& store_;
  std::vector<DocumentFacts> batch_;
  std::size_t bytes_ = 0;
};

/// One build: its parts share the store, the reader and the report.
class Build {
 public:
  Build(const BuildOptions& options, const Reader& reader, store::Store& store, Reporter& reporter)
      : options_(options), reader_(reader), store_(store), reporter_(reporter) {}

  Result<BuildReport> run(ScannedInputs inputs) {
    spool_ = inputs.spool.get();
    report_.left_out = inputs.left_out.size();
    tell(inputs);
    const store::Provenance wanted = provenance_of(reader_);
    auto known = store_.documents();  // before the provenance: who writes at the same time sets that first
    if (!known) return fail(std::move(known.error()));
    auto had = store_.provenance();
    if (!had) return fail(std::move(had.error()));
    if (*had != wanted && known->empty()) {
      if (Status status = store_.set_provenance(wanted); !status) return fail(std::move(status.error()));
      had = wanted;
    }
    std::vector<Document> gone =
        options_.mirror ? not_among(inputs.documents, *known) : std::vector<Document>();
    if (*had != wanted) {
      if (Status status = renew(inputs); !status) return fail(std::move(status.error()));
    } else {
      forget_known(inputs.documents, *known);
    }
    if (Status status = read_all(inputs.documents); !status) return fail(std::move(status.error()));
    if (Status status = remove(gone, inputs.documents); !status) return fail(std::move(status.error()));
    if (*had != wanted) {
      if (Status status = store_.set_provenance(wanted); !status) return fail(std::move(status.error()));
    }
    if (options_.each_document)
      if (Status status = name_copies(); !status) return fail(std::move(status.error()));
    sort_reports(report_.each);
    return std::move(report_);
  }

 private:
  /// Which documents are near copies is a matter of all that the graph holds.
  Status name_copies() {
    const auto stored = store_.load();
    if (!stored) return fail(stored.error());
    std::vector<resolve::Signed> texts;
    for (const DocumentFacts& facts : *stored)
      if (const auto signature = resolve::signature_of(facts.document))
        texts.push_back({facts.document.id, *signature});
    const auto copies = resolve::near_copies(texts);
    for (DocumentReport& report : report_.each)
      if (const auto copy = copies.find(report.id); copy != copies.end()) report.copy_of = copy->second;
    return {};
  }

  /// What is known before anything is read.
  void tell(const ScannedInputs& inputs) {
    if (!options_.each_document) return;
    for (const Error& reason : inputs.left_out) report_.each.push_back(report_of(reason));
    for (const SameText& same : inputs.same) {
      DocumentReport& report = report_.each.emplace_back();
      report.status = DocumentReport::Status::same_text;
      report.place = same.place;
      report.name = same.name;
      report.id = same.id;
    }
  }

  void tell(const ScannedDocument& input, DocumentReport::Status status,
            const DocumentFacts* facts = nullptr) {
    if (!options_.each_document || input.document) return;  // those of the graph are no inputs
    DocumentReport& report = report_.each.emplace_back();
    report.status = status;
    report.place = input.place;
    report.name = input.name;
    report.id = input.id;
    report.format = documents::name_of(input.format);
    report.encoding = input.encoding;
    report.date = input.date;
    report.title = input.title;
    report.url = input.url;
    if (facts == nullptr) return;
    report.characters = utf8::length(facts->document.text);
    report.sentences = facts->sentences;
    report.facts = facts->facts.size();
    report.unmatched_verbs = facts->unmatched_verbs;
  }

  /// Documents of the graph that no input stands for.
  static std::vector<Document> not_among(const std::vector<ScannedDocument>& inputs,
                                         const std::vector<Document>& known) {
    std::set<std::string_view> given;
    for (const ScannedDocument& input : inputs) given.insert(input.id);
    std::vector<Document> others;
    for (const Document& document : known)
      if (given.count(document.id) == 0) others.push_back(document);
    return others;
  }

  /// Behind everything that was read, so that a kill leaves rather too much than too little.
  Status remove(const std::vector<Document>& gone, const std::vector<ScannedDocument>& read) {
    if (gone.empty()) return {};
    std::set<std::string_view> names;
    for (const ScannedDocument& input : read) names.insert(input.name);
    std::vector<std::string> ids;
    for (const Document& document : gone) {
      ids.push_back(document.id);
      ++(names.count(document.name) != 0 ? report_.changed : report_.removed);
    }
    report_.changed = std::min(report_.changed, report_.read);
    return store_.remove(ids);
  }

  static bool is_described_by(const ScannedDocument& input, const Document& known) {
    return known.name == input.name && known.title == input.title && known.url == input.url;
  }

  /// Drops the inputs that the graph holds as they are.
  void forget_known(std::vector<ScannedDocument>& documents, const std::vector<Document>& known) {
    std::erase_if(documents, [&](ScannedDocument& input) {
      const auto found = std::lower_bound(known.begin(), known.end(), input.id,
                                          [](const Document& d, const std::string& id) { return d.id < id; });
      if (found == known.end() || found->id != input.id) return false;
      if (input.date.empty()) input.date = found->date;
      const bool same = input.date == found->date &&
                        (options_.mirror ? is_described_by(input, *found) : found->name <= input.name);
      if (same) {
        ++report_.unchanged;
        tell(input, DocumentReport::Status::already_there);
      }
      return same;
    });
  }

  /// Reads the stored documents again that no input stands for.
  Status renew(const ScannedInputs& inputs) {
    if (options_.mirror) return {};
    std::set<std::string> given;
    for (const ScannedDocument& input : inputs.documents) given.insert(input.id);
    auto stored = store_.load();
    if (!stored) return fail(std::move(stored.error()));
    std::vector<ScannedDocument> again;
    for (DocumentFacts& facts : *stored) {
      if (given.count(facts.document.id) != 0) continue;
      if (!facts.document.sha256.empty())
        return fail(ErrorKind::data,
                    "the graph was made with another program, model or ontology, and the text of document '" +
                        facts.document.name + "' is not in it",
                    {}, "map and reduce its documents into a new graph file");
      ScannedDocument input;
      input.id = facts.document.id;
      input.name = facts.document.name;
      input.date = facts.document.date;
      input.document = std::move(facts.document);
      again.push_back(std::move(input));
    }
    const std::size_t before = report_.read;
    Status status = read_all(again);
    report_.renewed = std::exchange(report_.read, before) - before;
    return status;
  }

  /// What a thread does with one input; no exception leaves it.
  Result<DocumentFacts> read_one(const ScannedDocument& input) const {
    try {
      auto document = load(input, *spool_);
      if (!document) return fail(std::move(document.error()));
      return read_document(*document, reader_.pipeline, *reader_.knowledge);
    } catch (const std::exception& failure) {
      return fail(ErrorKind::limit, std::string("could not be read: ") + failure.what(),
                  {.file = input.name});
    }
  }

  Status read_all(const std::vector<ScannedDocument>& documents) {
    Committer committer(store_);
    Status status;
    run_in_order<Result<DocumentFacts>>(
        documents.size(), std::max(1u, options_.jobs), kWindow,
        [&](std::size_t i) { return read_one(documents[i]); },
        [&](std::size_t i, Result<DocumentFacts>&& facts) {
          if (facts) {
            ++report_.read;
            for (const std::string& verb : facts->unmatched_verbs) ++report_.unmatched_verbs[verb];
            tell(documents[i], DocumentReport::Status::read, &*facts);
            status = committer.add(std::move(*facts));
          } else {
            ++report_.left_out;
            reporter_.left_out(facts.error());
            if (options_.each_document) report_.each.push_back(report_of(facts.error()));
          }
          reporter_.progress(i + 1, documents.size(), documents[i].name);
          return status.has_value();
        });
    return status ? committer.commit() : status;
  }

  const BuildOptions& options_;
  const Reader& reader_;
  store::Store& store_;
  Reporter& reporter_;
  const Spool* spool_ = nullptr;
  BuildReport report_;
};

/// The model is gone when it returns: its memory is for the snapshot.
Result<BuildReport> build_into(const BuildOptions& options, Reporter& reporter, ScannedInputs inputs) {
  const auto reader = load_reader(options.resources);
  if (!reader) return fail(reader.error());
  auto store = store::Store::open(options.graph, store::Store::Mode::read_write);
  if (!store) return fail(std::move(store.error()));
  return Build(options, *reader, *store, reporter).run(std::move(inputs));
}

}  // namespace

Result<BuildReport> build(const BuildOptions& options, Reporter& reporter) {
  ScannedInputs inputs = scan_inputs({options.inputs, options.date, options.walk});
  for (const Error& reason : inputs.left_out) reporter.left_out(reason);
  if (inputs.documents.empty() && options.mirror)
    return fail(ErrorKind::input_output, "there is no document to read, and nothing was removed", {},
                "entente rm takes documents out of a graph");
  if (inputs.documents.empty() && !inputs.left_out.empty()) {
    BuildReport nothing;
    nothing.left_out = inputs.left_out.size();
    if (options.each_document)
      for (const Error& reason : inputs.left_out) nothing.each.push_back(report_of(reason));
    sort_reports(nothing.each);
    return nothing;
  }
  auto report = build_into(options, reporter, std::move(inputs));
  if (report && !options.mirror) refresh_snapshot(options.graph, options.resources);
  return report;
}

}  // namespace entente::app
