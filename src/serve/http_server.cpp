// SPDX-License-Identifier: Apache-2.0
#include "serve/http_server.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <chrono>

#include "serve/socket_stream.hpp"
#include "serve/worker_queue.hpp"

namespace entente::serve {

namespace {

constexpr std::size_t kMostHead = std::size_t{1} << 16;
constexpr std::chrono::seconds kReadTime{10};
constexpr int kBacklog = 128;

thread_local socket_t answering = -1;

/// Everything comes from this server, nothing stands in the page itself, and no other page may hold it.
const httplib::Headers kHeaders = {{"Content-Security-Policy",
                                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' "
                                    "data: blob:; connect-src 'self'; "
                                    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
                                   {"X-Content-Type-Options", "nosniff"},
                                   {"X-Frame-Options", "DENY"},
                                   {"Referrer-Policy", "no-referrer"},
                                   {"Cross-Origin-Resource-Policy", "same-origin"},
                                   {"Cross-Origin-Opener-Policy", "same-origin"},
                                   {"Cache-Control", "no-store"}};

constexpr std::string_view kBusy =
    "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nContent-Length: 71\r\n"
    "Connection: close\r\nRetry-After: 1\r\n\r\n"
    "{\"error\":{\"kind\":\"busy\",\"message\":\"too many connections, try again\"}}\n\n";

std::vector<std::string> all_of(const httplib::Request& request, const char* name) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < request.get_header_value_count(name); ++i)
    values.push_back(request.get_header_value(name, i));
  return values;
}

RequestHead head_of(const httplib::Request& request) {
  RequestHead head;
  head.method = request.method;
  head.path = request.path;
  head.hosts = all_of(request, "Host");
  head.lengths = all_of(request, "Content-Length");
  head.origin = request.get_header_value("Origin");
  head.fetch_site = request.get_header_value("Sec-Fetch-Site");
  head.content_type = request.get_header_value("Content-Type");
  head.transfer_encoding = request.get_header_value("Transfer-Encoding");
  head.authorization = request.get_header_value("Authorization");
  return head;
}

}  // namespace

HttpServer::HttpServer(const Limits& limits, Guard guard) : limits_(limits), guard_(std::move(guard)) {
  new_task_queue = [connections = limits.connections] { return new WorkerQueue(connections, connections); };
  set_default_headers(kHeaders);
  set_payload_max_length(limits.max_body);
  set_tcp_nodelay(true);
  set_socket_options([](socket_t socket) {  // no other server may take the same port
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    return look_at(request, response);
  });
  set_error_handler([this](const httplib::Request&, httplib::Response& response) {
    if (!response.body.empty()) return;
    const char* message = response.status == 404   ? "there is nothing at this address"
                          : response.status == 413 ? "the body is too large"
                          : response.status == 414 ? "the address is too long"
                          : response.status == 500 ? "the server failed at this request"
                                                   : "the request cannot be read";
    refuse(response, {response.status, message});
  });
}

std::optional<int> HttpServer::bind(const std::string& host, int port) {
  if (port == 0) {
    port = bind_to_any_port(host);
    if (port < 0) return std::nullopt;
  } else if (!bind_to_port(host, port)) {
    return std::nullopt;
  }
  ::listen(svr_sock_, kBacklog);  // the library lets only a few wait
  return port;
}

socket_t HttpServer::current_socket() {
  return answering;
}

void HttpServer::refuse(httplib::Response& response, const Refusal& refusal) const {
  response.status = refusal.status;
  if (refusal.status == 401) response.set_header("WWW-Authenticate", "Bearer");
  if (refusal.status == 405) response.set_header("Allow", "GET, HEAD, POST");
  response.set_content(error_body_ ? error_body_(refusal.status, refusal.message) : refusal.message,
                       "application/json");
}

httplib::Server::HandlerResponse HttpServer::look_at(const httplib::Request& request,
                                                     httplib::Response& response) const {
  const auto refusal = guard_.refuse(head_of(request));
  if (!refusal) return HandlerResponse::Unhandled;
  refuse(response, *refusal);
  return HandlerResponse::Handled;
}

bool HttpServer::process_and_close_socket(socket_t socket) {
  if (WorkerQueue::is_refused()) {
    static_cast<void>(::send(socket, kBusy.data(), kBusy.size(), MSG_NOSIGNAL | MSG_DONTWAIT));
    ::shutdown(socket, SHUT_WR);
    ::close(socket);
    return false;
  }
  answering = socket;
  SocketStream stream(socket, kMostHead + limits_.max_body, kReadTime);
  bool closed = false;
  const bool done = process_request(stream, true, closed, [](httplib::Request& request) {
    request.ranges.clear();
    request.headers.erase("Accept-Encoding");
  });
  answering = -1;
  stream.finish();
  ::close(socket);
  return done;
}

}  // namespace entente::serve
