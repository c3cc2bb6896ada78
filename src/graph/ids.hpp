// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace entente::graph {

// Dense numbers within one graph.
enum class NodeId : std::uint32_t {};
enum class EdgeId : std::uint32_t {};

// Dense numbers within one snapshot.
enum class TypeId : std::uint32_t {};      ///< of a relation type, in the order of the names
enum class KeyId : std::uint32_t {};       ///< of a property name, in the order of the names
enum class LabelSetId : std::uint32_t {};  ///< of the labels of a node taken together

/// One step from a node.
struct Step {
  EdgeId edge;
  NodeId node;  ///< the other end
  bool operator==(const Step&) const = default;
};

}  // namespace entente::graph
