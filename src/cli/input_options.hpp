// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/document_report.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "documents/walk.hpp"

namespace entente::cli {

/// The options of commands that read documents: --input, --field, --include, --exclude and the limits.
void add_input_options(CLI::App& command, documents::WalkOptions& walk);

/// --report FILE.
void add_document_report_option(CLI::App& command, std::string& file);

/// Writes a line for each document; "-" is standard output.
[[nodiscard]] ExitCode write_document_report(const std::vector<app::DocumentReport>& reports,
                                             const std::string& file, const Console& console);

}  // namespace entente::cli
