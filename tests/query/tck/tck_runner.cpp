// SPDX-License-Identifier: Apache-2.0
// Runs the reading scenarios of the openCypher kit and prints how many pass, a line a folder.
//   tck_runner KIT FLOORS [-v] [PART]    KIT: the kit's folder; FLOORS: the numbers that must not fall; -v:
//   why scenarios
//                                        fail; PART: only feature files whose path contains it (then nothing
//                                        is held)
// A missing kit is no failure: "skipped".
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "base/file.hpp"
#include "query/tck/run_scenario.hpp"

namespace fs = std::filesystem;

namespace {

struct Count {
  int passed = 0, failed = 0, skipped = 0;
};

std::vector<fs::path> feature_files(const fs::path& kit, const std::string& part) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(kit / "features"))
    if (entry.path().extension() == ".feature" && entry.path().string().find(part) != std::string::npos)
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void tell(const fs::path& file, const entente::test::Scenario& scenario,
          const entente::test::Outcome& outcome) {
  std::cout << file.stem().string() << " " << scenario.name << "\n    " << outcome.why << "\n";
}

/// "temporal 0" and "other 2400": the least numbers of passed scenarios.
bool holds(const fs::path& floors, const Count& temporal, const Count& other) {
  std::ifstream in(floors);
  std::string name;
  int least = 0;
  bool good = static_cast<bool>(in);
  while (in >> name >> least) {
    const int now = name == "temporal" ? temporal.passed : other.passed;
    if (now < least)
      std::cout << "FAILED: " << name << ": " << now << " passed, at least " << least << " must\n";
    good = good && now >= least;
  }
  return good;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const fs::path kit = argv[1];
  bool verbose = false;
  std::string part;
  for (int i = 3; i < argc; ++i) (std::string(argv[i]) == "-v" ? verbose = true : (part = argv[i], false));
  if (!fs::exists(kit / "features")) {
    std::cout << "openCypher kit: skipped (not at " << kit.filename().string() << ")\n";
    return 0;
  }
  std::map<std::string, Count> folders;
  Count temporal, other;
  for (const auto& file : feature_files(kit, part)) {
    const auto text = entente::read_file(file);
    if (!text) return 3;
    const auto folder = fs::relative(file.parent_path(), kit / "features").string();
    const bool is_temporal = folder == "expressions/temporal";
    for (const auto& scenario : entente::test::read_feature(*text)) {
      const auto outcome = entente::test::run_scenario(scenario, kit / "graphs");
      using Kind = entente::test::Outcome::Kind;
      for (auto* count : {&folders[folder], is_temporal ? &temporal : &other})
        ++(outcome.kind == Kind::passed   ? count->passed
           : outcome.kind == Kind::failed ? count->failed
                                          : count->skipped);
      if (verbose && outcome.kind == Kind::failed) tell(file, scenario, outcome);
    }
  }
  for (const auto& [folder, count] : folders)
    std::printf("%-40s %5d passed %5d failed %5d skipped\n", folder.c_str(), count.passed, count.failed,
                count.skipped);
  std::printf("%d passed, %d failed, %d skipped (without expressions/temporal: %d passed, %d failed)\n",
              temporal.passed + other.passed, temporal.failed + other.failed,
              temporal.skipped + other.skipped, other.passed, other.failed);
  std::fflush(stdout);
  return part.empty() && !holds(argv[2], temporal, other) ? 1 : 0;
}
