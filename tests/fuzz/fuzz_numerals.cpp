// In any bytes, numbers stand inside the text, in order and apart, and a number that is found can be read by itself.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/text/normalize.hpp"
#include "engine/text/numerals.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::uint32_t after = 0;
  for (const gialint::Numeral& numeral : gialint::find_numerals(text)) {
    require(numeral.span.begin >= after && !numeral.span.empty() && numeral.span.end <= size);
    require(!numeral.value.is_negative());
    after = numeral.span.end;
    if (numeral.span.size() > 90) continue;  // longer than any phrase that is read
    const auto alone = gialint::read_number(text.substr(numeral.span.begin, numeral.span.size()));
    // Out of its sentence "1，234" may be one number, but what was one stays one.
    require(alone.has_value() && *alone == numeral.value);
  }
  const std::string_view start = text.substr(0, 40);
  gialint::read_number(start);
  if (const auto ordinal = gialint::read_ordinal(start)) require(*ordinal >= 1 && *ordinal <= 99);
  const gialint::Folded folded = gialint::fold(text);
  require(folded.text.size() == folded.places.size());
  for (const gialint::Span& place : folded.places) require(place.end <= size);
  return 0;
}
