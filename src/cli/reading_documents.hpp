// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/build.hpp"
#include "cli/console.hpp"

namespace entente::cli {

/// What `build` and `sync` have in common.
struct ReadingOptions {
  app::BuildOptions build;
  std::string report;  ///< file for the report on each document, or empty
  bool no_progress = false;
};

/// All options but the inputs.
void add_reading_documents(CLI::App& command, ReadingOptions& options, const std::string& about_date);

/// Reads, with progress.
[[nodiscard]] Result<app::BuildReport> read_documents(ReadingOptions& options, Console& console);

/// ", 2 read again ..., 3 left out", or less.
[[nodiscard]] std::string rest_of_summary(const app::BuildReport& report);

/// What is told after the summary: decisions that meet nothing, the report on each document.
[[nodiscard]] ExitCode tell_reading(const app::BuildReport& report, const ReadingOptions& options,
                                    const Console& console);

/// done, left_out, or input_output when nothing at all could be read.
[[nodiscard]] ExitCode exit_code_of_reading(const app::BuildReport& report);

}  // namespace entente::cli
