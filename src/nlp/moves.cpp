// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>

#include "nlp/msgpack.hpp"
#include "nlp/transition_model.hpp"

namespace entente::nlp {

Result<std::vector<Action>> read_actions(const std::string& file) {
  const auto packed = Msgpack::read(file);
  if (!packed) return fail(packed.error());
  const Msgpack& data = **packed;
  const auto moves = data.root().find("moves");
  if (!moves || !moves->text()) return data.error(data.root(), "no string \"moves\"");
  const auto json = nlohmann::json::parse(*moves->text(), nullptr, false);
  if (!json.is_object()) return data.error(*moves, "\"moves\" is not a JSON object");
  std::vector<Action> actions;
  for (const auto& [key, labels] : json.items()) {  // keys ascend
    if (key.size() != 1 || key[0] < '0' || key[0] > '9' || !labels.is_object())
      return data.error(*moves, "\"moves\" must map a digit to labels");
    std::vector<std::pair<std::int64_t, std::string>> ranked;
    for (const auto& [label, frequency] : labels.items()) {
      if (!frequency.is_number_integer()) return data.error(*moves, "a label in \"moves\" has no frequency");
      ranked.emplace_back(frequency.get<std::int64_t>(), label);
    }
    std::sort(ranked.rbegin(), ranked.rend());
    for (const auto& [frequency, label] : ranked) actions.push_back({key[0] - '0', label});
  }
  return actions;
}

}  // namespace entente::nlp
