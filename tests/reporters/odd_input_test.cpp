#include <random>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "tests/reporters/odd_run.hpp"
#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

using namespace std::string_view_literals;

/// What escaping goes wrong with: line ends, quotation marks, ends of CDATA and comments, commands, controls, zero
/// bytes, surrogates (as WTF-8 and CESU-8 have them), overlong and cut characters, what XML cannot hold, marks of
/// direction.
constexpr std::string_view odd_pieces[] = {"\n"sv,
                                           "\r\n"sv,
                                           "\r"sv,
                                           "\t"sv,
                                           "\""sv,
                                           "'"sv,
                                           "\\"sv,
                                           "]]>"sv,
                                           "<![CDATA["sv,
                                           "-->"sv,
                                           "&amp;"sv,
                                           "<a b='c'>"sv,
                                           "%0A"sv,
                                           "::error::"sv,
                                           "\x1b[31m"sv,
                                           "\0"sv,
                                           "\x07"sv,
                                           "\x7f"sv,
                                           "\xC2\x85"sv,
                                           "\u2028"sv,
                                           "\u202e"sv,
                                           "\uFEFF"sv,
                                           "\uFFFE"sv,
                                           "\uFFFF"sv,
                                           "\xED\xA0\x80"sv,
                                           "\xED\xA0\xBD\xED\xB8\x80"sv,
                                           "\xC0\x80"sv,
                                           "\xFF"sv,
                                           "\xE4\xB8"sv,
                                           "\xF4\x90\x80\x80"sv,
                                           "{0}"sv,
                                           "{name}"sv,
                                           "{"sv,
                                           "年报"sv,
                                           "😀"sv,
                                           "../"sv,
                                           "/"sv,
                                           ":12:3"sv};

std::string odd_bytes(std::mt19937& random) {
  std::string bytes;
  const auto below = [&random](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  for (std::size_t left = below(60); left > 0; --left) {
    if (below(3) == 0) {
      bytes += static_cast<char>(below(256));
    } else {
      bytes += odd_pieces[below(std::size(odd_pieces))];
    }
  }
  return bytes;
}

TEST_CASE("whatever paths, messages and values hold, the readers of every format can read it", "[reporters]") {
  std::mt19937 random(2024);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same cases every time
  for (int round = 0; round < 300; ++round) {
    const OddRun run = odd_run(odd_bytes(random));
    for (const std::string& format : reporter_names()) {
      const std::string fault = fault_in(run, format, printed(run, format));
      if (!fault.empty()) {
        CAPTURE(round, format);
        FAIL(fault);
      }
    }
  }
}

TEST_CASE("one run with every odd text is printed as approved", "[reporters]") {
  std::string all;
  for (const std::string_view piece : odd_pieces) all += piece;
  Diagnostic odd;
  odd.rule = "sample/header-text";
  odd.severity = Severity::error;
  odd.span = {0, 3};
  odd.place = all;
  odd.message_id = "differs";
  odd.message = all;
  odd.facts = {{"expected", all}, {"found", all}};
  odd.related = {{{3, 6}, all, all}};
  odd.fix = Fix{FixSafety::safe, all, {{{0, 3}, all}}};
  SampleRun run = run_of("年报\n", {odd});
  run.files[0].path = "a/" + std::string(all.substr(0, all.find("../"))) + ".txt";
  run.files[0].organ = all;
  run.files[0].suppressed = {{odd, {all, {"gialint.toml", 1, 1}}}};
  run.files[0].rule_failures = {{"sample/part-count", {{all}, {all, all}}}};
  run.summary.rule_failures = 1;
  run.summary.exit_status = 2;
  for (const std::string& format : reporter_names()) {
    if (format == "html") continue;  // its page holds style and script, which would have to be approved with it
    const std::string out = printed(run, format);
    CHECK(out == expected_output("odd." + format, out));
  }
}

}  // namespace
}  // namespace gialint
