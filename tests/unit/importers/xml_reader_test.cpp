// SPDX-License-Identifier: Apache-2.0
#include "importers/xml_reader.hpp"

#include "support/catch.hpp"

using namespace entente;
using importers::XmlReader;

namespace {

/// <a>text</a> as "(a text )a ", or the error.
std::string read(const std::string& xml) {
  XmlReader reader(xml, "x");
  std::string text;
  while (true) {
    const auto event = reader.next();
    if (!event) return to_text(event.error());
    if (*event == XmlReader::Event::done) return text;
    if (*event == XmlReader::Event::begin) text += "(" + reader.name() + reader.attribute("k") + " ";
    if (*event == XmlReader::Event::end) text += ")" + reader.name() + " ";
    if (*event == XmlReader::Event::text) text += "[" + reader.text() + "]";
  }
}

}  // namespace

TEST_CASE("elements, attributes, references, CDATA, comments") {
  CHECK(read("<?xml version=\"1.0\"?>\n<a k='1'><!-- <b> --><ns:b k=\"&lt;&#233;&#x41;\"/>x &amp; y</a>\n") ==
        "(a1 (b<éA )b [x & y])a ");
  CHECK(read("<a><![CDATA[<&>]]></a >") == "(a [<&>])a ");
}

TEST_CASE("what is not well formed has its place") {
  CHECK(read("") == "x:1:1: this is no XML: it has no element");
  CHECK(read("hello") == "x:1:1: this is no XML: there is text outside of the elements");
  CHECK(read("<a>\n é</b>") == "x:2:3: this end tag does not fit: 'a' is open");
  CHECK(read("<a>") == "x:1:4: the element 'a' does not end");
  CHECK(read("<a k=1>") == "x:1:6: the value of an attribute needs quotes");
  CHECK(read("<a k='1' k='2'>") == "x:1:10: the attribute 'k' stands twice");
  CHECK(read("<a>&nope;</a>") == "x:1:4: this reference is not known");
  CHECK(read("<a>&#xD800;</a>") == "x:1:4: this reference is not known");
  CHECK(read("<!DOCTYPE a><a/>") == "x:1:1: document type declarations are not read");
  CHECK(read("<a/><b/>") == "x:1:5: this is no XML: there is text outside of the elements");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK_THAT(read(deep), Catch::Contains("nested too deeply"));
}
