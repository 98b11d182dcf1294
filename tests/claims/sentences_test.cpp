// Sentences and what is understood of them: tests/claims/sentences.txt.

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/claims/national_lexicon.hpp"
#include "tests/claims/prose_dump.hpp"

namespace gialint {
namespace {

constexpr std::string_view file = "tests/claims/sentences.txt";
constexpr std::string_view arrow = "\t=> ";

/// "text<TAB>=> claims", "-" for none; "¶" ends a paragraph. Other lines are comments.
std::string prose_of(std::string text) {
  constexpr std::string_view mark = "¶";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
    text.replace(at, mark.size(), "\n");
  return text;
}

std::string understood(const std::string& text) {
  return testing::dump(text, testing::read(text, testing::national_lexicon()));
}

TEST_CASE("every sentence of the list is understood as it says", "[claims]") {
  const std::string all = test::read_project_file(std::string(file));
  const char* const update = std::getenv("GIALINT_UPDATE");
  std::string written;
  std::size_t line = 0;
  std::size_t with_claims = 0;
  std::size_t without = 0;
  for (std::size_t at = 0; at < all.size(); ++line) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const std::string row = all.substr(at, end - at);
    at = end + 1;
    const std::size_t cut = row.find(arrow);
    if (cut == std::string::npos) {
      written += row + "\n";
      continue;
    }
    const std::string text = prose_of(row.substr(0, cut));
    const std::string expected = row.substr(cut + arrow.size());
    const std::string found = understood(text);
    written += row.substr(0, cut) + std::string(arrow) + (found.empty() ? "-" : found) + "\n";
    ++(expected == "-" ? without : with_claims);
    CAPTURE(line + 1, text);
    if (update == nullptr) CHECK((found.empty() ? "-" : found) == expected);
  }
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream(std::string(GIALINT_SOURCE_DIR) + "/" + std::string(file), std::ios::binary) << written;
  }
  CHECK(with_claims >= 300);
  CHECK(without >= 300);
}

}  // namespace
}  // namespace gialint
