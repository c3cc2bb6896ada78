// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot_output.hpp"

#include <algorithm>
#include <utility>

#include "base/mapped_file.hpp"

namespace entente::graph {

namespace {

/// So many bytes go into a file at once.
constexpr std::size_t kPiece = std::size_t{1} << 20U;

std::string_view bytes_of(const SnapshotHeader& header) {
  return {reinterpret_cast<const char*>(&header), sizeof header};
}

}  // namespace

SnapshotOutput::SnapshotOutput() : bytes_(sizeof(SnapshotHeader), '\0') {}

SnapshotOutput::SnapshotOutput(AtomicFile file) : SnapshotOutput() {
  file_.emplace(std::move(file));
}

void SnapshotOutput::begin(SectionKind kind, std::size_t number) {
  end_section();
  sections_.push_back({kind, static_cast<std::uint32_t>(number), in_file_ + bytes_.size(), 0});
  in_section_ = true;
}

void SnapshotOutput::end_section() {
  if (in_section_) sections_.back().size = in_file_ + bytes_.size() - sections_.back().offset;
  in_section_ = false;
  align();
}

void SnapshotOutput::append(std::string_view bytes) {
  if (lost_) return;
  if (!file_) {
    bytes_ += bytes;
    return;
  }
  while (!bytes.empty()) {
    bytes_ += bytes.substr(0, kPiece);
    bytes.remove_prefix(std::min(bytes.size(), kPiece));
    if (bytes_.size() >= kPiece) flush();
  }
}

void SnapshotOutput::append(std::uint64_t number, unsigned width) {
  append({reinterpret_cast<const char*>(&number), width});  // little-endian
}

void SnapshotOutput::align() {
  const std::uint64_t over = (in_file_ + bytes_.size()) % 8;
  if (over != 0) bytes_.append(8 - over, '\0');
}

void SnapshotOutput::add(SectionKind kind, std::string_view bytes, std::size_t number) {
  begin(kind, number);
  append(bytes);
}

/// Whole blocks of the hash go into the file, the rest waits.
void SnapshotOutput::flush() {
  if (!file_) return;
  const std::size_t header = in_file_ == 0 ? sizeof(SnapshotHeader) : 0;
  const std::size_t whole = header + (bytes_.size() - header) / PieceHash::kBlock * PieceHash::kBlock;
  const std::string_view piece(bytes_.data(), whole);
  if (!file_->append(piece)) return go_on_in_memory();
  hash_.add(piece.substr(header));
  in_file_ += whole;
  bytes_.erase(0, whole);
}

void SnapshotOutput::go_on_in_memory() {
  auto before = file_->read_back();
  file_.reset();
  if (!before) {
    lost_ = std::move(before.error());
    return;
  }
  *before += bytes_;
  bytes_ = std::move(*before);
  in_file_ = 0;
}

void SnapshotOutput::finish_list(SnapshotHeader& header) {
  end_section();
  append({reinterpret_cast<const char*>(sections_.data()), sections_.size() * sizeof(SnapshotSection)});
  header.sections = static_cast<std::uint32_t>(sections_.size());
  header.size = in_file_ + bytes_.size();
}

std::string SnapshotOutput::in_memory(SnapshotHeader header) {
  const auto rest = std::string_view(bytes_).substr(sizeof header);
  header.checksum = snapshot_checksum(header, hash_bytes(rest));
  std::memcpy(bytes_.data(), &header, sizeof header);
  return std::move(bytes_);
}

std::string SnapshotOutput::finish(SnapshotHeader header) {
  finish_list(header);
  return in_memory(header);
}

/// Read before it takes its place; nothing where it then goes on in memory.
std::optional<Snapshot> SnapshotOutput::finish_file(SnapshotHeader header) {
  flush();
  if (!file_) return std::nullopt;
  header.checksum = snapshot_checksum(header, hash_.finish(bytes_));
  if (file_->append(bytes_)) {
    in_file_ += bytes_.size();
    bytes_.clear();
    const auto mapped = file_->overwrite(0, bytes_of(header)) ? MappedFile::open(file_->temporary())
                                                              : Result<MappedFile>(MappedFile());
    if (mapped) {
      auto snapshot = Snapshot::read(mapped->owner(), mapped->bytes());
      if (snapshot && file_->commit()) return std::move(*snapshot);
    }
  }
  go_on_in_memory();
  return std::nullopt;
}

Result<Snapshot> SnapshotOutput::finish_and_read(SnapshotHeader header) {
  finish_list(header);
  if (file_)
    if (auto snapshot = finish_file(header)) return std::move(*snapshot);
  if (lost_) return fail(std::move(*lost_));
  return Snapshot::read(in_memory(header));
}

}  // namespace entente::graph
