// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "base/error.hpp"

namespace entente {

/// A value or one Error; must be looked at.
template <class T>
using Result = tl::expected<T, Error>;

using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string message, Place place = {},
                                                std::string hint = {}) {
  return fail(Error{kind, std::move(message), std::move(place), std::move(hint)});
}

}  // namespace entente
