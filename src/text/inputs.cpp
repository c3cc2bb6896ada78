// SPDX-License-Identifier: Apache-2.0
#include "text/inputs.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>

#include "base/utf8.hpp"

namespace entente {

namespace fs = std::filesystem;

namespace {

bool is_text_suffix(const fs::path& path) {
  static constexpr std::array<std::string_view, 4> kSuffixes = {".txt", ".text", ".md", ".markdown"};
  const std::string suffix = utf8::lower(path.extension().string());
  return std::find(kSuffixes.begin(), kSuffixes.end(), suffix) != kSuffixes.end();
}

Error left_out(const fs::path& path, std::string reason, std::string hint = {}) {
  return Error{ErrorKind::input_output, std::move(reason), {.file = path.string()}, std::move(hint)};
}

/// Collects files for find_inputs.
class Finder {
 public:
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
        add_entry(*entries, to_do);
        entries.increment(error);
      }
      if (error) left_out_.push_back(left_out(folder, "cannot read the folder: " + error.message()));
    }
  }

  void add_entry(const fs::directory_entry& entry, std::vector<fs::path>& to_do) {
    if (entry.path().filename().string().starts_with('.')) return;
    std::error_code error;
    if (entry.is_directory(error)) {
      if (!entry.is_symlink(error)) to_do.push_back(entry.path());
    } else if (is_text_suffix(entry.path())) {
      files_.insert(entry.path().lexically_normal());
    } else {
      left_out_.push_back(
          left_out(entry.path(), "not a kind of file that entente reads", ".txt and .md are read"));
    }
  }

  std::set<fs::path> files_;
  std::vector<Error> left_out_;
};

}  // namespace

Inputs find_inputs(const std::vector<std::string>& arguments) {
  Finder finder;
  for (const std::string& argument : arguments) finder.add_argument(argument);
  return finder.finish();
}

}  // namespace entente
