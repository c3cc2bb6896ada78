// SPDX-License-Identifier: Apache-2.0
#include "query/saved.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "base/file.hpp"

namespace entente::query {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

bool take_prefix(std::string_view& line, std::string_view prefix) {
  if (line.substr(0, prefix.size()) != prefix) return false;
  line = trimmed(line.substr(prefix.size()));
  return true;
}

Value value_of(std::string_view word) {
  if (word == "true" || word == "false") return word == "true";
  std::int64_t integer = 0;
  const auto* end = word.data() + word.size();
  if (const auto read = std::from_chars(word.data(), end, integer); read.ec == std::errc() && read.ptr == end)
    return integer;
  double real = 0;
  if (const auto read = std::from_chars(word.data(), end, real); read.ec == std::errc() && read.ptr == end)
    return real;
  return std::string(word);
}

/// Cuts one value off the front: up to the closing quote, or up to the next comma.
Value take_value(std::string_view& rest) {
  rest = trimmed(rest);
  const bool quoted = !rest.empty() && (rest[0] == '\'' || rest[0] == '"');
  const auto close = quoted ? rest.find(rest[0], 1) : std::string_view::npos;
  Value value;
  if (close != std::string_view::npos) {
    value = std::string(rest.substr(1, close - 1));
    rest = trimmed(rest.substr(close + 1));
  } else {
    const auto comma = std::min(rest.find(','), rest.size());
    value = value_of(trimmed(rest.substr(0, comma)));
    rest = rest.substr(comma);
  }
  if (!rest.empty() && rest[0] == ',') rest = trimmed(rest.substr(1));
  return value;
}

Status read_parameters(std::string_view rest, SavedQuery& out, std::size_t line) {
  while (!rest.empty()) {
    const auto equal = rest.find('=');
    if (equal == std::string_view::npos)
      return fail(ErrorKind::data, "a parameter needs a default: name=value",
                  {{}, line, 1, std::string::npos});
    const std::string name(trimmed(rest.substr(0, equal)));
    rest = rest.substr(equal + 1);
    out.parameters.emplace_back(name, take_value(rest));
  }
  return {};
}

}  // namespace

Result<SavedQuery> read_saved(std::string_view name, std::string_view text) {
  SavedQuery out;
  out.name = std::string(name);
  out.text = std::string(text);
  std::size_t line_number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = trimmed(text.substr(at, end - at));
    at = end + 1;
    ++line_number;
    if (!take_prefix(line, "//")) break;
    if (take_prefix(line, "title:")) {
      out.title = std::string(line);
    } else if (take_prefix(line, "parameters:")) {
      if (auto done = read_parameters(line, out, line_number); !done) return fail(done.error());
    } else if (line.substr(0, 4) != "SPDX") {
      out.description += (out.description.empty() ? "" : " ") + std::string(line);
    }
  }
  if (out.title.empty())
    return fail(ErrorKind::data, "a saved query begins with // title: ...", {{}, 1, 1, std::string::npos});
  return out;
}

Result<SavedQuery> load_saved(const std::filesystem::path& file) {
  auto text = read_file(file);
  if (!text) return fail(std::move(text.error()));
  auto saved = read_saved(file.stem().string(), *text);
  if (!saved) saved.error().place.file = file.string();
  return saved;
}

Result<std::vector<SavedQuery>> load_saved_queries(const std::filesystem::path& directory) {
  std::error_code code;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator it(directory, code), end; !code && it != end; it.increment(code))
    if (it->path().extension() == ".cypher") files.push_back(it->path());
  if (code)
    return fail(ErrorKind::input_output, "cannot read the folder: " + code.message(),
                {directory.string(), 0, 0, std::string::npos});
  std::sort(files.begin(), files.end());
  std::vector<SavedQuery> out;
  for (const auto& file : files) {
    auto saved = load_saved(file);
    if (!saved) return fail(std::move(saved.error()));
    out.push_back(std::move(*saved));
  }
  return out;
}

}  // namespace entente::query
