// SPDX-License-Identifier: Apache-2.0
// Tokens a second of CPU time of the native pipeline: nlp_speed TEXTS.jsonl [MODEL] [ROUNDS]
// TEXTS has an object with "text" on each line; each is a document. Prints one line a round.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "nlp/pipeline.hpp"

using namespace entente;

namespace {

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

std::vector<std::string> read_texts(const char* path) {
  std::vector<std::string> texts;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto row = nlohmann::json::parse(line, nullptr, false);
    if (row.is_object() && row.contains("text")) texts.push_back(row["text"].get<std::string>());
  }
  return texts;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::cerr << "usage: nlp_speed TEXTS.jsonl [MODEL] [ROUNDS]\n", 2;
  const auto texts = read_texts(argv[1]);
  const double start = cpu_seconds();
  const auto directory = nlp::find_model(argc > 2 ? argv[2] : "");
  if (!directory) return std::cerr << to_text(directory.error()) << "\n", 3;
  const auto pipeline = nlp::Pipeline::load(*directory);
  if (!pipeline) return std::cerr << to_text(pipeline.error()) << "\n", 3;
  std::printf("load %.3f s\n", cpu_seconds() - start);
  for (int round = 0; round < (argc > 3 ? std::atoi(argv[3]) : 3); ++round) {
    const double begin = cpu_seconds();
    std::size_t tokens = 0;
    for (const std::string& text : texts) tokens += pipeline->analyse(text).tokens.size();
    const double seconds = cpu_seconds() - begin;
    std::printf("entente %zu tokens %.3f s %.0f tokens/s\n", tokens, seconds,
                static_cast<double>(tokens) / seconds);
  }
}
