// Any text as one paragraph gives mentions and claims that lie inside it, in order, with their value within its bounds.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "engine/claims/claim_reader.hpp"
#include "engine/packs/pack.hpp"

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
  gialint::Paragraphs paragraphs;
  gialint::Paragraph paragraph;
  paragraph.text.append(text, 0);
  paragraph.span = {0, static_cast<std::uint32_t>(text.size())};
  paragraphs.preface.push_back(std::move(paragraph));

  const gialint::Prose prose = gialint::read_prose({}, paragraphs, {}, 2021, lexicon());
  check(prose.mentions, text.size());
  check(prose.claims, text.size());
  for (const gialint::Claim& claim : prose.claims) require(claim.clause.contains(claim.span) && !claim.measure.empty());
  for (const gialint::Breakdown& breakdown : prose.breakdowns) {
    require(!breakdown.parts.empty() && breakdown.at < breakdown.parts.size() &&
            breakdown.total.span.end <= text.size());
    for (const gialint::Mention& part : breakdown.parts) require(part.span.end <= text.size());
  }
  for (const gialint::Share& share : prose.shares) {
    require(share.span.end <= text.size() && share.part.span.end <= text.size());
  }
  return 0;
}
