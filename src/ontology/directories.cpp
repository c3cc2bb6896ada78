// SPDX-License-Identifier: Apache-2.0
#include "ontology/directories.hpp"

#include <algorithm>
#include <system_error>

#include "ontology/statements.hpp"

namespace entente::ontology {

namespace fs = std::filesystem;

std::vector<fs::path> directories_of(const fs::path& ontology) {
  std::vector<fs::path> directories;
  const std::string text = ontology.string();
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(':', begin), text.size());
    if (end > begin) directories.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return directories;
}

fs::path joined(const std::vector<fs::path>& directories) {
  std::string text;
  for (const fs::path& each : directories) text += (text.empty() ? "" : ":") + each.string();
  return text;
}

bool is_whole(const fs::path& directory) {
  std::error_code error;
  return fs::exists(directory / "core.ttl", error);
}

std::vector<fs::path> vocabulary_files(const fs::path& ontology) {
  std::vector<fs::path> files;
  for (const fs::path& directory : directories_of(ontology)) {
    if (files.empty()) {
      files = {directory / "core.ttl", directory / "relations.ttl"};
      continue;
    }
    std::error_code unreadable;
    for (const fs::path& file : turtle_files_in(directory, unreadable))
      if (file.filename() != "nouns.ttl") files.push_back(file);
  }
  return files;
}

std::vector<fs::path> parts_named(const fs::path& ontology, const std::string& name) {
  std::vector<fs::path> parts;
  for (const fs::path& directory : directories_of(ontology)) {
    std::error_code error;
    if (parts.empty() || fs::exists(directory / name, error)) parts.push_back(directory / name);
  }
  return parts;
}

}  // namespace entente::ontology
