// SPDX-License-Identifier: Apache-2.0
#include "documents/inputs.hpp"

#include <algorithm>
#include <set>
#include <system_error>

#include "documents/format.hpp"

namespace entente::documents {

namespace fs = std::filesystem;

namespace {

Error left_out(const fs::path& path, std::string reason, std::string hint = {}) {
  return Error{ErrorKind::input_output, std::move(reason), {.file = path.string()}, std::move(hint)};
}

/// Collects files for find_inputs.
class Finder {
 public:
  explicit Finder(const NameFilter& filter) : filter_(filter) {}

  void add_argument(const std::string& argument) {
    if (argument == "-") {
      files_.insert(fs::path("-"));
      return;
    }
    std::error_code error;
    const fs::file_status status = fs::status(argument, error);
    if (!fs::exists(status)) {
      left_out_.push_back(left_out(argument, status.type() == fs::file_type::not_found
                                                 ? "no such file or folder"
                                                 : "cannot open: " + error.message()));
    } else if (fs::is_directory(status)) {
      add_folder(argument);
    } else {
      files_.insert(fs::path(argument).lexically_normal());
    }
  }

  [[nodiscard]] Inputs finish() {
    Inputs inputs{{files_.begin(), files_.end()}, std::move(left_out_)};
    std::stable_sort(inputs.files.begin(), inputs.files.end(), [](const fs::path& a, const fs::path& b) {
      if ((a == "-") != (b == "-")) return a == "-";
      return a.filename() < b.filename();
    });
    std::stable_sort(inputs.left_out.begin(), inputs.left_out.end(),
                     [](const Error& a, const Error& b) { return a.place.file < b.place.file; });
    return inputs;
  }

 private:
  /// Walks a folder with a list of folders still to do, so that no depth of nesting is a matter of stack.
  void add_folder(const fs::path& top) {
    std::vector<fs::path> to_do = {top};
    while (!to_do.empty()) {
      const fs::path folder = std::move(to_do.back());
      to_do.pop_back();
      std::error_code error;
      fs::directory_iterator entries(folder, error);
      while (!error && entries != fs::directory_iterator()) {
        add_entry(*entries, top, to_do);
        entries.increment(error);
      }
      if (error) left_out_.push_back(left_out(folder, "cannot read the folder: " + error.message()));
    }
  }

  void add_entry(const fs::directory_entry& entry, const fs::path& top, std::vector<fs::path>& to_do) {
    if (entry.path().filename().string().starts_with('.')) return;
    std::error_code error;
    if (entry.is_directory(error)) {
      if (!entry.is_symlink(error)) to_do.push_back(entry.path());
      return;
    }
    if (!filter_.admits(entry.path().lexically_relative(top).generic_string())) return;
    if (format_by_name(entry.path().filename().string())) {
      files_.insert(entry.path().lexically_normal());
    } else {
      left_out_.push_back(
          left_out(entry.path(), "not a kind of file that entente reads", "--help tells the kinds"));
    }
  }

  const NameFilter& filter_;
  std::set<fs::path> files_;
  std::vector<Error> left_out_;
};

}  // namespace

Inputs find_inputs(const std::vector<std::string>& arguments, const NameFilter& filter) {
  Finder finder(filter);
  for (const std::string& argument : arguments) finder.add_argument(argument);
  return finder.finish();
}

}  // namespace entente::documents
