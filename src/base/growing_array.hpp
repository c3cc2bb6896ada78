// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

namespace entente {

/// Items one after the other. Unlike a std::vector it does not hold a large array twice while it grows: the
/// system moves the pages.
template <class T>
class GrowingArray {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  GrowingArray() = default;
  GrowingArray(const GrowingArray&) = delete;
  GrowingArray& operator=(const GrowingArray&) = delete;
  GrowingArray(GrowingArray&& other) noexcept { swap(other); }
  GrowingArray& operator=(GrowingArray&& other) noexcept {
    GrowingArray taken(std::move(other));
    swap(taken);
    return *this;
  }
  ~GrowingArray() { std::free(items_); }  // NOLINT: from realloc

  void push_back(T item) {
    if (size_ == room_) make_room(1);
    items_[size_++] = item;
  }
  /// `items` lie elsewhere.
  void append(const T* items, std::size_t count) {
    if (count > room_ - size_) make_room(count);
    if (count > 0) std::memcpy(items_ + size_, items, count * sizeof(T));
    size_ += count;
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const T* data() const { return items_; }
  [[nodiscard]] T& operator[](std::size_t at) { return items_[at]; }
  [[nodiscard]] const T& operator[](std::size_t at) const { return items_[at]; }

 private:
  void swap(GrowingArray& other) {
    std::swap(items_, other.items_);
    std::swap(size_, other.size_);
    std::swap(room_, other.room_);
  }

  void make_room(std::size_t more) {
    const std::size_t least = size_ + more, room = least > 2 * room_ ? least : 2 * room_;
    void* moved = std::realloc(items_, room * sizeof(T));  // NOLINT: only it can move pages
    if (moved == nullptr) throw std::bad_alloc();
    items_ = static_cast<T*>(moved);
    room_ = room;
  }

  T* items_ = nullptr;
  std::size_t size_ = 0, room_ = 0;
};

}  // namespace entente
