// SPDX-License-Identifier: Apache-2.0
#include "nlp/msgpack.hpp"

#include <limits>

#include "base/file.hpp"

namespace entente::nlp {

namespace {

constexpr int kMaxDepth = 32;
constexpr std::size_t kMaxBytes = std::numeric_limits<std::uint32_t>::max() / 2;

}  // namespace

/// Reads values one after the other; a failure is kept and ends the reading.
class MsgpackParser {
 public:
  explicit MsgpackParser(Msgpack& target) : target_(target), bytes_(target.bytes_) {}

  [[nodiscard]] Status run() {
    if (bytes_.size() > kMaxBytes) return broken("file is too large");
    if (!value(0)) return broken(failure_);
    if (at_ != bytes_.size()) return broken("more bytes than one value");
    return {};
  }

 private:
  using Kind = Msgpack::Kind;
  using Node = Msgpack::Node;

  [[nodiscard]] tl::unexpected<Error> broken(std::string message) const {
    return fail(ErrorKind::data, std::move(message), {.file = target_.file_, .byte_offset = at_});
  }

  bool stop(const char* why) {
    failure_ = why;
    return false;
  }

  /// A big-endian number of `width` bytes.
  bool number(std::size_t width, std::uint64_t& out) {
    if (bytes_.size() - at_ < width) return stop("file is cut short");
    out = 0;
    for (std::size_t i = 0; i < width; ++i) out = out << 8 | static_cast<unsigned char>(bytes_[at_ + i]);
    at_ += width;
    return true;
  }

  bool value(int depth) {
    if (depth > kMaxDepth) return stop("values are nested too deeply");
    const std::size_t place = at_;
    std::uint64_t lead = 0;
    if (!number(1, lead)) return false;
    Node node;
    node.place = static_cast<std::uint32_t>(place);
    const auto index = target_.nodes_.size();
    target_.nodes_.push_back(node);
    const bool good = fixed(static_cast<unsigned>(lead), index, depth);
    target_.nodes_[index].next = static_cast<std::uint32_t>(target_.nodes_.size());
    return good;
  }

  /// The types that hold their size in the lead byte; the others go to sized().
  bool fixed(unsigned lead, std::size_t index, int depth) {
    if (lead <= 0x7f) return integer(index, lead, false);
    if (lead <= 0x8f) return container(index, Kind::map, lead & 0x0fU, depth);
    if (lead <= 0x9f) return container(index, Kind::array, lead & 0x0fU, depth);
    if (lead <= 0xbf) return text(index, Kind::string, lead & 0x1fU);
    if (lead >= 0xe0) return integer(index, static_cast<std::uint64_t>(static_cast<std::int8_t>(lead)), true);
    return sized(lead, index, depth);
  }

  bool sized(unsigned lead, std::size_t index, int depth) {
    std::uint64_t n = 0;
    switch (lead) {
      case 0xc0:
        return true;
      case 0xc2:
      case 0xc3:
        return boolean(index, lead == 0xc3);
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return number(1U << (lead - 0xc4), n) && text(index, Kind::binary, n);
      case 0xca:
      case 0xcb:
        return number(lead == 0xca ? 4 : 8, n) && real(index, n);
      case 0xcc:
      case 0xcd:
      case 0xce:
      case 0xcf:
        return number(1U << (lead - 0xcc), n) && integer(index, n, false);
      case 0xd0:
      case 0xd1:
      case 0xd2:
      case 0xd3:
        return signed_integer(index, 1U << (lead - 0xd0));
      case 0xd9:
      case 0xda:
      case 0xdb:
        return number(1U << (lead - 0xd9), n) && text(index, Kind::string, n);
      case 0xdc:
      case 0xdd:
        return number(lead == 0xdc ? 2 : 4, n) && container(index, Kind::array, n, depth);
      case 0xde:
      case 0xdf:
        return number(lead == 0xde ? 2 : 4, n) && container(index, Kind::map, n, depth);
      default:
        return stop("no msgpack type known here");
    }
  }

  bool boolean(std::size_t index, bool value) {
    target_.nodes_[index].kind = Kind::boolean;
    target_.nodes_[index].payload = value ? 1 : 0;
    return true;
  }

  bool real(std::size_t index, std::uint64_t bits) {
    target_.nodes_[index].kind = Kind::real;
    target_.nodes_[index].payload = bits;
    return true;
  }

  bool integer(std::size_t index, std::uint64_t bits, bool negative) {
    Node& node = target_.nodes_[index];
    node.kind = Kind::integer;
    node.negative = negative;
    node.payload = bits;
    return true;
  }

  bool signed_integer(std::size_t index, std::size_t width) {
    std::uint64_t bits = 0;
    if (!number(width, bits)) return false;
    const unsigned shift = static_cast<unsigned>(64 - 8 * width);
    const auto value = static_cast<std::int64_t>(bits << shift) >> shift;
    return integer(index, static_cast<std::uint64_t>(value), value < 0);
  }

  bool text(std::size_t index, Kind kind, std::uint64_t size) {
    if (size > bytes_.size() - at_) return stop("file is cut short");
    Node& node = target_.nodes_[index];
    node.kind = kind;
    node.size = static_cast<std::uint32_t>(size);
    node.payload = at_;
    at_ += size;
    return true;
  }

  bool container(std::size_t index, Kind kind, std::uint64_t size, int depth) {
    const std::uint64_t values = kind == Kind::map ? 2 * size : size;
    if (values > bytes_.size() - at_) return stop("file is cut short");  // each value takes a byte at least
    target_.nodes_[index].kind = kind;
    target_.nodes_[index].size = static_cast<std::uint32_t>(size);
    for (std::uint64_t i = 0; i < values; ++i)
      if (!value(depth + 1)) return false;
    return true;
  }

  Msgpack& target_;
  std::string_view bytes_;
  std::size_t at_ = 0;
  const char* failure_ = "";
};

Result<std::unique_ptr<const Msgpack>> Msgpack::parse(std::string bytes, std::string file) {
  auto tree = std::make_unique<Msgpack>();
  tree->bytes_ = std::move(bytes);
  tree->file_ = std::move(file);
  if (auto parsed = MsgpackParser(*tree).run(); !parsed) return fail(parsed.error());
  return tree;
}

Result<std::unique_ptr<const Msgpack>> Msgpack::read(const std::string& file) {
  auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());
  return parse(std::move(*bytes), file);
}

tl::unexpected<Error> Msgpack::error(const Value& at, std::string message) const {
  return fail(ErrorKind::data, std::move(message), {.file = file_, .byte_offset = at.byte_offset()});
}

Msgpack::Kind Msgpack::Value::kind() const {
  return owner_->nodes_[index_].kind;
}

std::size_t Msgpack::Value::byte_offset() const {
  return owner_->nodes_[index_].place;
}

std::optional<bool> Msgpack::Value::boolean() const {
  if (kind() != Kind::boolean) return std::nullopt;
  return owner_->nodes_[index_].payload != 0;
}

std::optional<std::uint64_t> Msgpack::Value::unsigned_integer() const {
  const Node& node = owner_->nodes_[index_];
  if (node.kind != Kind::integer || node.negative) return std::nullopt;
  return node.payload;
}

std::optional<std::int64_t> Msgpack::Value::integer() const {
  const Node& node = owner_->nodes_[index_];
  if (node.kind != Kind::integer) return std::nullopt;
  if (!node.negative && node.payload > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
    return std::nullopt;
  return static_cast<std::int64_t>(node.payload);
}

std::optional<std::string_view> Msgpack::Value::text() const {
  const Node& node = owner_->nodes_[index_];
  if (node.kind != Kind::string && node.kind != Kind::binary) return std::nullopt;
  return std::string_view(owner_->bytes_).substr(node.payload, node.size);
}

std::size_t Msgpack::Value::size() const {
  return kind() == Kind::array || kind() == Kind::map ? owner_->nodes_[index_].size : 0;
}

std::vector<Msgpack::Value> Msgpack::Value::children() const {
  std::vector<Value> values;
  const std::size_t count = kind() == Kind::map ? 2 * size() : size();
  values.reserve(count);
  for (std::uint32_t child = index_ + 1; values.size() < count; child = owner_->nodes_[child].next)
    values.push_back({owner_, child});
  return values;
}

std::optional<Msgpack::Value> Msgpack::Value::find(std::string_view key) const {
  if (kind() != Kind::map) return std::nullopt;
  std::uint32_t child = index_ + 1;
  for (std::size_t i = 0; i < size(); ++i) {
    const std::uint32_t value = owner_->nodes_[child].next;
    if (Value(owner_, child).text() == key) return Value(owner_, value);
    child = owner_->nodes_[value].next;
  }
  return std::nullopt;
}

}  // namespace entente::nlp
