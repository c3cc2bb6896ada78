// SPDX-License-Identifier: Apache-2.0
#include "app/json_lines.hpp"

#include <sstream>
#include <stdexcept>

#include "support/catch.hpp"

using namespace entente;
using namespace entente::app;

namespace {

struct Recorder : Reporter {
  std::vector<std::string> left;
  void progress(std::size_t, std::size_t, std::string_view) override {}
  void left_out(const Error& reason) override { left.push_back(to_text(reason)); }
};

std::string echo(const JsonDocument& input) {
  if (input.document.text == "bad") throw std::runtime_error("no");
  return input.id + ":" + input.document.text + "\n";
}

}  // namespace

TEST_CASE("output is in the order of the input on any number of threads; what fails is told") {
  std::string lines, expected;
  for (int i = 0; i < 300; ++i) {
    lines += "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"t\"}\n";
    expected += std::to_string(i) + ":t\n";
  }
  lines += "nonsense\n{\"id\": \"x\", \"text\": \"bad\"}\n";
  for (const unsigned jobs : {1u, 3u}) {
    std::istringstream in(lines);
    std::ostringstream out;
    Recorder recorder;
    const auto report = transform_json_lines(in, "in", out, jobs, echo, recorder);
    REQUIRE(report);
    CHECK(out.str() == expected);
    CHECK(report->documents == 300);
    CHECK(report->left_out == 2);
    CHECK(recorder.left.at(0).find("in:301:") == 0);
    CHECK(recorder.left.at(1) == "x: could not be read: no");
  }
}

TEST_CASE("a failed write ends the work") {
  std::istringstream in("{\"text\": \"a\"}\n{\"text\": \"b\"}\n");
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  SilentReporter silent;
  const auto report = transform_json_lines(in, "in", out, 1, echo, silent);
  REQUIRE_FALSE(report);
  CHECK(report.error().kind == ErrorKind::input_output);
}
