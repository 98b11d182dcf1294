#include "engine/text/normalize.hpp"

#include <algorithm>
#include <array>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// ICU's own instance, never freed. Null only when ICU's data is missing, and then nothing is folded.
const icu::Normalizer2* nfkc() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKCInstance(status);
    return U_SUCCESS(status) ? found : nullptr;
  }();
  return instance;
}

/// What one code point leaves behind, by ICU.
std::u32string fold_by_icu(char32_t c) {
  icu::UnicodeString form(static_cast<UChar32>(c));
  if (nfkc() != nullptr) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString normal = nfkc()->normalize(form, status);
    if (U_SUCCESS(status)) form = std::move(normal);
  }
  std::u32string out;
  for (std::int32_t i = 0; i < form.length(); i = form.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(form.char32At(i));
    if (is_word(part)) out.push_back(static_cast<char32_t>(u_tolower(static_cast<UChar32>(part))));
  }
  return out;
}

/// The blocks that Chinese punctuation and full-width forms live in, folded once.
class FoldTable {
 public:
  FoldTable() {
    for (char32_t c = 0; c < 0x80; ++c) ascii_[c] = single(c);
    for (char32_t c = 0; c < 0x80; ++c) general_punctuation_[c] = single(0x2000 + c);
    for (char32_t c = 0; c < 0x40; ++c) cjk_punctuation_[c] = single(0x3000 + c);
    for (char32_t c = 0; c < 0xF0; ++c) full_width_[c] = single(0xFF00 + c);
  }

  /// The one code point that `c` folds to, `nothing`, or `ask_icu`.
  [[nodiscard]] char32_t operator[](char32_t c) const {
    if (c < 0x80) return ascii_[c];
    if (is_unified_ideograph(c)) return c;
    if (c >= 0x3000 && c < 0x3040) return cjk_punctuation_[c - 0x3000];
    if (c >= 0xFF00 && c < 0xFFF0) return full_width_[c - 0xFF00];
    if (c >= 0x2000 && c < 0x2080) return general_punctuation_[c - 0x2000];
    return ask_icu;
  }

  static constexpr char32_t nothing = 0;
  static constexpr char32_t ask_icu = 0xFFFFFFFF;

 private:
  static char32_t single(char32_t c) {
    const std::u32string folded = fold_by_icu(c);
    if (folded.empty()) return nothing;
    return folded.size() == 1 ? folded.front() : ask_icu;
  }

  std::array<char32_t, 0x80> ascii_{};
  std::array<char32_t, 0x80> general_punctuation_{};
  std::array<char32_t, 0x40> cjk_punctuation_{};
  std::array<char32_t, 0xF0> full_width_{};
};

template <class Take>
void fold_each(std::string_view utf8, Take take) {
  static const FoldTable table;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    const Span place{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at) + c.length};
    at += c.length;
    const char32_t folded = table[c.value];
    if (folded == FoldTable::nothing) continue;
    if (folded != FoldTable::ask_icu) {
      take(folded, place);
      continue;
    }
    for (const char32_t part : fold_by_icu(c.value)) take(part, place);
  }
}

std::u32string lower_case(std::string_view utf8) {
  std::u32string out = to_utf32(utf8);
  for (char32_t& c : out) c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  return out;
}

}  // namespace

Folded fold(std::string_view utf8) {
  Folded folded;
  // Most of the text is Chinese: three bytes give one code point.
  folded.text.reserve(utf8.size() / 3 + 4);
  folded.places.reserve(utf8.size() / 3 + 4);
  fold_each(utf8, [&](char32_t c, Span place) {
    folded.text.push_back(c);
    folded.places.push_back(place);
  });
  return folded;
}

std::u32string fold_text(std::string_view utf8) {
  std::u32string text;
  text.reserve(utf8.size() / 3 + 4);
  fold_each(utf8, [&](char32_t c, Span) { text.push_back(c); });
  return text;
}

std::string to_nfkc(std::string_view utf8) {
  bool plain = true;
  for (std::size_t at = 0; at < utf8.size() && plain;) {
    const CodePoint c = code_point_at(utf8, at);
    plain = c.value < 0x80 || is_unified_ideograph(c.value);
    at += c.length;
  }
  std::string out;
  if (!plain && nfkc() != nullptr) {
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&out);
    nfkc()->normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())), sink, nullptr,
                          status);
    if (U_SUCCESS(status)) return out;
  }
  return std::string(utf8);
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  while (!a.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.empty()) return b.size();
  limit = std::min(limit, b.size());  // never more than that, so a larger limit says nothing more
  const std::size_t over = limit + 1;

  // One row of the table over `a`; only cells within `limit` of the diagonal can be at or under it.
  std::array<std::size_t, 64> small;
  std::vector<std::size_t> large;
  std::size_t* row = small.data();
  if (a.size() >= small.size()) {
    large.resize(a.size() + 1);
    row = large.data();
  }
  for (std::size_t i = 0; i <= a.size(); ++i) row[i] = std::min(i, over);
  for (std::size_t j = 1; j <= b.size(); ++j) {
    const std::size_t first = j > limit ? j - limit : 1;
    const std::size_t last = std::min(a.size(), j + limit);
    if (first > last) return over;
    std::size_t diagonal = row[first - 1];
    row[first - 1] = first == 1 ? std::min(j, over) : over;
    std::size_t best = row[first - 1];
    for (std::size_t i = first; i <= last; ++i) {
      const std::size_t above = row[i];
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[i] = std::min({changed, above + 1, row[i - 1] + 1, over});
      diagonal = above;
      best = std::min(best, row[i]);
    }
    if (best >= over) return over;
  }
  return row[a.size()];
}

std::string_view nearest_name(std::string_view name, const std::vector<std::string>& known) {
  const std::u32string exact = to_utf32(name);
  const std::u32string lower = lower_case(name);
  const std::size_t limit = lower.size() / 3;
  std::string_view nearest;
  std::size_t least = limit + 1;
  std::size_t least_exact = 0;
  for (const std::string& candidate : known) {
    const std::size_t distance = edit_distance(lower, lower_case(candidate), limit);
    if (distance > least || distance > limit) continue;
    const std::size_t exact_distance = edit_distance(exact, to_utf32(candidate), exact.size() + candidate.size());
    if (distance < least || exact_distance < least_exact) {
      nearest = candidate;
      least = distance;
      least_exact = exact_distance;
    }
  }
  return nearest;
}

}  // namespace gialint
