// SPDX-License-Identifier: Apache-2.0
#include "documents/mime.hpp"

#include "base/utf8.hpp"
#include "support/catch.hpp"

using entente::documents::read_part;

namespace {

/// The name of a part with this header of its disposition.
std::string name_by(const std::string& parameter) {
  return read_part("Content-Disposition: attachment; " + parameter + "\n\nbody").name;
}

bool is_text(const std::string& text) {
  return !entente::utf8::first_invalid_byte(text);
}

}  // namespace

TEST_CASE("a part's file name as RFC 2231 writes it") {
  CHECK(name_by("filename=\"notes.txt\"") == "notes.txt");
  CHECK(name_by("filename*=UTF-8''caf%C3%A9.txt") == "caf\xC3\xA9.txt");
}

TEST_CASE("a part's file name is valid text, whatever the header says") {
  std::string accents;
  for (int i = 0; i < 150; ++i) accents += "%C3%A9";
  CHECK(is_text(name_by("filename*=UTF-8''x" + accents + ".txt")));  // 200 bytes end within a character
  CHECK(is_text(name_by("filename*=UT\xBA\xD2'no-second-quote.txt")));
  CHECK(is_text(name_by("filename*=UTF-3''\xFF\xFE.txt")));
}
