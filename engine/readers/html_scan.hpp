#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/text/span.hpp"

namespace gialint {

/// One piece of an HTML source as its tokenizer sees it. The pieces follow each other without a gap.
struct HtmlToken {
  enum class Kind : std::uint8_t {
    text,       ///< character references undecoded
    start_tag,  ///< <p class="a">
    end_tag,    ///< </p>
    comment,    ///< comments, conditional ones too, the doctype, processing instructions
    raw,        ///< what a script or style sheet holds, up to its end tag
  };
  Kind kind = Kind::text;
  Span span;
  std::string_view name;         ///< of a tag, as written
  std::uint32_t attributes = 0;  ///< of a start tag
  bool self_closing = false;     ///< <path/>
};

/// Cuts an HTML source into tokens, in linear time whatever it holds. What is no tag is text; a tag or comment that is
/// not closed goes on to the end of the source.
class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view source, std::uint32_t begin = 0) : source_(source), at_(begin) {}

  /// False at the end of the source.
  bool next(HtmlToken& token);
  /// After a start tag: its element holds no tags, and the next token is all that stands before its end tag.
  void read_raw(std::string_view name);
  /// The same if there is such an end tag; else false, and its content is read like any other.
  bool read_closed_raw(std::string_view name);

 private:
  void read_tag(HtmlToken& token);
  [[nodiscard]] std::uint32_t end_of_comment(std::uint32_t begin) const;
  [[nodiscard]] std::uint32_t raw_end(std::string_view name) const;

  std::string_view source_;
  std::uint32_t at_;
  std::string_view raw_;  // the element whose raw text comes next; empty when none does
};

/// Whether a tag, a comment or the like begins at `at`; else a < there is text.
bool begins_markup(std::string_view source, std::size_t at);

}  // namespace gialint
