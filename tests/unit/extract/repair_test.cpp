// SPDX-License-Identifier: Apache-2.0
#include "extract/repair.hpp"

#include <string>

#include "support/catch.hpp"

using namespace entente;
using namespace entente::extract;

namespace {

MappedText mapped(const std::string& text) {
  return MappedText::of(text, 0);
}

std::string parted(const std::string& text) {
  return with_sentences_parted(with_plain_blanks(mapped(text))).text;
}

const ontology::Gazetteer& names() {
  static const ontology::Gazetteer gazetteer = [] {
    auto vocabulary = ontology::Vocabulary::load("ontology");
    REQUIRE(vocabulary);
    auto loaded = ontology::Gazetteer::load("ontology", *vocabulary);
    REQUIRE(loaded);
    return std::move(*loaded);
  }();
  return gazetteer;
}

const ontology::Nouns& nouns() {
  static const ontology::Nouns loaded = [] {
    auto vocabulary = ontology::Vocabulary::load("ontology");
    REQUIRE(vocabulary);
    auto found = ontology::Nouns::load("ontology", *vocabulary);
    REQUIRE(found);
    return std::move(*found);
  }();
  return loaded;
}

std::string offices(const std::string& text) {
  return with_offices_plain(mapped(text), names(), nouns()).text;
}

// Every byte that was not written by the repair comes from an equal byte of the original.
void check_map(const std::string& text, const MappedText& repaired) {
  REQUIRE(repaired.original.size() == repaired.text.size() + 1);
  for (std::size_t i = 0; i < repaired.text.size(); ++i) {
    const bool written = i > 0 && repaired.original[i] == repaired.original[i - 1];
    REQUIRE(repaired.original[i] < text.size());
    if (i > 0) CHECK(repaired.original[i] >= repaired.original[i - 1]);
    if (!written && repaired.text[i] != ' ' && repaired.text[i] != '.')
      CHECK(repaired.text[i] == text[repaired.original[i]]);
  }
}

}  // namespace

TEST_CASE("glued sentences are parted") {
  CHECK(parted("an outbreak.This is") == "an outbreak. This is");
  CHECK(parted("War II.Chad has") == "War II. Chad has");
  CHECK(parted("some countries;Under law") == "some countries; Under law");
  CHECK(parted("its ability,By May it had") == "its ability. By May it had");
  CHECK(parted("Our country,member of it") == "Our country, member of it");
  CHECK(parted("a team ,who fight") == "a team, who fight");
  CHECK(parted("november 2010 . The end") == "november 2010. The end");
  CHECK(parted("Valinskienė.She") == "Valinskienė. She");
}

TEST_CASE("numbers, addresses and abbreviations stay as they are") {
  for (const std::string text : {"1,200 tents", "the U.S.Army", "at 10:30", "www.Example.com",
                                 "http://a.b/C.D", "e.g.this", "Paris, France", "3.5 million"}) {
    CHECK(parted(text) == text);
  }
  CHECK(parted("Paris,France") == "Paris, France");
}

TEST_CASE("white space of any kind is one blank") {
  CHECK(with_plain_blanks(mapped("  a\u00A0\n b\t")).text == "a b");
}

TEST_CASE("every byte finds its way back") {
  const std::string text = "  Kraków fell.Then  the\u00A0town ,which burnt,By May [w]as free.  ";
  check_map(text, with_sentences_parted(without_editors_brackets(with_plain_blanks(mapped(text)))));
}

TEST_CASE("accents that stand for apostrophes") {
  CHECK(with_plain_apostrophes(mapped("They can`t, Libya\xC2\xB4s")).text == "They can't, Libya's");
  CHECK(with_plain_apostrophes(mapped("the `old` one")).text == "the `old` one");
  CHECK(with_plain_apostrophes(mapped("we don\xC2\xB4t")).original[7] == 8);
}

TEST_CASE("acronyms lose their stops before a hyphen") {
  CHECK(without_stops_before_hyphens(mapped("U.S.-backed talks, the U.S. left")).text ==
        "US-backed talks, the U.S. left");
  CHECK(without_stops_before_hyphens(mapped("A.B.-")).text == "A.B.-");
  check_map("a U.N.-led force", without_stops_before_hyphens(mapped("a U.N.-led force")));
}

TEST_CASE("labels and datelines are cut off and kept") {
  const auto front_of = [](const std::string& text, bool item) {
    Front front;
    const std::string rest = without_front(mapped(text), item, front).text;
    return front.label + "|" + front.dateline_place + "|" + front.dateline_date + "|" + rest;
  };
  CHECK(front_of("Q: And Haiti?", false) == "Q|||And Haiti?");
  CHECK(front_of("Loans: In 2016 it lent.", true) == "Loans|||In 2016 it lent.");
  CHECK(front_of("Trade (2017): exports rose.", true) == "Trade|||exports rose.");
  CHECK(front_of("LIMA, March 3 - Peru left.", false) == "|LIMA||Peru left.");
  CHECK(front_of("GENEVA, 9 October 2013 — The agency asked.", false) ==
        "|GENEVA|2013-10-09|The agency asked.");
  CHECK(front_of("PEMBA, Mozambique, Aug. 21 — The army", false) == "|PEMBA, Mozambique||The army");
  CHECK(front_of("Kathmandu, 21 August 2009 (Gazette) — A team", false) == "|Kathmandu|2009-08-21|A team");
  CHECK(front_of("Tashkent, 12 May 2017. On 11 May", false) == "|Tashkent|2017-05-12|On 11 May");
  CHECK(front_of("He said: we go.", false) == "|||He said: we go.");
  CHECK(front_of("On 3 May the king left.", false) == "|||On 3 May the king left.");
}

TEST_CASE("a known place before a dash is a dateline") {
  const auto rest_of = [](const std::string& text) {
    Front front;
    const std::string rest = without_place(mapped(text), names(), front).text;
    return front.dateline_place + "|" + rest;
  };
  CHECK(rest_of("Nairobi - The army said that it left.") == "Nairobi|The army said that it left.");
  CHECK(rest_of("Nairobi (Gazette) — Troops left.") == "Nairobi|Troops left.");
  CHECK(rest_of("Nairobi - a large city - has grown.") == "|Nairobi - a large city - has grown.");
  CHECK(rest_of("Nairobi - The port - has grown.") == "|Nairobi - The port - has grown.");
  CHECK(rest_of("Nobody - The army left.") == "|Nobody - The army left.");
  CHECK(rest_of("Nairobi") == "|Nairobi");
}

TEST_CASE("acronyms in brackets are cut out and noted at the end of their name") {
  std::vector<AcronymNote> notes;
  const MappedText text =
      without_acronyms(mapped("The Hill Farmers Party (HFP) met the Coal Board (HCB)."), names(), notes);
  CHECK(text.text == "The Hill Farmers Party met the Coal Board.");
  REQUIRE(notes.size() == 2);
  CHECK(notes[0].acronym == "HFP");
  CHECK(text.text.substr(0, notes[0].byte) == "The Hill Farmers Party");
  CHECK(text.text.substr(0, notes[1].byte) == "The Hill Farmers Party met the Coal Board");
  notes.clear();
  CHECK(without_acronyms(mapped("flu (H5N1) and prices (in dollars) rose"), names(), notes).text ==
        "flu (H5N1) and prices (in dollars) rose");
  CHECK(notes.empty());
}

TEST_CASE("offices are written as the parser reads them best") {
  CHECK(offices("was co-chaired by the Vice-President") == "was chaired by the Vice President");
  CHECK(offices("they co-sponsored it") == "they cosponsored it");
  CHECK(offices("the Secretary-General of it") == "the Secretary General of it");
  CHECK(offices("met President of the Baltic Council Thomas Berg today") ==
        "met President of the Baltic Council, Thomas Berg today");
  CHECK(offices("the President of the Senate of Chile left") == "the President of the Senate of Chile left");
  CHECK(offices("a coordinated trade-union") == "a coordinated trade-union");
}
