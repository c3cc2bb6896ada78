// SPDX-License-Identifier: Apache-2.0
#include "app/json_lines.hpp"

#include <algorithm>
#include <exception>
#include <istream>
#include <ostream>

#include "app/work_pool.hpp"

namespace entente::app {

namespace {

constexpr std::size_t kWindow = 64;

/// What a thread does with one line; no exception leaves it.
Result<std::string> run_one(const Result<JsonDocument>& input,
                            const std::function<Result<std::string>(const JsonDocument&)>& work) {
  if (!input) return fail(input.error());
  try {
    return work(*input);
  } catch (const std::exception& failure) {
    return fail(ErrorKind::limit, std::string("could not be read: ") + failure.what(), {.file = input->id});
  }
}

}  // namespace

Result<LinesReport> transform_json_lines(std::istream& in, const std::string& in_name, std::ostream& out,
                                         unsigned jobs,
                                         const std::function<Result<std::string>(const JsonDocument&)>& work,
                                         Reporter& reporter) {
  JsonDocuments documents(in, in_name);
  LinesReport report;
  for (auto portion = documents.next_portion(); !portion.empty() && out; portion = documents.next_portion()) {
    run_in_order<Result<std::string>>(
        portion.size(), std::max(1u, jobs), kWindow, [&](std::size_t i) { return run_one(portion[i], work); },
        [&](std::size_t, Result<std::string>&& text) {
          if (!text) {
            ++report.left_out;
            reporter.left_out(text.error());
            return true;
          }
          ++report.documents;
          out << *text;
          return static_cast<bool>(out);
        });
    out.flush();
  }
  if (!out) return fail(ErrorKind::input_output, "cannot write the output");
  if (in.bad()) return fail(ErrorKind::input_output, "cannot read the input", {.file = in_name});
  return report;
}

}  // namespace entente::app
