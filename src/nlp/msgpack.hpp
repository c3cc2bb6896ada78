// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace entente::nlp {

/// One msgpack text, decoded into a flat tree that points into the bytes it owns. Not a writer, and no
/// extension types: those and any damage are a data error with the file and the byte.
class Msgpack {
 public:
  enum class Kind : std::uint8_t { nil, boolean, integer, real, string, binary, array, map };

  /// One value. Lives as long as its Msgpack.
  class Value {
   public:
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] std::size_t byte_offset() const;

    /// Empty unless the kind fits. A negative integer is no unsigned one; a binary counts as text too.
    [[nodiscard]] std::optional<bool> boolean() const;
    [[nodiscard]] std::optional<std::uint64_t> unsigned_integer() const;
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    [[nodiscard]] std::optional<std::string_view> text() const;

    /// Elements of an array, pairs of a map, else 0.
    [[nodiscard]] std::size_t size() const;
    /// Elements of an array, or key, value, key, value of a map, in file order.
    [[nodiscard]] std::vector<Value> children() const;
    /// The value of a text key of a map.
    [[nodiscard]] std::optional<Value> find(std::string_view key) const;

   private:
    friend class Msgpack;
    Value(const Msgpack* owner, std::uint32_t index) : owner_(owner), index_(index) {}
    const Msgpack* owner_;
    std::uint32_t index_;
  };

  /// Decodes all of `bytes`; `file` names them in errors.
  [[nodiscard]] static Result<std::unique_ptr<const Msgpack>> parse(std::string bytes, std::string file);
  [[nodiscard]] static Result<std::unique_ptr<const Msgpack>> read(const std::string& file);

  [[nodiscard]] Value root() const { return {this, 0}; }
  [[nodiscard]] const std::string& file() const { return file_; }

  /// A data error at a value of this file.
  [[nodiscard]] tl::unexpected<Error> error(const Value& at, std::string message) const;

 private:
  friend class MsgpackParser;
  struct Node {
    Kind kind = Kind::nil;
    bool negative = false;
    std::uint32_t size = 0;     ///< bytes of a text, elements of an array, pairs of a map
    std::uint32_t next = 0;     ///< index of the node behind this value's subtree
    std::uint32_t place = 0;    ///< byte offset of the value
    std::uint64_t payload = 0;  ///< integer, bits of a real, or byte offset of a text
  };

  std::string bytes_;
  std::string file_;
  std::vector<Node> nodes_;
};

}  // namespace entente::nlp
