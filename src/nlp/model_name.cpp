// SPDX-License-Identifier: Apache-2.0
#include "nlp/model_name.hpp"

#include <nlohmann/json.hpp>

#include "base/file.hpp"

namespace entente::nlp {

Result<std::string> model_name(const std::filesystem::path& directory) {
  const std::string file = (directory / "meta.json").string();
  const auto text = read_file(file);
  if (!text) return fail(text.error());
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  std::string parts[3];
  const char* const keys[3] = {"lang", "name", "version"};
  for (int i = 0; i < 3; ++i) {
    if (!json.is_object() || !json.contains(keys[i]) || !json[keys[i]].is_string())
      return fail(ErrorKind::data, "not a JSON object with the strings lang, name and version",
                  {.file = file});
    parts[i] = json[keys[i]].get<std::string>();
  }
  if (parts[0] != "en")
    return fail(ErrorKind::data, "the model is not for English but for \"" + parts[0] + "\"", {.file = file});
  return parts[0] + "_" + parts[1] + " " + parts[2];
}

}  // namespace entente::nlp
