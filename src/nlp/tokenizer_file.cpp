// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/utf8.hpp"
#include "nlp/msgpack.hpp"
#include "nlp/string_id.hpp"
#include "nlp/tokenizer.hpp"

namespace entente::nlp {

namespace {

constexpr std::uint64_t kOrth = 65;
constexpr std::uint64_t kNorm = 67;

/// The regexes that nlp/affixes.hpp replaces, by their hash: en_core_web_{sm,md} 3.7 and 3.8.
struct KnownRule {
  std::string_view name;
  std::uint64_t hash;
};
constexpr KnownRule kKnownRules[] = {
    {"prefix_search", 0xbdce10f7f805aa1bULL},
    {"suffix_search", 0xe21bdfee103a48c5ULL},
    {"infix_finditer", 0x57c53722ff65cd10ULL},
    {"url_match", 0xd1bbede8cb6f2f33ULL},
};

Status check_rules(const Msgpack& data) {
  for (const auto& [name, hash] : kKnownRules) {
    const auto rule = data.root().find(name);
    const auto text = rule ? rule->text() : std::nullopt;
    if (!text) return data.error(data.root(), std::string("no string ").append(name));
    if (murmur64(*text) != hash)
      return data.error(
          *rule, std::string(name).append(" is not the rule of spaCy's English pipelines 3.7 and 3.8"));
  }
  const auto match = data.root().find("token_match");
  if (match && match->kind() != Msgpack::Kind::nil)
    return data.error(*match, "\"token_match\" is not supported");
  return {};
}

struct Piece {
  std::string_view orth;
  std::uint64_t norm = 0;
};

Result<Piece> read_piece(const Msgpack& data, const Msgpack::Value& value) {
  Piece piece;
  const auto fields = value.children();
  if (value.kind() != Msgpack::Kind::map) return data.error(value, "a token of an exception must be a map");
  for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
    const auto key = fields[i].unsigned_integer();
    const auto text = fields[i + 1].text();
    if (!text || (key != kOrth && key != kNorm)) return data.error(fields[i], "not an ORTH or NORM");
    if (key == kOrth)
      piece.orth = *text;
    else
      piece.norm = string_id(*text);
  }
  if (piece.orth.empty() || utf8::first_invalid_byte(piece.orth))
    return data.error(value, "a token has no ORTH");
  return piece;
}

}  // namespace

Result<Tokenizer> Tokenizer::load(const std::string& directory) {
  const auto file = Msgpack::read(directory + "/tokenizer");
  if (!file) return fail(file.error());
  const Msgpack& data = **file;
  if (auto checked = check_rules(data); !checked) return fail(checked.error());
  const auto table = data.root().find("exceptions");
  if (!table || table->kind() != Msgpack::Kind::map) return data.error(data.root(), "no map \"exceptions\"");

  Tokenizer tokenizer;
  const auto entries = table->children();
  for (std::size_t i = 0; i + 1 < entries.size(); i += 2) {
    const auto chunk = entries[i].text();
    if (!chunk || chunk->empty()) return data.error(entries[i], "an exception must have a text");
    Exception exception;
    std::string joined;
    for (const auto& value : entries[i + 1].children()) {
      const auto piece = read_piece(data, value);
      if (!piece) return fail(piece.error());
      exception.push_back({static_cast<std::uint32_t>(piece->orth.size()), piece->norm});
      joined += piece->orth;
    }
    if (joined != *chunk) return data.error(entries[i], "the tokens of an exception do not make up its text");
    tokenizer.longest_exception_ = std::max(tokenizer.longest_exception_, chunk->size());
    tokenizer.exceptions_[joined] = std::move(exception);
  }
  tokenizer.add_phrases();
  return tokenizer;
}

}  // namespace entente::nlp
