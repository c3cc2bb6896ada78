// SPDX-License-Identifier: Apache-2.0
#include "text/csv_reader.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "support/catch.hpp"

using namespace entente;

namespace {

/// Fields with | between, records with /; or the error.
std::string read(const std::string& bytes) {
  const auto path = std::filesystem::temp_directory_path() / ("entente_csv_" + std::to_string(::getpid()));
  std::ofstream(path, std::ios::binary) << bytes;
  auto reader = CsvReader::open(path.string(), ',');
  REQUIRE(reader);
  std::string text;
  while (true) {
    const auto there = reader->next();
    if (!there) {
      const Place& place = there.error().place;
      text = std::to_string(place.line) + ":" + std::to_string(place.column) + " " + there.error().message;
    }
    if (!there || !*there) break;
    for (const auto& field : reader->fields()) text.append(field.text).append("|");
    text += "/";
  }
  std::filesystem::remove(path);
  return text;
}

}  // namespace

TEST_CASE("records and fields as RFC 4180 has them") {
  CHECK(read("").empty());
  CHECK(read("a,b\nc,d") == "a|b|/c|d|/");
  CHECK(read("a,b\r\nc,\r\n") == "a|b|/c||/");
  CHECK(read("\n\n a ,,\n\n") == " a |||/");
  CHECK(read("\"a,b\",\"c\nd\",\"e\"\"f\",\"\"") == "a,b|c\nd|e\"f||/");
  CHECK(read("a\rb,c\r") == "a\rb|c|/");
  CHECK(read("a\"b,c") == "a\"b|c|/");
  CHECK(read("\xef\xbb\xbf"
             "a") == "a|/");
}

TEST_CASE("faults have their place") {
  CHECK(read("a,é\n\"b\nc,d") == "2:1 this quote is not closed");
  CHECK(read("é,\"b\"c") == "1:6 there is text behind the closing quote");
  CHECK(read("\"a\n\"\"\",\n \xff,b") == "3:1 this field is not valid UTF-8");
}

TEST_CASE("a field longer than the buffer is whole") {
  const std::string longest(600'000, 'x');
  CHECK(read(longest + ",\"" + longest + "\"\nb,c") == longest + "|" + longest + "|/b|c|/");
}

TEST_CASE("a record may be no longer than a limit") {
  auto in = std::make_unique<std::istringstream>("a,b\n\"" + std::string(100, 'x'));
  CsvReader reader(std::move(in), "f", ',', 50);
  CHECK(*reader.next());
  CHECK(reader.next().error().kind == ErrorKind::limit);
}
