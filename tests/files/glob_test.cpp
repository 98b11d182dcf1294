#include "engine/files/glob.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace gialint;

namespace {

/// One or more patterns against paths; a path that ends with a slash is a folder.
struct Case {
  std::vector<std::string> patterns;
  std::vector<std::string> matched;
  std::vector<std::string> others;
};

bool matches(const GlobSet& set, std::string path) {
  const bool is_directory = path.back() == '/';
  if (is_directory) {
    path.pop_back();
  }
  return set.matches(path, is_directory);
}

void check(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    const GlobSet set(one.patterns);
    for (const std::string& path : one.matched) {
      CAPTURE(one.patterns, path);
      CHECK(matches(set, path));
    }
    for (const std::string& path : one.others) {
      CAPTURE(one.patterns, path);
      CHECK_FALSE(matches(set, path));
    }
  }
}

}  // namespace

TEST_CASE("a name without a slash matches at every depth, with all that lies in it", "[files]") {
  check({
      {{"build"}, {"build", "build/", "a/build", "a/b/build/c.txt"}, {"builds", "a/rebuild", "bui/ld"}},
      {{"年报.txt"}, {"年报.txt", "民政局/年报.txt"}, {"年报.txt.bak", "旧年报.txt"}},
      {{"*.bak"}, {"a.bak", ".bak", "x/y.bak"}, {"a.bak2", "abak"}},
  });
}

TEST_CASE("a slash at the beginning or inside binds a pattern to its folder", "[files]") {
  check({
      {{"/a.txt"}, {"a.txt"}, {"b/a.txt"}},
      {{"doc/a.txt"}, {"doc/a.txt"}, {"x/doc/a.txt", "doc/x/a.txt"}},
      {{"乡镇/*"}, {"乡镇/甲.txt", "乡镇/甲/乙.txt"}, {"乡镇", "区/乡镇/甲.txt"}},
      {{"*/a"}, {"x/a", "x/a/b"}, {"a", "x/y/a"}},
  });
}

TEST_CASE("a slash at the end means folders only, and what lies in them", "[files]") {
  check({
      {{"build/"}, {"build/", "build/a", "x/build/a"}, {"build", "x/build"}},
      {{"a/b/"}, {"a/b/", "a/b/c"}, {"a/b", "x/a/b/"}},
  });
}

TEST_CASE("two stars cross folders", "[files]") {
  check({
      {{"**/a"}, {"a", "x/a", "x/y/a"}, {"xa", "x/ba"}},
      {{"**/a/b"}, {"a/b", "x/a/b", "x/y/a/b/c"}, {"a/x/b"}},
      {{"a/**"}, {"a/b", "a/b/c", "a/b/"}, {"a", "a/", "x/a/b"}},
      {{"a/**/b"}, {"a/b", "a/x/b", "a/x/y/b"}, {"ab", "a/xb", "x/a/b"}},
      {{"/**"}, {"a", "a/b"}, {}},
      {{"**"}, {"a", "a/b"}, {}},
      {{"**/"}, {"a/", "a/b", "x/a/"}, {"a"}},
      {{"a/**/**/b/**/c"}, {"a/b/c", "a/x/b/y/z/c"}, {"a/c", "a/b/cc"}},
      {{"a**b"}, {"ab", "axxb", "d/ab"}, {"a/b"}},
      {{"x/a**"}, {"x/a", "x/abc", "x/ab/c"}, {"x/ba"}},
  });
}

TEST_CASE("stars, question marks and classes stay within a name and count whole characters", "[files]") {
  check({
      {{"/*"}, {"a", "a/b"}, {}},
      {{"/*.txt"}, {"a.txt", ".txt"}, {"a/b.txt", "a.txtx"}},
      {{"a*b*c"}, {"abc", "axbxc", "abcbc"}, {"ab", "ac", "abcd"}},
      {{"?年报"}, {"旧年报", "a年报"}, {"年报", "最旧年报"}},
      {{"/a?b"}, {"axb", "a😀b"}, {"ab", "a/b"}},
      {{"[ab]c"}, {"ac", "bc"}, {"cc", "abc"}},
      {{"[!ab]c", "[^甲-丙]"}, {"cc", "丁"}, {"ac", "bc"}},
      {{"20[12][0-9]年"}, {"2021年", "2019年"}, {"2031年", "202年"}},
      {{"[]a]"}, {"]", "a"}, {"b"}},
      {{"[!]]x"}, {"ax"}, {"]x"}},
      {{"[a-]x"}, {"ax", "-x"}, {"bx"}},
      {{"[\\]\\\\]x"}, {"]x", "\\x"}, {"ax"}},
      {{"[\\a-\\c]x"}, {"ax", "bx", "cx"}, {"dx", "\\x"}},
      {{"[[:digit:][:upper:]]"}, {"7", "Q"}, {"q", ":", "["}},
      {{"[[:]"}, {":", "["}, {"d"}},
  });
}

TEST_CASE("an exclamation mark takes back, the last word holds, a matched folder stays matched", "[files]") {
  check({
      {{"*.txt", "!keep.txt"}, {"a.txt", "b/a.txt"}, {"keep.txt", "b/keep.txt"}},
      {{"!keep.txt", "*.txt"}, {"keep.txt"}, {}},
      {{"*.txt", "!/a/*.txt", "a/b.txt"}, {"x.txt", "a/b.txt", "b/a.txt"}, {"a/a.txt"}},
      {{"build/", "!build/keep"}, {"build/keep"}, {}},
      {{"build/*", "!build/keep"}, {"build/x"}, {"build/keep", "build/"}},
      {{"/*", "!/a/", "/a/*", "!/a/b/"}, {"x", "a/x", "b/c"}, {"a/", "a/b/", "a/b/c"}},
  });
}

TEST_CASE("a backslash quotes, comments and blanks are skipped", "[files]") {
  check({
      {{"\\!a", "\\#b"}, {"!a", "#b"}, {"a", "b"}},
      {{"#c", "", "   "}, {}, {"#c", "c", " ", "   "}},
      {{"a\\*"}, {"a*"}, {"ab"}},
      {{"a "}, {"a"}, {"a "}},
      {{"a\\ ", "b\\  "}, {"a ", "b "}, {"a", "b", "b  "}},
      {{" a"}, {" a"}, {"a"}},
      {{"\\a"}, {"a"}, {"\\a"}},
  });
}

TEST_CASE("a pattern that cannot be read matches nothing and is left out", "[files]") {
  for (const char* pattern : {"[a", "[!", "[]", "[[:nothing:]]", "a\\", "/", "a//b", "!", "[a\\"}) {
    CAPTURE(pattern);
    CHECK(GlobSet({pattern}).empty());
    CHECK_FALSE(matches(GlobSet({pattern}), "a"));
  }
  CHECK(matches(GlobSet({"[a", "b"}), "b"));
}

TEST_CASE("a verdict is about one path alone, so that a deeper file can decide otherwise", "[files]") {
  const GlobSet set({"*.txt", "!keep.txt", "build/"});
  CHECK(set.verdict("a.txt", false) == true);
  CHECK(set.verdict("keep.txt", false) == false);
  CHECK_FALSE(set.verdict("a.md", false));
  CHECK(set.verdict("build", true) == true);
  CHECK_FALSE(set.verdict("build/a.md", false));
  CHECK_FALSE(set.verdict("", true));
}

TEST_CASE("an ignore file is read by lines, whatever ends them", "[files]") {
  const GlobSet set = GlobSet::from_ignore_file("\xEF\xBB\xBF*.txt\r\n# 说明\r\n\r\n!keep.txt\n/last");
  CHECK(matches(set, "a.txt"));
  CHECK_FALSE(matches(set, "keep.txt"));
  CHECK(matches(set, "last"));
  CHECK_FALSE(matches(set, "x/last"));
  CHECK(GlobSet::from_ignore_file("").empty());
  CHECK(GlobSet::from_ignore_file("\n# nothing\n").empty());
}

TEST_CASE("many stars on a long name take no long time", "[files]") {
  std::string pattern;
  std::string path;
  for (int i = 0; i < 200; ++i) {
    pattern += "*a";
    path += "a/aaaaaaaaaaaaaaaaaaaa";
  }
  // Exponential work would not end before the machine is switched off.
  CHECK_FALSE(matches(GlobSet({pattern + "b"}), std::string(20'000, 'a')));
  CHECK_FALSE(matches(GlobSet({"**/" + pattern + "/**/b"}), path));
}
