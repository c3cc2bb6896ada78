// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/atomic_file.hpp"
#include "graph/snapshot.hpp"
#include "graph/snapshot_format.hpp"

namespace entente::graph {

/// The bytes of a snapshot, section by section, on their way into memory or, piece by piece, into a file.
/// They are the same wherever they go. When the file cannot take them (no room), they go on in memory.
class SnapshotOutput {
 public:
  SnapshotOutput();
  explicit SnapshotOutput(AtomicFile file);

  /// What is appended from now on is this section.
  void begin(SectionKind kind, std::size_t number = 0);
  void append(std::string_view bytes);
  /// A number in 0, 1, 2, 4 or 8 bytes.
  void append(std::uint64_t number, unsigned width);
  /// Zeros up to a multiple of 8, from the beginning of the section as of the snapshot.
  void align();
  void add(SectionKind kind, std::string_view bytes, std::size_t number = 0);

  /// All of it, when it goes into memory.
  [[nodiscard]] std::string finish(SnapshotHeader header);
  /// As it is read: the file, which now stands in its place; else what is in memory. An input_output error
  /// where a file failed so that not even what it had could be read back.
  [[nodiscard]] Result<Snapshot> finish_and_read(SnapshotHeader header);

 private:
  void end_section();
  void finish_list(SnapshotHeader& header);
  void flush();
  void go_on_in_memory();
  [[nodiscard]] std::string in_memory(SnapshotHeader header);
  [[nodiscard]] std::optional<Snapshot> finish_file(SnapshotHeader header);

  std::optional<AtomicFile> file_;
  std::optional<Error> lost_;  // why what was in the file cannot be had any more
  std::string bytes_;          // not in the file
  std::uint64_t in_file_ = 0;
  PieceHash hash_;  // of what is in the file, less the header
  std::vector<SnapshotSection> sections_;
  bool in_section_ = false;
};

}  // namespace entente::graph
