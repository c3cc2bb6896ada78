// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "query/context.hpp"

namespace entente::query {

/// One aggregate function over the rows of one group.
class Accumulator {
 public:
  virtual ~Accumulator() = default;
  /// Takes the current row in.
  virtual void add(Context& context) = 0;
  virtual Value result(Context& context) = 0;
  /// Bytes of the values that it keeps.
  [[nodiscard]] virtual std::size_t held() const { return 0; }
};

[[nodiscard]] std::unique_ptr<Accumulator> make_accumulator(const Expr& call);

}  // namespace entente::query
