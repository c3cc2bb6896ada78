// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "rdf/node.hpp"

namespace entente::rdf {

/// Gets every statement in the order of the file. The views live during the call only. An error ends the
/// reading and is returned as it is.
using TripleHandler = std::function<Status(const Triple&)>;

/// Reads Turtle or N-Triples; prefixes are expanded, relative IRIs resolved against the file's own base.
/// Syntax errors, undefined prefixes, ill-formed UTF-8 and nesting beyond 64 brackets are data errors with
/// file, line and column; the statements before the fault have been handed over by then.
[[nodiscard]] Status read_text(std::string_view text, const std::string& file_name, Syntax syntax,
                               const TripleHandler& handler);

/// The same for a file: N-Triples when its suffix is .nt, Turtle otherwise.
[[nodiscard]] Status read_path(const std::filesystem::path& path, const TripleHandler& handler);

}  // namespace entente::rdf
