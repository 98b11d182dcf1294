// What the program reads, and what frames alone do, side by side on a file of sentences in the notation of
// sentences.txt.
//
//   compare_readers FILE              how much each understands, lines without claims ("traps") apart
//   compare_readers FILE --failures   and each line that frames do not read right
//   compare_readers FILE --why        … with every token, rule and reason
//   compare_readers FILE --under TEXT each line under this heading, as it would stand in a report
//   compare_readers FILE --dump       what frames understand of each line, nothing else

#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/claims/frame_claims.hpp"
#include "engine/claims/frame_dump.hpp"
#include "tests/claims/national_lexicon.hpp"
#include "tests/claims/prose_dump.hpp"

namespace gialint {
namespace {

constexpr std::string_view arrow = "\t=> ";

struct Line {
  std::string text;
  std::string expected;
};

std::vector<Line> lines_of(const std::string& path, const std::string& heading) {
  std::ifstream file(path, std::ios::binary);
  std::vector<Line> lines;
  for (std::string row; std::getline(file, row);) {
    const std::size_t cut = row.find(arrow);
    if (cut == std::string::npos) continue;
    std::string text = row.substr(0, cut);
    constexpr std::string_view mark = "¶";
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.replace(at, mark.size(), "\n");
    if (!heading.empty()) text = "# " + heading + "\n" + text;
    lines.push_back({std::move(text), row.substr(cut + arrow.size())});
  }
  return lines;
}

/// One claim as a line states it: "a|b=3" is either measure; ~ may be found or not; what ? and w say is not compared.
struct Stated {
  std::set<std::string> measures;
  std::string value;
  bool optional = false;
};

std::vector<Stated> parse(std::string_view text) {
  std::vector<Stated> all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    std::string_view item = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    for (const std::string_view relation : {"list(", "share(", "growth("}) {
      if (!item.starts_with(relation)) continue;
      // "list(8: 5+3)" holds a blank.
      const std::size_t close = item.ends_with(')') ? 0 : std::min(text.find(')') + 1, text.size());
      text.remove_prefix(close);
      if (text.starts_with(' ')) text.remove_prefix(1);
      item = "";
    }
    const std::size_t equals = item.find('=');
    if (equals == std::string_view::npos) continue;
    Stated stated;
    std::string measures(item.substr(0, equals));
    stated.value = item.substr(equals + 1);
    stated.optional = stated.value.find('~') != std::string::npos || measures.ends_with('~');
    std::erase(measures, '~');
    const auto is_sign = [](char c) { return c == '~' || c == '?'; };
    std::erase_if(stated.value, is_sign);
    if (const std::size_t w = stated.value.find("0w"); w == 0) stated.value.erase(1, 1);
    for (std::size_t at = 0; at <= measures.size();) {
      const std::size_t bar = std::min(measures.find('|', at), measures.size());
      stated.measures.insert(measures.substr(at, bar - at));
      at = bar + 1;
    }
    all.push_back(std::move(stated));
  }
  return all;
}

struct Score {
  std::size_t lines = 0;
  std::size_t exact = 0;
  std::size_t wanted = 0;
  std::size_t found = 0;
  std::size_t claimed = 0;
  std::size_t wrong = 0;
  std::size_t traps = 0;
  std::size_t trapped = 0;

  bool add(const std::vector<Stated>& expected, const std::vector<Stated>& claims);
};

bool Score::add(const std::vector<Stated>& expected, const std::vector<Stated>& claims) {
  std::vector<bool> used(claims.size());
  std::size_t wants = 0;
  std::size_t finds = 0;
  for (const Stated& want : expected) {
    bool hit = false;
    for (std::size_t i = 0; i < claims.size() && !hit; ++i) {
      const bool same = std::any_of(claims[i].measures.begin(), claims[i].measures.end(),
                                    [&](const std::string& measure) { return want.measures.contains(measure); });
      hit = !used[i] && same && claims[i].value == want.value;
      if (hit) used[i] = true;
    }
    if (want.optional) continue;
    ++wants;
    finds += hit ? 1 : 0;
  }
  std::size_t errors = 0;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    errors += !used[i] && !claims[i].optional ? 1 : 0;
    claimed += !claims[i].optional ? 1 : 0;
  }
  const bool right = wants == finds && errors == 0;
  ++lines;
  exact += right ? 1 : 0;
  wanted += wants;
  found += finds;
  wrong += errors;
  if (wants == 0) {
    ++traps;
    trapped += errors > 0 ? 1 : 0;
  }
  return right;
}

void print(const char* name, const Score& score) {
  const auto percent = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 100.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  };
  std::printf(
      "%-8s exact %5.1f %% (%zu of %zu)  recall %5.1f %% (%zu of %zu)  precision %5.1f %% (%zu wrong)  traps %zu, "
      "walked into %zu\n",
      name, percent(score.exact, score.lines), score.exact, score.lines, percent(score.found, score.wanted),
      score.found, score.wanted, percent(score.claimed - score.wrong, score.claimed), score.wrong, score.traps,
      score.trapped);
}

std::string by_frames(const std::string& text) {
  const testing::Written written = testing::write(text);
  return testing::dump(
      text, read_frames(written.outline, written.paragraphs, testing::report_year, testing::national_lexicon()).claims);
}

std::string why(const std::string& text) {
  const testing::Written written = testing::write(text);
  return dump_frames(written.outline, written.paragraphs, testing::report_year, testing::national_lexicon());
}

int compare(const std::string& path, std::string_view mode, const std::string& heading) {
  Score today;
  Score frames;
  for (const Line& line : lines_of(path, heading)) {
    const std::string found = by_frames(line.text);
    if (mode == "--dump") {
      std::printf("%s\n", found.empty() ? "-" : found.c_str());
      continue;
    }
    const std::vector<Stated> expected = parse(line.expected);
    today.add(expected, parse(testing::dump(line.text, testing::read(line.text, testing::national_lexicon()).claims)));
    const bool right = frames.add(expected, parse(found));
    if (!right && (mode == "--failures" || mode == "--why")) {
      std::printf("%s\n  wanted  %s\n  frames  %s\n", line.text.c_str(), line.expected.c_str(),
                  found.empty() ? "-" : found.c_str());
    }
    if (!right && mode == "--why") std::printf("%s\n", why(line.text).c_str());
  }
  if (mode == "--dump") return 0;
  print("program", today);
  print("frames", frames);
  return 0;
}

}  // namespace
}  // namespace gialint

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: compare_readers FILE [--failures|--why|--dump|--under TEXT]\n");
    return 2;
  }
  const std::string mode = argc > 2 ? argv[2] : "";
  return gialint::compare(argv[1], mode, mode == "--under" && argc > 3 ? argv[3] : "");
}
