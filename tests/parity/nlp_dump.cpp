// SPDX-License-Identifier: Apache-2.0
// Prints what the pipeline says of the text on standard input: nlp_dump [--model DIR] [--lines] [--conllu].
// --lines: each line is a JSON string or an object with "id" and "text", and gives a row of its own.
#include <cstdio>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "base/utf8.hpp"
#include "nlp/pipeline.hpp"
#include "nlp/writers.hpp"

using namespace entente;

namespace {

struct Options {
  std::string model;
  bool lines = false;
  bool conllu = false;
};

void print(const nlp::Pipeline& pipeline, const std::string& text, const std::string& id,
           const Options& options) {
  const nlp::Analysis analysis = pipeline.analyse(text);
  std::cout << (options.conllu ? nlp::to_conllu(analysis, id) : nlp::to_jsonl(analysis, id) + "\n");
}

int run(const nlp::Pipeline& pipeline, const Options& options) {
  if (!options.lines) {
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    if (utf8::first_invalid_byte(text)) return std::cerr << "not UTF-8\n", 3;
    print(pipeline, text, "-", options);
    return 0;
  }
  std::size_t number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    const std::string id = std::to_string(++number);
    if (json.is_string())
      print(pipeline, json.get<std::string>(), id, options);
    else if (json.is_object() && json.contains("text") && json["text"].is_string())
      print(pipeline, json["text"].get<std::string>(), json.value("id", id), options);
    else
      return std::cerr << "line " << number << ": no text\n", 3;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--model" && i + 1 < argc)
      options.model = argv[++i];
    else if (argument == "--lines")
      options.lines = true;
    else if (argument == "--conllu")
      options.conllu = true;
    else
      return std::cerr << "usage: nlp_dump [--model DIR] [--lines] [--conllu] < TEXT\n", 2;
  }
  std::ios::sync_with_stdio(false);
  const auto directory = nlp::find_model(options.model);
  if (!directory) return std::cerr << to_text(directory.error()) << "\n", 3;
  const auto pipeline = nlp::Pipeline::load(*directory);
  if (!pipeline) return std::cerr << to_text(pipeline.error()) << "\n", 3;
  return run(*pipeline, options);
}
