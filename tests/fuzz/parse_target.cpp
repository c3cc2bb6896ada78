// SPDX-License-Identifier: Apache-2.0
// Any text is a query or an error with a place; a query that prints back is the same query.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "query/query.hpp"

using namespace entente;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto made = query::Query::parse(text);
  if (!made) {
    if (!query::with_caret(made.error(), text).empty()) return 0;
    std::fputs("an error without a message\n", stderr);
    std::abort();
  }
  const auto printed = made->to_text();
  const auto again = query::Query::parse(printed);
  if (again && again->to_text() == printed) return 0;
  std::fprintf(stderr, "printed, it is another query:\n%s\n", printed.c_str());
  std::abort();
}
