// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::serve {

/// The parts of a request that decide if it is looked at. Fields that may not come twice are lists.
struct RequestHead {
  std::string method, path;
  std::vector<std::string> hosts, lengths;
  std::string origin, fetch_site, content_type, transfer_encoding, authorization;
};

struct Refusal {
  int status = 400;
  std::string message;
};

/// Who may ask what.
struct Guard {
  std::string host;            ///< that the server listens at
  std::string token;           ///< empty: there is none
  bool token_to_read = false;  ///< else only to write
  std::size_t max_body = 0;

  /// Why a request is not looked at. A wrong host name is how a page of another site reads a server on
  /// loopback (DNS rebinding); a foreign origin is how it writes to one.
  [[nodiscard]] std::optional<Refusal> refuse(const RequestHead& head) const;

  /// "Bearer TOKEN" with the right one; takes the same time for every wrong one.
  [[nodiscard]] bool has_token(std::string_view authorization) const;
};

/// 127.0.0.0/8, ::1 and localhost.
[[nodiscard]] bool is_loopback(std::string_view host);

/// 128 random bits in 32 hex digits.
[[nodiscard]] std::string new_token();

}  // namespace entente::serve
