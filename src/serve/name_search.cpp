// SPDX-License-Identifier: Apache-2.0
#include "serve/name_search.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "app/find_node.hpp"
#include "app/name_list.hpp"

namespace entente::serve {

namespace {

constexpr std::size_t kMostHits = 50'000;  // looked at for one question

/// 0 a whole name, 1 its beginning, 2 the beginning of a word, 3 anywhere.
int rank_of(std::string_view text, std::size_t at, std::size_t size) {
  const bool begins = at == 0 || text[at - 1] == '\n';
  if (begins && (at + size == text.size() || text[at + size] == '\n')) return 0;
  if (begins) return 1;
  const char before = text[at - 1];
  return before == ' ' || before == '-' || before == '(' ? 2 : 3;
}

}  // namespace

NameSearch::NameSearch(const graph::Snapshot& graph) : graph_(graph) {
  for (std::size_t i = 0; i < graph.node_count(); ++i) {
    const auto node = static_cast<graph::NodeId>(i);
    add(node, app::name_of(graph, node));
    for (const std::string& alias : app::aliases_of(graph, node)) add(node, alias);
  }
}

void NameSearch::add(graph::NodeId node, std::string_view name) {
  std::string key = app::name_key(name);
  std::replace(key.begin(), key.end(), '\n', ' ');
  if (key.empty()) return;
  names_.push_back({text_.size(), node});
  text_.append(key).append("\n");
}

std::vector<graph::NodeId> NameSearch::find(std::string_view words, std::size_t most) const {
  std::string wanted = app::name_key(words);
  wanted.erase(0, std::min(wanted.find_first_not_of(" \t\n"), wanted.size()));
  wanted.erase(wanted.find_last_not_of(" \t\n") + 1);
  if (wanted.empty() || wanted.find('\n') != std::string::npos) return {};
  std::map<graph::NodeId, int> ranks;
  std::size_t hits = 0;
  for (std::size_t at = text_.find(wanted); at != std::string::npos && hits < kMostHits; ++hits) {
    const auto behind =
        std::upper_bound(names_.begin(), names_.end(), at,
                         [](std::size_t place, const Name& name) { return place < name.begin; });
    const int rank = rank_of(text_, at, wanted.size());
    const auto [found, is_new] = ranks.emplace(std::prev(behind)->node, rank);
    if (!is_new) found->second = std::min(found->second, rank);
    at = text_.find(wanted, at + 1);
  }
  std::vector<std::tuple<int, std::size_t, graph::NodeId>> order;
  for (const auto& [node, rank] : ranks)
    order.emplace_back(rank, ~(graph_.out_degree(node) + graph_.in_degree(node)), node);
  std::sort(order.begin(), order.end());
  std::vector<graph::NodeId> found;
  for (std::size_t i = 0; i < order.size() && i < most; ++i) found.push_back(std::get<2>(order[i]));
  return found;
}

}  // namespace entente::serve
