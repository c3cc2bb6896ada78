// SPDX-License-Identifier: Apache-2.0
#include "documents/name_filter.hpp"

#include "support/catch.hpp"

using namespace entente::documents;

TEST_CASE("patterns of file names") {
  struct Case {
    const char *pattern, *path;
    bool matches;
  };
  const Case cases[] = {{"*.html", "a.html", true},
                        {"*.html", "b/c/a.html", true},
                        {"*.html", "a.htm", false},
                        {"b/*.html", "b/a.html", true},
                        {"b/*.html", "b/c/a.html", false},
                        {"b/**", "b/c/a.html", true},
                        {"**/c/*", "c/x", true},
                        {"**/c/*", "a/b/c/x", true},
                        {"**/c/*", "a/b/c/x/y", false},
                        {"**/c/**/z?.txt", "a/c/d/e/z1.txt", true},
                        {"?.txt", "a.txt", true},
                        {"?.txt", "ab.txt", false},
                        {"[a-c]*.txt", "beta.txt", true},
                        {"[!a-c]*.txt", "beta.txt", false},
                        {"a[", "a[", true},
                        {"./x/a", "x/a", true},
                        {"", "", true},
                        {"", "a", false},
                        {"*", "", true}};
  for (const Case& each : cases) {
    INFO(each.pattern << " and " << each.path);
    CHECK(matches_glob(each.pattern, each.path) == each.matches);
  }
}

TEST_CASE("a pattern of many stars ends soon") {
  std::string pattern, path(4000, 'a');
  for (int i = 0; i < 40; ++i) pattern += "*a**a";
  CHECK_FALSE(matches_glob(pattern + "b/", path));
}
