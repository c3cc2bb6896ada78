// SPDX-License-Identifier: Apache-2.0
// Runs the reading scenarios of the openCypher kit and prints how many pass, a line a folder.
//   tck_runner KIT FLOORS [-v] [PART]
// KIT: the kit's folder. FLOORS: the numbers that must not fall; beside it stands not_passed.txt, the
// failures that are known. -v: why scenarios fail. PART: only feature files whose path contains it; then
// nothing is held. A missing kit is no failure: "skipped".
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

/// The scenarios of not_passed.txt: whether a pass is a surprise.
using Known = std::map<std::string, bool>;

Known read_known(const fs::path& list) {
  Known known;
  std::ifstream in(list);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const bool depends = line[0] == '?';
    known[line.substr(depends ? 1 : 0, line.find(" :: ") - (depends ? 1 : 0))] = !depends;
  }
  return known;
}

struct Run {
  std::map<std::string, Count> folders;
  std::map<std::string, int> skipped;  ///< by reason
  Count temporal, other;
  int surprises = 0;
};

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

/// Prints a scenario that does not do what the list says, and takes it off the list.
void compare(const std::string& name, const entente::test::Outcome& outcome, Known& known, Run& run) {
  using Kind = entente::test::Outcome::Kind;
  const auto found = known.find(name);
  const bool listed = found != known.end(), must_fail = listed && found->second;
  const bool failed = outcome.kind == Kind::failed;
  if (listed) known.erase(found);
  if (failed ? listed : !must_fail) return;
  std::cout << "FAILED: " << name
            << (failed ? ": is not in not_passed.txt\n" : ": passes, but is in not_passed.txt\n");
  ++run.surprises;
}

void run_file(const fs::path& file, const fs::path& kit, bool verbose, Known& known, Run& run) {
  const auto text = entente::read_file(file);
  const auto folder = fs::relative(file.parent_path(), kit / "features").string();
  if (!text) ++run.surprises;
  for (const auto& scenario : entente::test::read_feature(text.value_or(std::string()))) {
    const auto outcome = entente::test::run_scenario(scenario, kit / "graphs");
    using Kind = entente::test::Outcome::Kind;
    auto& total = folder == "expressions/temporal" ? run.temporal : run.other;
    for (auto* count : {&run.folders[folder], &total})
      ++(outcome.kind == Kind::passed   ? count->passed
         : outcome.kind == Kind::failed ? count->failed
                                        : count->skipped);
    if (outcome.kind == Kind::skipped) ++run.skipped[outcome.why];
    if (verbose && outcome.kind == Kind::failed) tell(file, scenario, outcome);
    compare(file.stem().string() + " " + scenario.name, outcome, known, run);
  }
}

void print(const Run& run) {
  for (const auto& [folder, count] : run.folders)
    std::printf("%-40s %5d passed %5d failed %5d skipped\n", folder.c_str(), count.passed, count.failed,
                count.skipped);
  for (const auto& [reason, count] : run.skipped) std::printf("skipped %d: %s\n", count, reason.c_str());
  std::printf("%d passed, %d failed, %d skipped (without expressions/temporal: %d passed, %d failed)\n",
              run.temporal.passed + run.other.passed, run.temporal.failed + run.other.failed,
              run.temporal.skipped + run.other.skipped, run.other.passed, run.other.failed);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const fs::path kit = argv[1], floors = argv[2];
  bool verbose = false;
  std::string part;
  for (int i = 3; i < argc; ++i) (std::string(argv[i]) == "-v" ? verbose = true : (part = argv[i], false));
  if (!fs::exists(kit / "features")) {
    std::cout << "openCypher kit: skipped (not at " << kit.filename().string() << ")\n";
    return 0;
  }
  Run run;
  auto known = read_known(floors.parent_path() / "not_passed.txt");
  for (const auto& file : feature_files(kit, part)) run_file(file, kit, verbose, known, run);
  print(run);
  if (!part.empty()) return 0;
  for (const auto& entry : known)
    std::cout << "FAILED: not_passed.txt names no scenario: " << entry.first << "\n";
  return holds(floors, run.temporal, run.other) && run.surprises == 0 && known.empty() ? 0 : 1;
}
