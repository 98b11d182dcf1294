#include "engine/diagnostics/fingerprint.hpp"

#include <algorithm>

#include "engine/hash/sha256.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// A finding may mark a whole section.
constexpr std::uint32_t longest_words = 600;

/// The words of `span`, layout and punctuation set aside, without its figures.
std::string words_of(const SourceText& source, Span span) {
  const auto size = static_cast<std::uint32_t>(source.text().size());
  const std::uint32_t begin = std::min(span.begin, size);
  const std::uint32_t end = std::clamp(span.end, begin, std::min(size, begin + longest_words));
  std::string words;
  for (const char32_t character : fold_text(source.slice({begin, end}))) {
    if (character < U'0' || character > U'9') append_utf8(words, character);
  }
  return words;
}

}  // namespace

std::string Fingerprints::next(const SourceText& source, const Diagnostic& diagnostic) {
  const bool in_prose = diagnostic.place.empty() || diagnostic.place.compare(0, 8, "section/") == 0;
  std::string key = diagnostic.rule;
  for (const std::string& part :
       {diagnostic.place, diagnostic.message_id, in_prose ? words_of(source, diagnostic.span) : std::string()}) {
    key += '\0';
    key += part;
  }
  const int ordinal = seen_[key]++;
  key += '\0';
  key += std::to_string(ordinal);
  return sha256_hex(key).substr(0, 32);
}

void set_fingerprints(const SourceText& source, std::vector<Diagnostic>& diagnostics) {
  Fingerprints fingerprints;
  for (Diagnostic& diagnostic : diagnostics) diagnostic.fingerprint = fingerprints.next(source, diagnostic);
}

}  // namespace gialint
