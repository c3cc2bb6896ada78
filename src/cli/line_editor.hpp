// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "cli/line_source.hpp"

namespace entente::cli {

/// libedit on the standard streams; its header stays in the .cpp. The history is kept in the file, written
/// after every entry; an empty name: it is forgotten at the end.
[[nodiscard]] std::unique_ptr<LineSource> make_line_editor(std::string history_file);

}  // namespace entente::cli
