// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>

#include "app/json_lines.hpp"
#include "app/reporter.hpp"
#include "base/result.hpp"
#include "nlp/pipeline.hpp"

namespace entente::app {

struct ParseOptions {
  enum class Input { text, jsonl };
  enum class Format { conllu, jsonl };
  Input input = Input::text;
  Format format = Format::conllu;
  unsigned jobs = 1;
};

/// Annotates documents as they stand: with text all of `in` is one, with jsonl every line is one.
[[nodiscard]] Result<LinesReport> parse_documents(std::istream& in, const std::string& in_name,
                                                  std::ostream& out, const ParseOptions& options,
                                                  const nlp::Pipeline& pipeline, Reporter& reporter);

}  // namespace entente::app
