#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

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

/// Whether the element called `name` (any case) holds text alone: script, style, title, textarea and the like.
bool holds_raw_text(std::string_view name);

/// `name` equals `lower`, which is lower-case, in any case.
bool is_tag(std::string_view name, std::string_view lower);

/// Whether the source can be parsed in time linear in its size. What makes an HTML parser slow: elements nested deep
/// (each tag looks through all that are open), formatting elements left open (every paragraph opens them again), tags
/// with thousands of attributes (each is compared with all others). Pages that people publish stay far below the
/// limits.
bool is_safe_to_parse(std::string_view source);

/// What is_safe_to_parse() allows.
struct HtmlLimits {
  static constexpr std::size_t nesting = 256;         ///< open elements; pages have 15 to 60
  static constexpr std::size_t attributes = 128;      ///< of one tag
  static constexpr std::size_t reopened = 200'000;    ///< elements and attributes that the parser adds of itself
  static constexpr std::size_t elements = 2'000'000;  ///< of one source: the tree takes some 200 bytes each
};

/// Whether a text is HTML: it begins with a doctype or <html>, or block elements hold most of what it says. A link in
/// angle brackets, an image or a line break in plain text or Markdown is no such element, and tables among lines of
/// text are Markdown's.
bool looks_like_html(std::string_view source);

/// The <table> elements that begin a line and stand in no other, in order. One that is not closed goes on to the end.
std::vector<Span> html_tables(std::string_view source);

}  // namespace gialint
