// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target without libFuzzer: the seeds as they are, then so many changed ones, the same in every
// run.
//   fuzz_NAME_runs RUNS SEED FILE...     a FILE ending in .test gives a seed a test, any other one seed
// The input that is being tried stands in the file "fuzz-input" of the working folder while it runs: where
// the program ends early, that is the finding.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "unit/query/random_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t kMostBytes = 2000;
constexpr std::string_view kSigns = "()[]{}<>-|*.,:;'\"`$%&!=~^0123456789 ";

std::string read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The query of each "### test" of a file: the lines up to the next "###".
void add_tests(const std::string& text, std::vector<std::string>& seeds) {
  const std::string mark = "### test";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
    at = text.find('\n', at);
    const auto end = std::min(text.find("\n###", at), text.size());
    seeds.push_back(text.substr(at, end - at));
  }
}

class Changer {
 public:
  Changer(const std::vector<std::string>& seeds, std::uint64_t seed) : seeds_(seeds), dice_(seed) {}

  std::string next() {
    auto text = pick();
    for (int times = 1 + dice_.roll(4); times > 0; --times) change(text);
    return text.substr(0, kMostBytes);
  }

 private:
  const std::string& pick() { return seeds_[at(seeds_.size())]; }
  std::size_t at(std::size_t size) { return static_cast<std::size_t>(dice_.roll(static_cast<int>(size))); }

  /// A piece of another seed, of one to some words.
  std::string piece() {
    const auto& other = pick();
    if (other.empty()) return {};
    const auto begin = at(other.size());
    return other.substr(begin, 1 + at(dice_.chance(50) ? 8 : 60));
  }

  void change(std::string& text) {
    const auto place = at(text.size() + 1), length = std::min<std::size_t>(1 + at(12), text.size() - place);
    switch (dice_.roll(6)) {
      case 0:
        text.erase(place, length);
        break;
      case 1:
        text.insert(place, piece());
        break;
      case 2:
        text.replace(place, length, piece());
        break;
      case 3:
        if (place < text.size()) text[place] = static_cast<char>(dice_.roll(256));
        break;
      case 4:
        text.insert(place, text.substr(place, length));
        break;
      default:
        text.insert(place, 1, kSigns[at(kSigns.size())]);
    }
  }

  const std::vector<std::string>& seeds_;
  entente::test::Dice dice_;
};

/// The input that is being tried, in a file that outlives the program: one write a run, filled up with line
/// ends.
class Trace {
 public:
  Trace() : file_(std::fopen("fuzz-input", "wb")) {
    if (file_) std::setvbuf(file_, nullptr, _IOFBF, kBytes);
  }
  Trace(const Trace&) = delete;
  Trace& operator=(const Trace&) = delete;
  ~Trace() {
    if (file_) std::fclose(file_);
    std::remove("fuzz-input");
  }
  void note(const std::string& text) {
    if (!file_) return;
    auto bytes = text.substr(0, kBytes);
    bytes.resize(kBytes, '\n');
    std::rewind(file_);
    std::fwrite(bytes.data(), 1, bytes.size(), file_);
    std::fflush(file_);
  }

 private:
  static constexpr std::size_t kBytes = 4096;
  std::FILE* file_;
};

void run(const std::string& text, Trace& trace) {
  trace.note(text);
  (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: fuzz_NAME_runs RUNS SEED FILE...\n", stderr);
    return 2;
  }
  std::vector<std::string> seeds;
  for (int i = 3; i < argc; ++i) {
    const std::string path = argv[i];
    const auto text = read(argv[i]);
    if (path.size() > 5 && path.substr(path.size() - 5) == ".test") {
      add_tests(text, seeds);
    } else {
      seeds.push_back(text);
    }
  }
  Trace trace;
  for (const auto& seed : seeds) run(seed, trace);
  Changer changer(seeds, static_cast<std::uint64_t>(std::atoll(argv[2])));
  const int runs = std::atoi(argv[1]);
  for (int i = 0; i < runs; ++i) run(changer.next(), trace);
  std::printf("%zu seeds and %d changed ones: no finding\n", seeds.size(), runs);
  return seeds.empty() ? 1 : 0;
}
