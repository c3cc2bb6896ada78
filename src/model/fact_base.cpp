// SPDX-License-Identifier: Apache-2.0
#include "model/fact_base.hpp"

#include <algorithm>

namespace entente {

namespace {

template <class T>
const T* find_by_id(const std::vector<T>& sorted, std::string_view id) {
  const auto it = std::lower_bound(sorted.begin(), sorted.end(), id,
                                   [](const T& item, std::string_view wanted) { return item.id < wanted; });
  return it != sorted.end() && it->id == id ? &*it : nullptr;
}

}  // namespace

const Entity* FactBase::entity(std::string_view id) const {
  return find_by_id(entities, id);
}
const Fact* FactBase::fact(std::string_view id) const {
  return find_by_id(facts, id);
}
const Document* FactBase::document(std::string_view id) const {
  return find_by_id(documents, id);
}

}  // namespace entente
