// SPDX-License-Identifier: Apache-2.0
#include "importers/graph_block.hpp"

#include <utility>

namespace entente::importers {

namespace {

constexpr char kBetween = '\x1f';  // labels of one node

std::string text_of(const graph::Value& value) {
  const auto* text = std::get_if<std::string>(&value.data);
  return text == nullptr ? std::string() : *text;
}

}  // namespace

void GraphBlock::add_node(const std::string& space, const std::string& id,
                          const std::vector<std::string>& labels) {
  std::string joined;
  for (const std::string& label : labels) joined += (joined.empty() ? "" : std::string(1, kBetween)) + label;
  if (!space.empty()) spaces_.set(size_, space);
  ids_.set(size_, id);
  if (!joined.empty()) words_.set(size_, std::move(joined));
  ++size_;
}

void GraphBlock::add_edge(std::uint32_t source, std::uint32_t target, const std::string& type) {
  sources_.push_back(source);
  targets_.push_back(target);
  words_.set(size_, type);
  ++size_;
}

std::size_t GraphBlock::column(const std::string& name) {
  const auto [found, added] = places_.emplace(name, columns_.size());
  if (added) columns_.emplace_back(name);
  return found->second;
}

std::string GraphBlock::write() const {
  ByteWriter out;
  out.number(static_cast<std::uint64_t>(kind_));
  out.number(size_);
  if (kind_ == Kind::nodes) {
    spaces_.write(out, size_);
    ids_.write(out, size_);
  }
  words_.write(out, size_);
  for (const std::uint32_t end : sources_) out.number(end);
  for (const std::uint32_t end : targets_) out.number(end);
  out.number(columns_.size());
  for (const Column& column : columns_) column.write(out, size_);
  return out.take();
}

GraphBlock::Kind GraphBlock::kind_of(std::string_view bytes) {
  return ByteReader(bytes).number() == 0 ? Kind::nodes : Kind::edges;
}

Result<GraphBlock> GraphBlock::read(std::string_view bytes) {
  ByteReader in(bytes);
  GraphBlock block(kind_of(bytes));
  (void)in.number();
  block.size_ = static_cast<std::size_t>(in.number());
  bool ok = block.size_ <= bytes.size();
  if (ok && block.kind_ == Kind::nodes) {
    block.spaces_ = Column::read(in, block.size_);
    block.ids_ = Column::read(in, block.size_);
  }
  if (ok) block.words_ = Column::read(in, block.size_);
  for (auto* ends : {&block.sources_, &block.targets_}) {
    if (!ok || block.kind_ == Kind::nodes) break;
    ends->reserve(block.size_);
    for (std::size_t i = 0; i < block.size_; ++i) ends->push_back(static_cast<std::uint32_t>(in.number()));
  }
  for (std::size_t left = ok ? in.count() : 0; left > 0 && in.ok(); --left) {
    Column column = Column::read(in, block.size_);
    block.places_.emplace(column.name(), block.columns_.size());
    block.columns_.push_back(std::move(column));
  }
  if (!ok || !in.ok() || !in.at_end())
    return fail(ErrorKind::data, "an imported block of the graph file cannot be read");
  return block;
}

std::string GraphBlock::space(std::size_t row) const {
  return text_of(spaces_.at(row));
}

std::string GraphBlock::id(std::size_t row) const {
  return text_of(ids_.at(row));
}

std::string GraphBlock::type(std::size_t row) const {
  return text_of(words_.at(row));
}

std::vector<std::string> GraphBlock::labels(std::size_t row) const {
  std::vector<std::string> labels;
  const std::string joined = text_of(words_.at(row));
  for (std::size_t begin = 0; begin < joined.size();) {
    const std::size_t end = std::min(joined.find(kBetween, begin), joined.size());
    labels.push_back(joined.substr(begin, end - begin));
    begin = end + 1;
  }
  return labels;
}

}  // namespace entente::importers
