// Any text as one paragraph gives mentions and claims that lie inside it, in order, with their value within its bounds.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "engine/claims/claim_reader.hpp"
#include "engine/runner/lint.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const gialint::Lexicon& lexicon() {
  static const auto pack = gialint::load_pack();
  require(pack.ok());
  return (*pack)->forms().lexicon;
}

template <class T>
void check(const std::vector<T>& items, std::size_t size) {
  gialint::Span before;
  for (const T& item : items) {
    require(!item.span.empty() && item.span.end <= size && before <= item.span);
    require(item.low <= item.value && item.value <= item.high && !item.low.is_negative());
    before = item.span;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto source =
      gialint::SourceText::from_bytes("fuzz.txt", std::string(reinterpret_cast<const char*>(data), size));
  if (!source) return 0;
  const std::string_view text = source->text();
  gialint::Outline outline;
  gialint::Paragraph paragraph;
  paragraph.text.append(text, 0);
  paragraph.span = {0, static_cast<std::uint32_t>(text.size())};
  outline.preface.push_back(std::move(paragraph));

  check(gialint::read_mentions(outline, lexicon()), text.size());
  const std::vector<gialint::Claim> claims = gialint::read_claims(outline, {}, 2021, lexicon());
  check(claims, text.size());
  for (const gialint::Claim& claim : claims) require(claim.clause.contains(claim.span) && !claim.measure.empty());
  return 0;
}
