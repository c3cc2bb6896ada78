// SPDX-License-Identifier: Apache-2.0
#include "nlp/affixes.hpp"

#include "support/catch.hpp"

using namespace entente::nlp;

TEST_CASE("prefixes") {
  CHECK(prefix_length(U"(WHO") == 1);
  CHECK(prefix_length(U"...and") == 3);
  CHECK(prefix_length(U".5") == 0);
  CHECK(prefix_length(U"US$5") == 3);
  CHECK(prefix_length(U"C$5") == 2);
  CHECK(prefix_length(U"+5") == 0);
  CHECK(prefix_length(U"+x") == 1);
  CHECK(prefix_length(U"") == 0);
}

TEST_CASE("suffixes") {
  CHECK(suffix_length(U"China's") == 2);
  CHECK(suffix_length(U"aid.") == 1);
  CHECK(suffix_length(U"UN.") == 1);
  CHECK(suffix_length(U"A.") == 0);
  CHECK(suffix_length(U"wait....") == 4);
  CHECK(suffix_length(U"10km²") == 3);
  CHECK(suffix_length(U"5US$") == 3);
  CHECK(suffix_length(U"20°C.") == 1);
  CHECK(suffix_length(U"x") == 0);
  CHECK(suffix_length(U"") == 0);
}

TEST_CASE("infixes") {
  using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;
  CHECK(infixes(U"Asia-Pacific") == Ranges{{4, 5}});
  CHECK(infixes(U"end.Start") == Ranges{{3, 4}});
  CHECK(infixes(U"a...b") == Ranges{{1, 4}});
  CHECK(infixes(U"10-20") == Ranges{{2, 3}});
  CHECK(infixes(U"and/or,if") == Ranges{{3, 4}, {6, 7}});
  CHECK(infixes(U"H1N1").empty());
}

TEST_CASE("web addresses") {
  CHECK(looks_like_url(U"www.who.int"));
  CHECK(looks_like_url(U"https://example.org:8080/a?b#c"));
  CHECK(looks_like_url(U"user@example.org"));
  CHECK(looks_like_url(U"8.8.8.8"));
  CHECK_FALSE(looks_like_url(U"192.168.1.1"));
  CHECK_FALSE(looks_like_url(U"example"));
  CHECK_FALSE(looks_like_url(U"countries.Under"));
  CHECK_FALSE(looks_like_url(U"a.b:1"));
}
