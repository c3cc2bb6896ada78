// SPDX-License-Identifier: Apache-2.0
#include "app/remove_documents.hpp"

#include <algorithm>
#include <utility>

#include "base/edit_distance.hpp"
#include "store/store.hpp"

namespace entente::app {

namespace {

constexpr std::size_t kShortestPrefix = 4;
constexpr std::size_t kMostIds = 3;

Result<const Document*> find_document(const std::vector<Document>& known, const std::string& given) {
  std::vector<const Document*> named, begun;
  std::vector<std::string> names;
  for (const Document& document : known) {
    if (document.id == given) return &document;
    if (document.name == given) named.push_back(&document);
    if (given.size() >= kShortestPrefix && document.id.starts_with(given)) begun.push_back(&document);
    names.push_back(document.name);
  }
  const auto& found = named.empty() ? begun : named;
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    const auto near = did_you_mean(given, names);
    return fail(ErrorKind::data, "the graph has no document '" + given + "'", {},
                near ? "did you mean '" + *near + "'?" : "give a document's name or id");
  }
  std::string ids;
  for (std::size_t i = 0; i < found.size() && i < kMostIds; ++i) ids += (i == 0 ? "" : ", ") + found[i]->id;
  return fail(ErrorKind::data, std::to_string(found.size()) + " documents are called '" + given + "'", {},
              "give an id: " + ids + (found.size() > kMostIds ? ", ..." : ""));
}

}  // namespace

Result<std::vector<Document>> remove_documents(const std::filesystem::path& graph,
                                               const std::vector<std::string>& documents) {
  if (const auto there = store::Store::open(graph, store::Store::Mode::read_only); !there)
    return fail(there.error());
  std::vector<Document> removed;
  auto store = store::Store::open(graph, store::Store::Mode::read_write);
  if (!store) return fail(std::move(store.error()));
  const auto known = store->documents();
  if (!known) return fail(known.error());
  std::vector<std::string> ids;
  for (const std::string& given : documents) {
    const auto found = find_document(*known, given);
    if (!found) return fail(found.error());
    if (std::count(ids.begin(), ids.end(), (*found)->id) != 0) continue;
    ids.push_back((*found)->id);
    removed.push_back(**found);
  }
  if (Status done = store->remove(ids); !done) return fail(std::move(done.error()));
  return removed;
}

}  // namespace entente::app
