// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace entente::documents {

/// The language of a text ("German (de)") that is surely not English; nothing for English, and for all that
/// is too short or too mixed to tell: docs/documents.md says how it is judged.
[[nodiscard]] std::optional<std::string> foreign_language(std::string_view text);

/// An error that names the language where there is one, for what reads English alone.
[[nodiscard]] Status check_english(std::string_view text, const Place& place);

}  // namespace entente::documents
