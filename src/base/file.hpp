// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace entente {

/// Whole file as bytes; input_output error naming the file.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);

/// All of standard input; errors name it "-".
[[nodiscard]] Result<std::string> read_standard_input();

/// Writes to a temporary neighbour, syncs, then renames: after any failure the old file is as it was. A new
/// file may be read and written by those whom `access` names, less what the user's mask forbids.
[[nodiscard]] Status write_file_atomically(const std::filesystem::path& path, std::string_view bytes,
                                           std::filesystem::perms access = std::filesystem::perms(0666));

}  // namespace entente
