// SPDX-License-Identifier: Apache-2.0
#include "query/regex.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>

// The only file that includes PCRE2.

namespace entente::query {

namespace {

constexpr std::uint32_t kMatchLimit = 1'000'000, kDepthLimit = 10'000;

PCRE2_SPTR bytes(const std::string& text) {
  return reinterpret_cast<PCRE2_SPTR>(text.data());
}

std::string message_of(int code) {
  std::array<PCRE2_UCHAR, 200> buffer{};
  pcre2_get_error_message(code, buffer.data(), buffer.size());
  return reinterpret_cast<const char*>(buffer.data());
}

pcre2_code* compiled(const std::string& pattern, const Expr& place, Context& context) {
  auto& cached = context.regexes[pattern];
  if (!cached) {
    int code = 0;
    PCRE2_SIZE offset = 0;
    auto* made =
        pcre2_compile(bytes(pattern), pattern.size(),
                      PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED | PCRE2_ENDANCHORED, &code, &offset, nullptr);
    if (!made) {
      context.wrong(place.range, "InvalidRegex", "this is not a regular expression: " + message_of(code));
      return nullptr;
    }
    cached = std::shared_ptr<void>(made, [](void* p) { pcre2_code_free(static_cast<pcre2_code*>(p)); });
  }
  return static_cast<pcre2_code*>(cached.get());
}

}  // namespace

Value matches_regex(const std::string& text, const std::string& pattern, const Expr& place,
                    Context& context) {
  auto* code = compiled(pattern, place, context);
  if (!code) return {};
  using Data = std::unique_ptr<pcre2_match_data, void (*)(pcre2_match_data*)>;
  using Limits = std::unique_ptr<pcre2_match_context, void (*)(pcre2_match_context*)>;
  const Data data(pcre2_match_data_create_from_pattern(code, nullptr), pcre2_match_data_free);
  const Limits limits(pcre2_match_context_create(nullptr), pcre2_match_context_free);
  pcre2_set_match_limit(limits.get(), kMatchLimit);
  pcre2_set_depth_limit(limits.get(), kDepthLimit);
  const int result = pcre2_match(code, bytes(text), text.size(), 0, 0, data.get(), limits.get());
  if (result >= 0 || result == PCRE2_ERROR_NOMATCH) return result >= 0;
  return context.wrong(place.range, "InvalidRegex",
                       "the regular expression takes too long: " + message_of(result));
}

}  // namespace entente::query
