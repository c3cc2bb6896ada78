// SPDX-License-Identifier: Apache-2.0
#include "query/tck/feature.hpp"

namespace entente::test {

namespace {

std::string_view trimmed(std::string_view line) {
  const auto begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

bool starts(std::string_view line, std::string_view with) {
  return line.substr(0, with.size()) == with;
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && (line[i + 1] == '|' || line[i + 1] == '\\')) {
      if (line[i + 1] == '\\') cell += '\\';
      cell += line[++i] == '|' ? "|" : "";
    } else if (line[i] == '|') {
      cells.emplace_back(trimmed(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return cells;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

Scenario filled(const Scenario& outline, const std::vector<std::string>& names,
                const std::vector<std::string>& values, std::size_t number) {
  Scenario out = outline;
  out.name += " (" + std::to_string(number) + ")";
  for (std::size_t i = 0; i < names.size() && i < values.size(); ++i) {
    const auto mark = "<" + names[i] + ">";
    for (auto& step : out.steps) {
      replace_all(step.text, mark, values[i]);
      replace_all(step.block, mark, values[i]);
      for (auto& row : step.table)
        for (auto& cell : row) replace_all(cell, mark, values[i]);
    }
  }
  return out;
}

class FeatureReader {
 public:
  std::vector<Scenario> read(std::string_view text) {
    for (std::size_t at = 0; at <= text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      line(text.substr(at, end - at));
      at = end + 1;
    }
    close();
    return std::move(scenarios_);
  }

 private:
  void line(std::string_view raw) {
    const auto text = trimmed(raw);
    if (text == "\"\"\"") {
      in_block_ = !in_block_;
      if (!in_block_ || !steps()) return;
      steps()->back().block.clear();
      return;
    }
    if (in_block_) {
      if (steps()) steps()->back().block += std::string(raw) + "\n";
      return;
    }
    if (starts(text, "#") || text.empty() || starts(text, "@")) return;
    if (starts(text, "Background:")) return begin("", false, true);
    if (starts(text, "Scenario:")) return begin(text.substr(9), false, false);
    if (starts(text, "Scenario Outline:")) return begin(text.substr(17), true, false);
    if (starts(text, "Examples:")) {
      examples_.clear();
      in_examples_ = true;
      return;
    }
    if (starts(text, "|")) {
      if (in_examples_) return example(cells_of(text));
      if (steps() && !steps()->empty()) steps()->back().table.push_back(cells_of(text));
      return;
    }
    for (const auto* word : {"Given ", "When ", "Then ", "And ", "But "})
      if (starts(text, word) && steps())
        steps()->push_back({std::string(trimmed(text.substr(std::string_view(word).size()))), {}, {}});
  }

  std::vector<FeatureStep>* steps() { return open_ ? &current_.steps : nullptr; }

  void begin(std::string_view name, bool outline, bool background) {
    close();
    current_ = {};
    current_.name = std::string(trimmed(name));
    if (!background) current_.steps = background_;
    open_ = true;
    outline_ = outline;
    is_background_ = background;
    in_examples_ = false;
    examples_.clear();
    expanded_ = 0;
  }

  void example(std::vector<std::string> cells) {
    if (examples_.empty()) {
      examples_.push_back(std::move(cells));
      return;
    }
    scenarios_.push_back(filled(current_, examples_[0], cells, ++expanded_));
  }

  void close() {
    if (!open_) return;
    if (is_background_) background_ = current_.steps;
    if (!is_background_ && !outline_) scenarios_.push_back(current_);
    open_ = false;
  }

  std::vector<Scenario> scenarios_;
  Scenario current_;
  std::vector<FeatureStep> background_;
  Cells examples_;
  std::size_t expanded_ = 0;
  bool open_ = false, outline_ = false, is_background_ = false, in_block_ = false, in_examples_ = false;
};

}  // namespace

std::vector<Scenario> read_feature(std::string_view text) {
  return FeatureReader().read(text);
}

}  // namespace entente::test
