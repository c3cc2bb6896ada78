// SPDX-License-Identifier: Apache-2.0
#include "cli/line_source.hpp"

#include <istream>

#include "cli/history_file.hpp"
#include "cli/line_editor.hpp"

namespace entente::cli {

namespace {

class ScriptLines : public LineSource {
 public:
  explicit ScriptLines(std::istream& in) : in_(in) {}

  Line next(const std::string&) override {
    Line line;
    if (!std::getline(in_, line.text)) return line;
    if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
    line.kind = Line::Kind::text;
    return line;
  }

  void remember(const std::string&) override {}
  [[nodiscard]] std::vector<std::string> history() const override { return {}; }
  void set_completer(Completer) override {}

 private:
  std::istream& in_;
};

}  // namespace

std::unique_ptr<LineSource> make_script_source(std::istream& in) {
  return std::make_unique<ScriptLines>(in);
}

std::unique_ptr<LineSource> make_line_source(const Console& console, bool keep_history) {
  if (!console.in_is_terminal() || !console.out_is_terminal()) return make_script_source(console.in());
  return make_line_editor(keep_history ? history_file() : std::string());
}

}  // namespace entente::cli
