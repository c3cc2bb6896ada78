// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "cli/line_source.hpp"

namespace entente::cli {

/// libedit on the standard streams; its header stays in the .cpp.
[[nodiscard]] std::unique_ptr<LineSource> make_line_editor();

}  // namespace entente::cli
