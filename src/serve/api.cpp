// SPDX-License-Identifier: Apache-2.0
#include "serve/api.hpp"

#include "serve/web_parts.hpp"

namespace entente::serve {

namespace {

struct Kind {
  const char* name;
  int status;
};

Kind kind_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return {"usage", 400};
    case ErrorKind::data:
      return {"data", 400};
    case ErrorKind::limit:
      return {"limit", 422};
    case ErrorKind::cancelled:
      return {"cancelled", 409};
    case ErrorKind::input_output:
      break;
  }
  return {"input_output", 500};
}

}  // namespace

std::string to_text(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string with_field(const Json& object, std::string_view name, const std::string& value) {
  std::string text = to_text(object);
  text.pop_back();
  if (!object.empty()) text += ',';
  text.append(to_text(Json(name))).append(":").append(value).append("}");
  return text;
}

Reply error_reply(int status, std::string_view kind, const std::string& message) {
  Reply reply;
  reply.status = status;
  reply.body = to_text({{"error", {{"kind", kind}, {"message", message}}}});
  return reply;
}

Reply error_reply(const Error& error, std::string_view query_text) {
  const Kind kind = kind_of(error.kind);
  Json json = {{"kind", kind.name}, {"message", error.message}};
  if (!error.hint.empty()) json["hint"] = error.hint;
  if (!error.code.empty()) json["code"] = error.code;
  if (error.place.line > 0) {
    json["line"] = error.place.line;
    json["column"] = error.place.column;
    if (!query_text.empty()) json["shown"] = query::with_caret(error, query_text);
  }
  Reply reply;
  reply.status = kind.status;
  reply.body = to_text({{"error", json}});
  return reply;
}

const std::vector<Api::Route>& Api::routes() {
  static const std::vector<Route> all = {{"GET", "/api/stats", &Api::stats},
                                         {"GET", "/api/view", &Api::view},
                                         {"GET", "/api/search", &Api::search},
                                         {"GET", "/api/node", &Api::node},
                                         {"GET", "/api/neighbours", &Api::neighbours},
                                         {"GET", "/api/fact", &Api::fact},
                                         {"GET", "/api/document", &Api::document},
                                         {"GET", "/api/saved", &Api::saved},
                                         {"GET", "/api/openapi.json", &Api::openapi},
                                         {"POST", "/api/query", &Api::query},
                                         {"POST", "/api/ask", &Api::ask},
                                         {"POST", "/api/complete", &Api::complete},
                                         {"POST", "/api/cancel", &Api::cancel},
                                         {"POST", "/api/part", &Api::part},
                                         {"POST", "/api/export", &Api::export_part},
                                         {"POST", "/api/decide", &Api::decide},
                                         {"POST", "/api/undo", &Api::undo}};
  return all;
}

Reply Api::openapi(const Call&) {
  Reply reply;
  reply.body = std::string(kOpenApi);
  return reply;
}

}  // namespace entente::serve
