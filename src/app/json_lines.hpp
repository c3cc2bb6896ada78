// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

#include "app/json_documents.hpp"
#include "app/reporter.hpp"
#include "base/result.hpp"

namespace entente::app {

struct LinesReport {
  std::size_t documents = 0;
  std::size_t left_out = 0;  ///< the reporter was told each
};

/// Runs a function from a document to output text over JSON lines: on several threads, output in the order of
/// the input, a portion at a time. A bad line, or a document whose work fails, is told to the reporter and
/// left out.
[[nodiscard]] Result<LinesReport> transform_json_lines(
    std::istream& in, const std::string& in_name, std::ostream& out, unsigned jobs,
    const std::function<Result<std::string>(const JsonDocument&)>& work, Reporter& reporter);

/// Work on a document in two steps: the first returns the second. What a step reads again and again is near
/// when it is taken for a few documents in a row.
using FirstStep = std::function<std::function<Result<std::string>()>(const JsonDocument&)>;

/// The same for such work.
[[nodiscard]] Result<LinesReport> transform_json_lines_in_steps(std::istream& in, const std::string& in_name,
                                                                std::ostream& out, unsigned jobs,
                                                                const FirstStep& work, Reporter& reporter);

}  // namespace entente::app
