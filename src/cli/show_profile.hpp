// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/find_node.hpp"
#include "app/profile.hpp"
#include "cli/console.hpp"

namespace entente::cli {

enum class ProfileFormat { table, json };

/// The profile of what is called so, on out. Several things called so: a list of them on out, and a data
/// error that says how to choose. No such thing: a data error with the nearest names.
[[nodiscard]] ExitCode show_profile(const app::OpenGraph& graph, std::string_view name, ProfileFormat format,
                                    const app::ProfileOptions& options, const Console& console);

/// A profile for the eye; width > 0: lines other than sentences are kept within it.
[[nodiscard]] std::string profile_as_text(const app::Profile& profile, std::size_t width);

/// {"id", "name", "aliases", "classes", "wikidata", "properties", "facts", "hidden", "relations", "parts",
/// "timeline", "timed", "sentences", "sentence_count"}; absent texts are null.
[[nodiscard]] std::string profile_as_json(const app::Profile& profile);

}  // namespace entente::cli
