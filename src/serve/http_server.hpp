// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <functional>
#include <optional>

#include "serve/guard.hpp"
#include "serve/options.hpp"

namespace entente::serve {

/// cpp-httplib with what it lacks: a connection serves one request, with limits; threads are bounded; every
/// request passes the guard before its body is read; ranges and compression are off.
class HttpServer : public httplib::Server {
 public:
  HttpServer(const Limits& limits, Guard guard);

  /// How an error looks that no handler has written.
  using ErrorBody = std::function<std::string(int status, const std::string& message)>;
  void set_error_body(ErrorBody body) { error_body_ = std::move(body); }

  /// Listens on a port, 0: any that is free; the port, or nothing when it cannot.
  [[nodiscard]] std::optional<int> bind(const std::string& host, int port);

  /// The connection whose request this thread answers.
  [[nodiscard]] static socket_t current_socket();

 private:
  bool process_and_close_socket(socket_t socket) override;
  HandlerResponse look_at(const httplib::Request& request, httplib::Response& response) const;
  void refuse(httplib::Response& response, const Refusal& refusal) const;

  Limits limits_;
  Guard guard_;
  ErrorBody error_body_;
};

}  // namespace entente::serve
