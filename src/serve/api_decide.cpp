// SPDX-License-Identifier: Apache-2.0
#include "app/decide.hpp"
#include "app/decision_json.hpp"
#include "base/utf8.hpp"
#include "serve/api.hpp"

// What people decide on facts: the only requests that write.

namespace entente::serve {

namespace {

constexpr std::chrono::seconds kTurnTime{20};
constexpr std::size_t kMostText = 10'000, kMostName = 200;  // characters
constexpr int kTries = 3;                                   // to open a file that others write to, too

/// Words that may stand in the log: not too many, and no control characters but the ends of a note's lines.
Status check_words(const char* name, const std::string& words, std::size_t most, bool may_have_lines) {
  if (utf8::length(words) > most)
    return fail(ErrorKind::usage,
                "'" + std::string(name) + "' has more than " + std::to_string(most) + " characters");
  for (const char c : words) {
    const bool is_space = may_have_lines && (c == '\n' || c == '\r' || c == '\t');
    if ((static_cast<unsigned char>(c) < 0x20 && !is_space) || c == 0x7f)
      return fail(ErrorKind::usage, "'" + std::string(name) + "' has a control character");
  }
  return {};
}

Status check_names(const Decision& decision) {
  if (auto by = check_words("by", decision.by, kMostName, false); !by) return by;
  return check_words("date", decision.date, kMostName, false);
}

Status check_note(const Decision& decision) {
  if (decision.kind != DecisionKind::note)
    return decision.value.empty() ? Status() : fail(ErrorKind::usage, "'text' belongs to a note only");
  if (decision.value.find_first_not_of(" \t\r\n") == std::string::npos)
    return fail(ErrorKind::usage, "the note is empty");
  return check_words("text", decision.value, kMostText, true);
}

}  // namespace

std::optional<Reply> Api::refuse_write(const Call& call) const {
  if (!options_.write)
    return error_reply(403, "refused", "the server is read-only: start it with --write to decide");
  if (!guard_.has_token(call.authorization))
    return error_reply(401, "token",
                       "writing needs the token that the server told when it was started "
                       "(Authorization: Bearer ...)");
  return std::nullopt;
}

Reply Api::apply(const Call& call, const char* field, const Writing& writing) {
  const auto turn = deciding_.take({}, call.socket, kTurnTime);
  if (!turn) return error_reply(503, "busy", "the decisions before this one take too long");
  graphs_.look_now();  // others may have written
  const auto before = graphs_.now();
  const auto written = writing(*before);
  if (!written) {
    Reply reply = error_reply(written.error());
    if (written.error().kind == ErrorKind::data) reply.status = 404;
    return reply;
  }
  for (int i = 0; i < kTries; ++i) {
    graphs_.look_now();
    if (graphs_.trouble().empty()) break;
  }
  if (const std::string trouble = graphs_.trouble(); !trouble.empty())
    return error_reply(500, "input_output",
                       "the log has it, but the graph as it is now cannot be opened: " + trouble);
  const Json head = {{"graph", graphs_.now()->tag()}, {"before", before->tag()}};
  return {200, "application/json", with_field(head, field, app::decision_as_json(*written)), {}};
}

Reply Api::decide(const Call& call) {
  if (auto refused = refuse_write(call)) return std::move(*refused);
  JsonFields fields(call.body);
  Decision decision;
  const bool has_kind = !fields.text("kind", true).empty();  // one_of() takes the first where there is none
  decision.kind = *decision_kind_from_text(fields.one_of("kind", {"confirm", "deny", "note"}));
  decision.subject = fields.text("fact", true);
  decision.value = fields.text("text", decision.kind == DecisionKind::note);
  decision.by = fields.text("by", false);
  decision.date = fields.text("date", false);
  if (const Status good = fields.done(); !good) return error_reply(good.error());
  if (!has_kind) return error_reply(400, "usage", "'kind' is empty");
  if (const Status good = check_note(decision); !good) return error_reply(good.error());
  if (const Status good = check_names(decision); !good) return error_reply(good.error());
  return apply(call, "decision", [&](const LiveGraph& live) {
    auto checked = app::check_decision(decision, live.base(), live.vocabulary());
    return checked ? app::record_decision(options_.graph, *checked) : checked;
  });
}

Reply Api::undo(const Call& call) {
  if (auto refused = refuse_write(call)) return std::move(*refused);
  JsonFields fields(call.body);
  Decision given;
  given.subject = fields.text("decision", true);
  given.by = fields.text("by", false);
  given.date = fields.text("date", false);
  if (const Status good = fields.done(); !good) return error_reply(good.error());
  if (given.subject.empty()) return error_reply(400, "usage", "'decision' is empty");
  if (const Status good = check_names(given); !good) return error_reply(good.error());
  return apply(call, "withdrawn", [&](const LiveGraph&) {
    return app::withdraw(options_.graph, given.subject, given.by, given.date);
  });
}

}  // namespace entente::serve
