// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fact_base.hpp"

namespace entente::graph {

/// Texts one after the other in memory.
class PackedTexts {
 public:
  void add(std::string_view text) {
    bytes_ += text;
    ends_.push_back(bytes_.size());
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view at(std::size_t place) const {
    const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
    return std::string_view(bytes_).substr(begin, ends_[place] - begin);
  }
  /// The place of a text among sorted ones.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view text) const;

 private:
  std::string bytes_;
  std::vector<std::uint64_t> ends_;
};

/// What the edges of a graph of facts name: entities by place and label, documents by name and date, and the
/// facts that are content of others. Takes about 60 bytes an entity and 40 a document.
class KnownNames {
 public:
  KnownNames() = default;
  explicit KnownNames(const FactBase& base);

  /// Each in the order of ids.
  void add_entity(const Entity& entity);
  void add_document(const Document& document);
  void add_content(const Fact& fact);

  /// The entity's place among all.
  [[nodiscard]] std::optional<std::size_t> place(std::string_view entity_id) const {
    return ids_.find(entity_id);
  }
  /// The id where there is no such entity.
  [[nodiscard]] std::string_view label(std::string_view entity_id) const;

  struct Source {
    std::string_view name, date;
  };
  [[nodiscard]] std::optional<Source> document(std::string_view id) const;

  struct Act {
    std::string subject, relation, object;
  };
  /// Null: no fact, or none that was added.
  [[nodiscard]] const Act* content(const std::string& fact_id) const;

 private:
  PackedTexts ids_, labels_, documents_, names_, dates_;
  std::map<std::string, Act> contents_;
};

}  // namespace entente::graph
