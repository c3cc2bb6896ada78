// SPDX-License-Identifier: Apache-2.0
#include "exporters/xml.hpp"

#include <limits>

#include "exporters/decimal.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente::exporters;

TEST_CASE("markup is escaped, other text stays") {
  CHECK(xml_escaped("plain é 🌍") == "plain é 🌍");
  CHECK(xml_escaped("a<b>&\"c\"") == "a&lt;b&gt;&amp;&quot;c&quot;");
  CHECK(xml_escaped("]]>") == "]]&gt;");
}

TEST_CASE("line breaks and tabs survive any reader") {
  CHECK(xml_escaped("a\tb\nc\rd") == "a&#9;b&#10;c&#13;d");
}

TEST_CASE("characters that XML forbids are replaced") {
  CHECK(xml_escaped(std::string("\0|\x01|\x0b|\x1f|\xef\xbf\xbe|\xef\xbf\xbf", 15)) ==
        "\ufffd|\ufffd|\ufffd|\ufffd|\ufffd|\ufffd");
  CHECK(xml_escaped("\x7f") == "\x7f");
}

TEST_CASE("numbers are written the same everywhere") {
  CHECK(decimal(0.94, 4) == "0.94");
  CHECK(decimal(1, 4) == "1.0");
  CHECK(decimal(0.12345, 4) == "0.1235");
  CHECK(decimal(-0.00001, 2) == "0.0");
  CHECK(decimal(-12.5, 1) == "-12.5");
  CHECK(decimal(100, 1) == "100.0");
  CHECK(decimal(1e300, 1).size() == 303);
  CHECK(decimal(std::numeric_limits<double>::quiet_NaN(), 2) == "0.0");
  CHECK(decimal(std::numeric_limits<double>::infinity(), 2) == "0.0");
}

}  // namespace
