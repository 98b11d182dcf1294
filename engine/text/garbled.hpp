#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/span.hpp"

namespace gialint {

/// How a stretch of text came to be unreadable.
enum class GarbledKind : std::uint8_t {
  misread,         ///< bytes of one encoding read in another: æ”¿åºœ, 鍥藉姟闄, Õþ¸®
  lost,            ///< characters that became U+FFFD, or question marks in a row
  private_use,     ///< code points without a meaning that all share
  foreign_script,  ///< letters of scripts that no Chinese text has, or of several at once
  improbable,      ///< Chinese characters in an order that makes no words: GBK read as Big5, say
};

/// "misread", "lost", …
std::string_view garbled_kind_name(GarbledKind kind);

struct Garbled {
  GarbledKind kind = GarbledKind::misread;
  Span span;        ///< bytes of the text searched
  std::string was;  ///< what it probably said; empty when that cannot be told. "…" stands for bytes that are gone
};

/// All stretches of `text` (UTF-8) that are garbled, from left to right, none overlapping. Nothing is known by heart of
/// what mojibake looks like: a stretch is taken back to the bytes that it may have come from, and counts when they
/// make better Chinese. `traditional`: characters that show that a stretch is Chinese in traditional characters, which
/// make no words of the vocabulary either. In time linear in the text.
std::vector<Garbled> find_garbled(std::string_view text, std::u32string_view traditional);

}  // namespace gialint
