// SPDX-License-Identifier: Apache-2.0
#include "serve/server.hpp"

#include <thread>

#include "exporters/page_parts.hpp"
#include "serve/api.hpp"
#include "serve/http_server.hpp"
#include "serve/web_parts.hpp"

namespace entente::serve {

namespace {

constexpr std::chrono::milliseconds kWatchEvery{50}, kLookEvery{300};

Guard guard_for(const Options& options) {
  Guard guard;
  guard.host = options.host;
  guard.token = options.token.empty() && options.write ? new_token() : options.token;
  guard.token_to_read = !options.token.empty();
  guard.max_body = options.limits.max_body;
  return guard;
}

/// The scripts of the page that a graph is exported as, and what a live one has more.
std::string all_scripts() {
  std::string script = "\"use strict\";\n";
  for (const std::string_view part :
       {exporters::kPageGraph, exporters::kPageView, exporters::kPagePanel, kApiScript, kQueryScript,
        kDecideScript, exporters::kPageMain, kLiveScript})
    script.append(part);
  return script;
}

Call call_of(const httplib::Request& request) {
  Call call;
  for (const auto& [name, value] : request.params) call.parameters.emplace(name, value);
  call.body = request.body;
  call.authorization = request.get_header_value("Authorization");
  call.socket = HttpServer::current_socket();
  return call;
}

void send(Reply reply, httplib::Response& response) {
  response.status = reply.status;
  if (!reply.file_name.empty())
    response.set_header("Content-Disposition", "attachment; filename=\"" + reply.file_name + "\"");
  response.body = std::move(reply.body);  // set_content() copies
  response.set_header("Content-Type", reply.type);
}

}  // namespace

struct Server::Impl {
  explicit Impl(Options given)
      : options(std::move(given)),
        guard(guard_for(options)),
        http(options.limits, guard),
        runs(options.limits.queries, options.limits.connections - options.limits.connections / 8) {}

  void add_routes() {
    for (const Api::Route& route : Api::routes()) {
      const auto handler = [this, &route](const httplib::Request& request, httplib::Response& response) {
        send((*api.*route.answer)(call_of(request)), response);
      };
      if (std::string_view(route.method) == "GET")
        http.Get(route.path, handler);
      else
        http.Post(route.path, handler);
    }
    add_file("/", std::string(kIndex), "text/html; charset=utf-8");
    add_file("/explorer.css", std::string(exporters::kPageStyle).append(kLiveStyle),
             "text/css; charset=utf-8");
    add_file("/explorer.js", all_scripts(), "text/javascript; charset=utf-8");
  }

  void add_file(const char* path, std::string content, const char* type) {
    http.Get(path,
             [content = std::move(content), type](const httplib::Request&, httplib::Response& response) {
               response.set_content(content, type);
             });
  }

  Options options;
  Guard guard;
  HttpServer http;
  Runs runs;
  std::unique_ptr<GraphHolder> graphs;
  std::unique_ptr<Api> api;
  std::string address;
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::open(Options options) {
  if (!is_loopback(options.host) && options.token.empty())
    return fail(ErrorKind::usage,
                "listening at " + options.host + " lets other machines in: that needs a token", {},
                "--token TOKEN, or ENTENTE_TOKEN in the environment");
  auto impl = std::make_unique<Impl>(std::move(options));
  const Options& given = impl->options;
  auto graphs = GraphHolder::open(given.graph, given.resources);
  if (!graphs) return fail(std::move(graphs.error()));
  impl->graphs = std::move(*graphs);
  impl->api = std::make_unique<Api>(*impl->graphs, impl->runs, given, impl->guard);
  impl->http.set_error_body([](int status, const std::string& message) {
    return error_reply(status, status == 401 ? "token" : "refused", message).body;
  });
  impl->add_routes();
  const auto port = impl->http.bind(given.host, given.port);
  if (!port)
    return fail(
        ErrorKind::input_output,
        "cannot listen at " + given.host + " port " + std::to_string(given.port) + ": it may be taken", {},
        "--port 0 takes one that is free");
  const bool six = given.host.find(':') != std::string::npos;
  impl->address = "http://" + (six ? "[" + given.host + "]" : given.host) + ":" + std::to_string(*port) + "/";
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

const std::string& Server::address() const {
  return impl_->address;
}
const std::string& Server::token() const {
  return impl_->guard.token;
}

void Server::run(const std::atomic<bool>& stop) {
  std::atomic<bool> ended{false};
  std::thread listener([&] {
    impl_->http.listen_after_bind();
    ended = true;
  });
  std::thread looker([&] {
    std::string ready;  // the tag of the state whose first answers were made in advance
    while (!ended && !stop) {
      if (const auto live = impl_->graphs->now(); live->tag() != ready) {
        static_cast<void>(live->search());
        static_cast<void>(live->overview(false));
        ready = live->tag();
      }
      std::this_thread::sleep_for(kLookEvery);
      impl_->graphs->look();
    }
  });
  // The thread that signals come to sleeps and looks: one that waits for connections may never hear of them.
  while (!ended && !stop) {
    std::this_thread::sleep_for(kWatchEvery);
    impl_->runs.watch();
  }
  impl_->runs.cancel_all();
  while (!ended) {  // it may not have begun to listen yet
    impl_->http.stop();
    std::this_thread::sleep_for(kWatchEvery);
  }
  listener.join();
  looker.join();
}

}  // namespace entente::serve
