// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>

#include "app/json_lines.hpp"
#include "app/reporter.hpp"
#include "app/resources.hpp"
#include "base/result.hpp"

namespace entente::app {

/// Documents as JSON lines in, facts as JSON lines out, in the order of the input whatever the number of
/// threads, with bounded memory. A failed write is an input_output error.
[[nodiscard]] Result<LinesReport> map_documents(std::istream& in, const std::string& in_name,
                                                std::ostream& out, unsigned jobs, const Reader& reader,
                                                Reporter& reporter);

}  // namespace entente::app
