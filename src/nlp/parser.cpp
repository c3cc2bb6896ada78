// SPDX-License-Identifier: Apache-2.0
#include "nlp/parser.hpp"

namespace entente::nlp {

Result<Parser> Parser::load(const std::string& directory, std::size_t width, Labels& labels) {
  const std::string moves = directory + "/parser/moves";
  const auto actions = read_actions(moves);
  if (!actions) return fail(actions.error());
  Parser parser;
  std::array<bool, ParserState::kMoves> known{};
  for (const Action& action : *actions) {
    if (action.kind < 0 || action.kind >= static_cast<int>(ParserState::kMoves))
      return fail(ErrorKind::data, "an action of no known kind", {.file = moves});
    known[static_cast<std::size_t>(action.kind)] = true;
    parser.actions_.push_back({static_cast<ParserState::Move>(action.kind), labels.add(action.label)});
  }
  if (!known[0] || !known[1])
    return fail(ErrorKind::data, "no action to shift or none to reduce", {.file = moves});
  const auto weights = Weights::read(directory + "/parser/model");
  if (!weights) return fail(weights.error());
  auto model = TransitionModel::make(*weights, ParserState::kSlots, width, parser.actions_.size());
  if (!model) return fail(model.error());
  parser.model_ = std::move(*model);
  parser.root_label_ = labels.add("ROOT");
  return parser;
}

std::size_t Parser::best(const ParserState& state, const std::vector<float>& scores) const {
  const auto valid = state.valid_moves();
  std::size_t best = actions_.size();
  for (std::size_t i = 0; i < actions_.size(); ++i) {
    if (!valid[static_cast<std::size_t>(actions_[i].move)]) continue;
    if (best == actions_.size() || scores[i] > scores[best]) best = i;
  }
  return best;
}

Forest Parser::parse(const std::vector<float>& projected, std::size_t tokens, Scratch& scratch,
                     std::vector<std::uint16_t>* history) const {
  ParserState& state = scratch.state;
  state.start(tokens);
  scratch.rows.start(model_, projected.data(), tokens);
  scratch.scores.resize(actions_.size());
  while (!state.is_final()) {
    const auto features = state.features();
    std::array<const float*, ParserState::kSlots> rows{};
    for (std::size_t slot = 0; slot < rows.size(); ++slot)
      rows[slot] = scratch.rows.row(features[slot], slot);
    model_.score(rows.data(), scratch.scores.data());
    const std::size_t action = best(state, scratch.scores);
    if (history != nullptr) history->push_back(static_cast<std::uint16_t>(action));
    state.apply(actions_[action].move, actions_[action].label);
  }
  Forest forest;
  forest.head.resize(tokens);
  forest.label.resize(tokens);
  for (std::size_t i = 0; i < tokens; ++i) {
    const int head = state.head(i);
    forest.head[i] = head == kNoToken ? static_cast<std::uint32_t>(i) : static_cast<std::uint32_t>(head);
    forest.label[i] = head == kNoToken ? root_label_ : state.label(i);
  }
  return forest;
}

}  // namespace entente::nlp
