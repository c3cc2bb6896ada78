// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ask/ask.hpp"
#include "model/decision.hpp"
#include "query/query.hpp"
#include "serve/graph_holder.hpp"
#include "serve/guard.hpp"
#include "serve/json_fields.hpp"
#include "serve/options.hpp"
#include "serve/runs.hpp"

namespace entente::serve {

/// A request that passed the guard.
struct Call {
  std::map<std::string, std::string> parameters;  ///< of the address; of several with one name the first
  std::string body;
  std::string authorization;
  int socket = -1;
};

struct Reply {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  std::string file_name;  ///< to be saved under; empty: to be shown
};

/// {"error": {...}} with the place of an error in a query's text.
[[nodiscard]] Reply error_reply(int status, std::string_view kind, const std::string& message);
[[nodiscard]] Reply error_reply(const Error& error, std::string_view query_text = {});

/// What the server answers, without HTTP. Every answer about the graph has its tag. For many threads.
class Api {
 public:
  Api(GraphHolder& graphs, Runs& runs, const Options& options, const Guard& guard)
      : graphs_(graphs), runs_(runs), options_(options), guard_(guard) {}

  struct Route {
    const char* method;
    const char* path;
    Reply (Api::*answer)(const Call& call);
  };
  [[nodiscard]] static const std::vector<Route>& routes();

  Reply stats(const Call& call);
  Reply view(const Call& call);
  Reply search(const Call& call);
  Reply node(const Call& call);
  Reply neighbours(const Call& call);
  Reply fact(const Call& call);
  Reply document(const Call& call);
  Reply part(const Call& call);
  Reply decide(const Call& call);
  Reply undo(const Call& call);
  Reply query(const Call& call);
  Reply ask(const Call& call);
  Reply complete(const Call& call);
  Reply cancel(const Call& call);
  Reply saved(const Call& call);
  Reply export_part(const Call& call);
  Reply openapi(const Call& call);

 private:
  struct Asked;  // what query and ask have in common
  using Writing = std::function<Result<Decision>(const LiveGraph& graph)>;
  [[nodiscard]] Reply answer(const query::Table& table, Json head, const Asked& asked,
                             LiveGraph& graph) const;
  /// Nothing when the call may write.
  [[nodiscard]] std::optional<Reply> refuse_write(const Call& call) const;
  /// One write at a time: when it is done the graph is as it made it. The answer has the decision as a field.
  [[nodiscard]] Reply apply(const Call& call, const char* field, const Writing& writing);

  GraphHolder& graphs_;
  Runs& runs_;
  const Options& options_;
  const Guard& guard_;
  Runs deciding_{1, 8};
};

/// JSON as it is sent: bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string to_text(const Json& json);

/// An object with one more field, whose value is JSON text already.
[[nodiscard]] std::string with_field(const Json& object, std::string_view name, const std::string& value);

}  // namespace entente::serve
