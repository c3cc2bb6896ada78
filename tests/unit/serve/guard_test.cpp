// SPDX-License-Identifier: Apache-2.0
#include "serve/guard.hpp"

#include <set>

#include "support/catch.hpp"

using namespace entente::serve;

namespace {

RequestHead get(const char* host) {
  RequestHead head;
  head.method = "GET";
  head.path = "/api/view";
  head.hosts = {host};
  return head;
}

RequestHead post() {
  RequestHead head = get("localhost:7878");
  head.method = "POST";
  head.path = "/api/query";
  head.content_type = "application/json";
  head.lengths = {"10"};
  return head;
}

Guard guard(const char* host = "127.0.0.1") {
  Guard made;
  made.host = host;
  made.max_body = 100;
  return made;
}

int status(const Guard& guard, const RequestHead& head) {
  const auto refusal = guard.refuse(head);
  return refusal ? refusal->status : 200;
}

}  // namespace

TEST_CASE("a server on loopback answers to the names of loopback alone") {
  for (const char* host : {"localhost", "LocalHost:7878", "127.0.0.1", "127.1.2.3:1", "[::1]", "[::1]:7878"})
    CHECK(status(guard(), get(host)) == 200);
  for (const char* host : {"evil.example", "127.0.0.1.evil.example", "10.0.0.1", "", ":80", "[::1",
                           "localhost:", "localhost:1234567", "localhost:80a", "::1"})
    CHECK(status(guard(), get(host)) == 421);
}

TEST_CASE("a server beyond loopback answers to addresses and the name it was given, not to others") {
  for (const char* host : {"192.168.1.5:7878", "[fe80::1]:7878", "world.example", "localhost"})
    CHECK(status(guard("world.example"), get(host)) == 200);
  for (const char* host : {"evil.example", "1.2.3", "1.2.3.4.example"})
    CHECK(status(guard("0.0.0.0"), get(host)) == 421);
}

TEST_CASE("requests of other sites are refused") {
  RequestHead head = post();
  CHECK(status(guard(), head) == 200);
  head.origin = "http://localhost:7878";
  CHECK(status(guard(), head) == 200);
  for (const char* origin : {"http://evil.example", "null", "https://localhost:7878", "http://localhost"}) {
    head.origin = origin;
    CHECK(status(guard(), head) == 403);
  }
  head.origin.clear();
  head.fetch_site = "cross-site";
  CHECK(status(guard(), head) == 403);
  RequestHead visit = get("localhost");
  visit.fetch_site = "cross-site";
  CHECK(status(guard(), visit) == 403);
  visit.path = "/";
  CHECK(status(guard(), visit) == 200);
}

TEST_CASE("bodies have a length, a limit and a type") {
  const auto with = [](std::vector<std::string> lengths) {
    RequestHead head = post();
    head.lengths = std::move(lengths);
    return status(guard(), head);
  };
  CHECK(with({"100"}) == 200);
  CHECK(with({"101"}) == 413);
  CHECK(with({"99999999999999999999999999"}) == 413);
  CHECK(with({}) == 411);
  CHECK(with({"1", "1"}) == 400);
  for (const char* length : {"", "-1", "+1", "1 ", "0x10", "ten"}) CHECK(with({length}) == 400);
  RequestHead head = post();
  head.content_type = "Application/JSON ; charset=utf-8";
  CHECK(status(guard(), head) == 200);
  head.content_type = "text/plain";
  CHECK(status(guard(), head) == 415);
  head = post();
  head.transfer_encoding = "chunked";
  CHECK(status(guard(), head) == 411);
  head = get("localhost");
  head.lengths = {"5"};
  CHECK(status(guard(), head) == 400);
  head.lengths = {"0"};
  CHECK(status(guard(), head) == 200);
}

TEST_CASE("a token is compared whole") {
  Guard with = guard();
  with.token = "secret";
  CHECK(with.has_token("Bearer secret"));
  for (const char* wrong : {"", "secret", "Bearer ", "Bearer secre", "Bearer secret ", "bearer secret"})
    CHECK_FALSE(with.has_token(wrong));
  CHECK(status(with, get("localhost")) == 200);  // it is for writing
  with.token_to_read = true;
  CHECK(status(with, get("localhost")) == 401);
  RequestHead head = get("localhost");
  head.authorization = "Bearer secret";
  CHECK(status(with, head) == 200);
  with.token.clear();
  CHECK_FALSE(with.has_token("Bearer "));
}

TEST_CASE("tokens are new each time") {
  std::set<std::string> tokens;
  for (int i = 0; i < 100; ++i) tokens.insert(new_token());
  CHECK(tokens.size() == 100);
  CHECK(tokens.begin()->size() == 32);
}
