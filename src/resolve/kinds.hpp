// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace entente::resolve {

/// Local names of the classes that a word for a kind may stand for, best first: "bloc", "airline", "summit".
/// A "=" in front: that class
/// itself, none below it. Empty for other words.
[[nodiscard]] std::vector<std::string_view> classes_behind(std::string_view head);

/// A word that with an article and a capital is short for a body's name: "the Ministry", "the Alliance".
[[nodiscard]] bool is_body_word(std::string_view lower);

}  // namespace entente::resolve
