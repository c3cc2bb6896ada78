// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace entente::ontology {

/// An ontology is a folder, or several as one path with ':' between them (as in $PATH): the first has
/// core.ttl and is whole, the others add to it and hold what they want to.
[[nodiscard]] std::vector<std::filesystem::path> directories_of(const std::filesystem::path& ontology);

[[nodiscard]] std::filesystem::path joined(const std::vector<std::filesystem::path>& directories);

/// A file with the classes of a whole ontology stands in it.
[[nodiscard]] bool is_whole(const std::filesystem::path& directory);

/// The files with classes and relations: core.ttl and relations.ttl of the first folder, of the others all
/// *.ttl but nouns.ttl that stand in the folder itself, by name.
[[nodiscard]] std::vector<std::filesystem::path> vocabulary_files(const std::filesystem::path& ontology);

/// The folders of this name ("frames") that are there; that of the first ontology always.
[[nodiscard]] std::vector<std::filesystem::path> parts_named(const std::filesystem::path& ontology,
                                                             const std::string& name);

}  // namespace entente::ontology
