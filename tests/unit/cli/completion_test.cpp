// SPDX-License-Identifier: Apache-2.0
#include "app/completion.hpp"

#include "cli/candidate_list.hpp"
#include "cli/repl_commands.hpp"
#include "support/catch.hpp"

using namespace entente::app;
using namespace entente::cli;
using Names = std::vector<std::string>;

namespace {

const NameList& names() {
  static const NameList list = [] {
    NameList made;
    for (const char* name : {"China", "Chad", "Xi Jinping", "Côte d'Ivoire", "World Health Organization"})
      made.add(name);
    made.sort();
    return made;
  }();
  return list;
}

CompletionWords words() {
  CompletionWords all;
  all.labels = {"City", "Country", "Person"};
  all.types = {"cooperated", "metWith", "providedAidTo"};
  all.properties = {"name", "modality", "mentions"};
  all.functions = {"collect", "count"};
  all.parameters = {"who"};
  all.saved_queries = {"who-met", "offices"};
  all.commands = repl_command_words();
  all.names = &names();
  return all;
}

/// What may stand at the end, "begin|candidates|common".
std::string line(const std::string& text) {
  const Completion completion = complete_line(text, words());
  if (completion.candidates.empty()) return "";
  std::string all = text.substr(completion.begin) + ">";
  for (const std::string& candidate : completion.candidates)
    all += (all.back() == '>' ? "" : ",") + candidate;
  return all;
}

}  // namespace

TEST_CASE("what may stand at the end of a statement") {
  struct Case {
    const char *text, *offered;
  };
  const Case cases[] = {
      {"MATCH (a:", ">City,Country,Person"},
      {"MATCH (a:Co", "Co>Country"},
      {"MATCH (a:City|c", "c>City,Country"},
      {"MATCH (a) WHERE a:p", "p>Person"},
      {"MATCH (a)-[f:", ">cooperated,metWith,providedAidTo"},
      {"MATCH (a)-[:met", "met>metWith"},
      {"MATCH (a)<-[f:metWith|pro", "pro>providedAidTo"},
      {"MATCH (a)-[:(co", "co>cooperated"},
      {"MATCH (a) RETURN a.m", "m>mentions,modality"},
      {"MATCH (a {n", "n>name"},
      {"MATCH (a {name: 'x', mo", "mo>modality"},
      {"MATCH (a {name: 'Ch", "Ch>Chad,China"},
      {"MATCH (a {name: \"xi", "xi>Xi Jinping"},
      {"MATCH (a) WHERE a.name = 'c\u00f4te", "c\u00f4te>C\u00f4te d\\'Ivoire"},
      {"MATCH (a) WHERE a.name = 'World H", "World H>World Health Organization"},
      {"MATCH (a {name: $", ">who"},
      {"MATCH (a) re", "re>return"},
      {"MATCH (a) RE", "RE>RETURN"},
      {"MATCH (country) RETURN cou", "cou>count(,country"},
      {"MATCH (a) RETURN col", "col>collect("},
      {"MATCH (a) // Ch", ""},
      {"MATCH (a) /* x */ WHE", "WHE>WHERE"},
      {"MATCH (a) RETURN 'x' AS n ORD", "ORD>ORDER BY"},
      {"MATCH (a) RETURN [x IN list WHERE x.na", "na>name"},
      {"MATCH (a) RETURN 1.", ""},
      {"MATCH (a) RETURN zz", ""},
      {"MATCH (a ", ""},
      {"MATCH (`Ch", ""},
      {"MATCH (a {name: 'none", ""},
      {"MATCH (a) WHERE EXISTS { (a)-[:met", "met>metWith"},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(line(each.text) == each.offered);
  }
}

TEST_CASE("what may stand at the beginning of a line, in a command, in a question") {
  struct Case {
    const char *text, *offered;
  };
  const Case cases[] = {
      {"",
       ">EXPLAIN,MATCH,OPTIONAL MATCH,PROFILE,RETURN,UNWIND,Did,Does,How many,How "
       "much,What,When,Where,Which,Who,Whom,Whose"},
      {"ma", "ma>match"},
      {"Wh", "Wh>What,When,Where,Which,Who,Whom,Whose"},
      {".he", "he>help"},
      {":ti", "ti>timer"},
      {".mode j", "j>json,jsonl"},
      {".facts a", "a>all,asserted"},
      {".queries who", "who>who-met"},
      {".run o", "o>offices"},
      {".help ti", "ti>timer"},
      {".explain MATCH (a:Co", "Co>Country"},
      {".limits r", "r>rows"},
      {".ask Who met xi", "xi>Xi Jinping"},
      {".quit x", ""},
      {".nothing x", ""},
      {"Who met Xi J", "Xi J>Xi Jinping"},
      {"Did world he", "world he>World Health Organization"},
      {"Who met nobody", ""},
      {".read tests/data/exp", "exp>export/"},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    std::string offered = line(each.text);
    if (each.text[0] == '\0') {
      Names sorted = complete_line("", words()).candidates;
      CHECK(std::is_sorted(sorted.begin(), sorted.end()));
      CHECK(sorted.size() == 17);
      continue;
    }
    CHECK(offered == each.offered);
  }
}

TEST_CASE("what follows a word that is the only one") {
  CHECK(complete_line("MATCH (a {name: 'chi", words()).after == "'");
  CHECK(complete_line("MATCH (a {na", words()).after == ": ");
  CHECK(complete_line("MATCH (a) WHE", words()).after == " ");
  CHECK(complete_line("MATCH (a) RETURN coll", words()).after.empty());
  CHECK(complete_line("MATCH (country) RETURN countr", words()).after.empty());
  CHECK(complete_line("MATCH (a {name: 'Ch", words()).common == "Ch");
}

TEST_CASE("without names yet, quotes complete nothing") {
  CompletionWords none = words();
  none.names = nullptr;
  CHECK(complete_line("MATCH (a {name: 'Ch", none).candidates.empty());
}

TEST_CASE("every beginning of a statement, also a broken one, can be completed") {
  const std::string text =
      "MATCH p = (a:Country {name: 'China'})-[f:metWith|cooperated*1..3]->(b) // it's\nWHERE a.name =~ "
      "\"x\\\"\" /* ' */ RETURN ]})>`x";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const Completion completion = complete_line(std::string_view(text).substr(0, size), words());
    CHECK(completion.begin <= size);
  }
}

TEST_CASE("words that may follow stand in columns") {
  Completion completion{0, {"alpha", "beta", "gamma", "中国"}, 0, "", ""};
  CHECK(list_of_candidates(completion, {15, 24}) == "alpha  beta\ngamma  中国\n");
  completion.more = 5;
  CHECK(list_of_candidates(completion, {80, 24}) == "alpha  beta   gamma  中国\n... and 5 more\n");
  completion.candidates.assign(100, "x");
  CHECK(list_of_candidates(completion, {2, 10}) == "x\nx\nx\nx\nx\n... and 100 more\n");
}
