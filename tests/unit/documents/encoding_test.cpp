// SPDX-License-Identifier: Apache-2.0
#include "documents/encoding.hpp"

#include "support/catch.hpp"

using namespace entente;
using documents::to_utf8;

namespace {

std::string in(std::string_view bytes, std::string_view declared = {}) {
  const auto decoded = to_utf8(bytes, declared);
  return decoded ? decoded->encoding + ": " + decoded->text : decoded.error().message;
}

}  // namespace

TEST_CASE("an encoding is told by its mark, its bytes, its declaration") {
  CHECK(in("plain") == "UTF-8: plain");
  CHECK(in("\xEF\xBB\xBFmark") == "UTF-8: mark");
  CHECK(in(std::string_view("\xFF\xFEh\0i\0", 6)) == "UTF-16LE: hi");
  CHECK(in(std::string_view("\xFE\xFF\0h\0i", 6)) == "UTF-16BE: hi");
  CHECK(in(std::string_view("\xFF\xFE\0\0h\0\0\0", 8)) == "UTF-32LE: h");
  CHECK(in(std::string_view("C\0h\0a\0d\0 \0w\0o\0n\0", 16)) == "UTF-16LE: Chad won");
  CHECK(in("Norway\x92s aid, \x93good\x94 \x96 but late, as many people there say in these long months") ==
        "windows-1252: Norway’s aid, “good” – but late, as many people there say in these long months");
  CHECK(in("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251") == "windows-1251: Привет");
  CHECK(in("caf\xE9", "ISO-8859-1") == "windows-1252: café");
  CHECK(in("café", "iso-8859-1") == "UTF-8: café");  // what is valid UTF-8 is UTF-8, whatever it claims
  CHECK(in("caf\xE9", "utf-8").substr(0, 13) == "windows-1252:");
  CHECK(in("caf\xE9", "no-such-encoding; rm -rf") == "windows-1252: café");
}

TEST_CASE("an encoding is found where nothing tells it") {
  // "Vstrecha proshla v Moskve" and more, in koi8-r
  const std::string koi8 =
      "\xF7\xD3\xD4\xD2\xC5\xDE\xC1 \xD0\xD2\xCF\xDB\xCC\xC1 \xD7 \xED\xCF\xD3\xCB\xD7\xC5, "
      "\xD3\xCF\xCF\xC2\xDD\xC9\xCC\xC9 "
      "\xD0\xCF\xD3\xCC\xC5 \xDC\xD4\xCF\xC7\xCF";
  CHECK(in(koi8).find("Москве") != std::string::npos);
}

TEST_CASE("binary and damaged bytes are named with their place") {
  CHECK(in(std::string_view("PK\n\0\1", 5)) == "a binary file, not a text: NUL byte at byte 3");
  CHECK(in("caf\xC3\xA9 and caf\xC3\xA9 \xE2\x80\x9Cso\xE2\x80\x9D "
           "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xFF") == "not valid UTF-8 at byte 40");
  CHECK(in("\xEF\xBB\xBF\xFF") == "not valid UTF-8 at byte 0");
  CHECK(in("\1\2\3\4\5\6\7 binary") == "a binary file, not a text");
  CHECK(in(std::string_view("\xFF\xFEh\0\0\xD8", 6)).find("UTF-16LE") != std::string::npos);
}
