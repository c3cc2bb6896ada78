// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "store/sqlite.hpp"

namespace entente::store {

/// A failure that SQLite would report in unclear words, or would not: a folder, a text file under the name of
/// a graph.
[[nodiscard]] Status check_file(const std::filesystem::path& file, bool to_write);

/// A graph file, or with to_write a new one, ready for use: journal, durability and tables are settled.
[[nodiscard]] Result<Database> open_to_write(const std::filesystem::path& file);
[[nodiscard]] Result<Database> open_to_read(const std::filesystem::path& file);

}  // namespace entente::store
