// SPDX-License-Identifier: Apache-2.0
#include "app/json_documents.hpp"

#include <istream>

namespace entente::app {

namespace {

constexpr std::size_t kPortionLines = 64;
constexpr std::size_t kPortionBytes = 4u << 20;

}  // namespace

std::vector<Result<JsonDocument>> JsonDocuments::next_portion() {
  std::vector<Result<JsonDocument>> portion;
  std::size_t bytes = 0;
  std::string line;
  while (portion.size() < kPortionLines && bytes < kPortionBytes && std::getline(in_, line)) {
    ++line_;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    bytes += line.size();
    portion.push_back(documents::parse_json_record(line, line_, file_));
  }
  return portion;
}

}  // namespace entente::app
