// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace entente::graph {

// The bytes of a snapshot: a header, the sections, each at a multiple of 8, the list of sections (described
// in docs/formats.md). Numbers are little-endian, as all machines that entente runs on have them.

static_assert(std::endian::native == std::endian::little, "snapshots are written as the machine has numbers");

inline constexpr std::array<char, 8> kSnapshotMagic = {'E', 'N', 'T', 'S', 'N', 'A', 'P', '\n'};
/// Goes up with every change of the bytes or of what they mean: other snapshots are made anew.
inline constexpr std::uint32_t kSnapshotVersion = 5;

struct SnapshotHeader {
  std::array<char, 8> magic = kSnapshotMagic;
  std::uint32_t version = kSnapshotVersion;
  std::uint32_t sections = 0;
  std::uint64_t size = 0;        ///< of the whole file
  std::uint64_t checksum = 0;    ///< of the whole file, this number taken as 0
  std::array<char, 64> state{};  ///< of what it was made from, as SnapshotBuilder was told; ends with zeros
  std::uint64_t nodes = 0, edges = 0;
};
static_assert(sizeof(SnapshotHeader) == 112);

enum class SectionKind : std::uint32_t {
  label_sets,     ///< count, of each set count and names
  label_codes,    ///< LabelSetId of each node, in 1, 2 or 4 bytes
  label_offsets,  ///< u32 a set and one more: where its nodes begin in label_nodes
  label_nodes,    ///< NodeId, by set
  type_names,     ///< count, names
  type_begins,    ///< u32 a type and one more: its first edge
  sources,        ///< NodeId of each edge
  targets,        ///< NodeId of each edge
  in_nodes,       ///< NodeId: the sources again, by type and target
  in_edges,       ///< EdgeId, in that order
  out_types,      ///< of each node the types of its edges as bits, in u32 words
  in_types,
  out_index,  ///< number: TypeId; relation_index.hpp
  in_index,
  key_names,    ///< count, names
  node_column,  ///< number: KeyId; column_view.hpp
  edge_column,
  node_lookup,     ///< number: KeyId; node_lookup.hpp
  element_lookup,  ///< the same for the elements of lists
  set_aside,       ///< a bit an edge: the default filter hides it
  out_degrees,     ///< u32 of each node: its edges of all types
  in_degrees,
};

struct SnapshotSection {
  SectionKind kind = SectionKind::label_sets;
  std::uint32_t number = 0;
  std::uint64_t offset = 0, size = 0;
};
static_assert(sizeof(SnapshotSection) == 24);

/// A hash of bytes that is the same everywhere. Bytes that differ in one place only never have the same; 8
/// bytes a step in eight lanes.
[[nodiscard]] std::uint64_t hash_bytes(std::string_view bytes);

/// The same hash of bytes that come in pieces.
class PieceHash {
 public:
  static constexpr std::size_t kBlock = 64;

  /// Whole blocks.
  void add(std::string_view blocks);
  /// The hash of all, with what comes last.
  [[nodiscard]] std::uint64_t finish(std::string_view last);

 private:
  std::array<std::uint64_t, 8> lanes_{1, 2, 3, 4, 5, 6, 7, 8};
  std::uint64_t size_ = 0;
};

/// The checksum of a whole snapshot, whatever stands in the place for it.
[[nodiscard]] std::uint64_t snapshot_checksum(std::string_view bytes);
/// The same from its header and the hash of all that follows it.
[[nodiscard]] std::uint64_t snapshot_checksum(SnapshotHeader header, std::uint64_t rest);

/// A number of 1, 2, 4 or 8 bytes at a place of an array; width 0: 0.
[[nodiscard]] inline std::uint64_t number_at(const char* array, unsigned width, std::size_t place) {
  if (width == 0) return 0;
  if (width == 1) return static_cast<unsigned char>(array[place]);
  if (width == 2) {
    std::uint16_t value = 0;
    std::memcpy(&value, array + 2 * place, 2);
    return value;
  }
  if (width == 4) {
    std::uint32_t value = 0;
    std::memcpy(&value, array + 4 * place, 4);
    return value;
  }
  std::uint64_t value = 0;
  std::memcpy(&value, array + 8 * place, 8);
  return value;
}

/// The least of 0, 1, 2, 4 and 8 bytes that such a number can stand in.
[[nodiscard]] constexpr unsigned width_for(std::uint64_t number) {
  if (number == 0) return 0;
  if (number <= 0xff) return 1;
  if (number <= 0xffff) return 2;
  return number <= 0xffffffff ? 4 : 8;
}

}  // namespace entente::graph
