// SPDX-License-Identifier: Apache-2.0
#include "serve/guard.hpp"

#include <algorithm>
#include <charconv>
#include <random>

#include "base/sha256.hpp"
#include "base/utf8.hpp"

namespace entente::serve {

namespace {

constexpr std::string_view kDigits = "0123456789";

/// The name of "name:port" and "[::1]:port"; empty where it is neither.
std::string_view name_in(std::string_view host) {
  std::string_view name = host, rest;
  if (host.starts_with('[')) {
    const std::size_t end = host.find(']');
    if (end == std::string_view::npos) return {};
    name = host.substr(1, end - 1);
    rest = host.substr(end + 1);
  } else if (const std::size_t colon = host.find(':'); colon != std::string_view::npos) {
    name = host.substr(0, colon);
    rest = host.substr(colon);
  }
  const bool port = rest.size() > 1 && rest.size() <= 6 && rest.front() == ':' &&
                    rest.find_first_not_of(kDigits, 1) == std::string_view::npos;
  return rest.empty() || port ? name : std::string_view{};
}

/// An address in digits: no name server can say what it stands for.
bool is_address(std::string_view name) {
  if (name.find(':') != std::string_view::npos)
    return name.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
  return std::count(name.begin(), name.end(), '.') == 3 &&
         name.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool is_known_host(std::string_view host, const std::string& own) {
  const std::string name = utf8::lower(name_in(host));
  if (name.empty()) return false;
  if (is_loopback(name) || name == utf8::lower(own)) return true;
  return !is_loopback(own) && is_address(name);
}

bool is_json(std::string_view type) {
  const std::string_view kind = type.substr(0, type.find(';'));
  return utf8::lower(kind.substr(0, kind.find_last_not_of(" \t") + 1)) == "application/json";
}

std::optional<Refusal> refuse_body(const RequestHead& head, std::size_t max_body) {
  if (!head.transfer_encoding.empty())
    return Refusal{411, "a body needs a Content-Length; transfer encodings are not taken"};
  if (head.lengths.size() > 1) return Refusal{400, "Content-Length stands there twice"};
  std::size_t length = 0;
  if (!head.lengths.empty()) {
    const std::string& text = head.lengths.front();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (text.empty() || (error != std::errc() && error != std::errc::result_out_of_range) ||
        end != text.data() + text.size())
      return Refusal{400, "Content-Length is not a number"};
    if (error != std::errc() || length > max_body)
      return Refusal{413, "the body has more than " + std::to_string(max_body) + " bytes"};
  }
  if (head.method != "POST") {
    if (length > 0) return Refusal{400, "a body belongs to POST only"};
    return std::nullopt;
  }
  if (head.lengths.empty()) return Refusal{411, "a body needs a Content-Length"};
  if (!is_json(head.content_type)) return Refusal{415, "the body must be application/json"};
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> Guard::refuse(const RequestHead& head) const {
  if (head.hosts.size() != 1) return Refusal{400, "a request has one Host"};
  if (!is_known_host(head.hosts.front(), host))
    return Refusal{421, "this server is not called so; ask for it by the address that it listens at"};
  if (head.method != "GET" && head.method != "HEAD" && head.method != "POST")
    return Refusal{405, "only GET, HEAD and POST are taken"};
  const bool own = head.origin.empty() || head.origin == "http://" + head.hosts.front();
  if (!own || head.fetch_site == "cross-site" || head.fetch_site == "same-site") {
    const bool visit = head.method != "POST" && head.origin.empty() && !head.path.starts_with("/api/");
    if (!visit) return Refusal{403, "a page of another site may not ask this server"};
  }
  if (auto refused = refuse_body(head, max_body)) return refused;
  if (token_to_read && head.path.starts_with("/api/") && !has_token(head.authorization))
    return Refusal{401, "the token that the server was started with is needed (Authorization: Bearer ...)"};
  return std::nullopt;
}

bool Guard::has_token(std::string_view authorization) const {
  constexpr std::string_view kScheme = "Bearer ";
  if (token.empty() || !authorization.starts_with(kScheme)) return false;
  // Hashes have one length, and all of them is looked at.
  const std::string given = sha256_hex(authorization.substr(kScheme.size())), right = sha256_hex(token);
  unsigned difference = 0;
  for (std::size_t i = 0; i < right.size(); ++i)
    difference |= static_cast<unsigned>(given[i]) ^ static_cast<unsigned>(right[i]);
  return difference == 0;
}

bool is_loopback(std::string_view host) {
  return utf8::lower(host) == "localhost" || host == "::1" || (host.starts_with("127.") && is_address(host));
}

std::string new_token() {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::random_device random;  // the system's own source on Linux
  std::string token;
  for (int word = 0; word < 4; ++word) {
    const auto bits = random();
    for (unsigned shift = 0; shift < 32; shift += 4) token += kHex[(bits >> shift) & 15U];
  }
  return token;
}

}  // namespace entente::serve
