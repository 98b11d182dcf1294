#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/text/mapped_text.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// A stretch of text: copied from `source`, or standing for it as a whole.
struct HtmlPiece {
  std::string_view text;
  Span source;
  bool copied = true;
};

/// A character reference: how long it is, and what it stands for.
struct HtmlReference {
  std::uint32_t length = 0;
  std::string text;
};

/// Decodes the text of an HTML source. What a character reference stands for the parser says, once for each.
class HtmlDecoder {
 public:
  explicit HtmlDecoder(std::string_view source) : source_(source) {}

  /// The pieces of `raw`, references decoded, markup left out that the parser ignored. They live until the next call.
  const std::vector<HtmlPiece>& decode(Span raw);
  /// The reference at the start of `text`; of length 0 when it is none.
  const HtmlReference& reference_at(std::string_view text);

 private:
  std::string_view source_;
  std::vector<HtmlPiece> pieces_;
  std::unordered_map<std::string, HtmlReference> known_;
};

/// Lays out inline text as a browser does: white space collapses, a line break of the source between two Chinese
/// characters is nothing at all.
class HtmlLines {
 public:
  /// Finished lines go to `*out`.
  HtmlLines(std::string_view source, std::vector<TextBlock>* out) : source_(source), out_(out) {}

  void add(const HtmlPiece& piece);
  /// <br>, which stands at `tag`. In a heading it is a blank at most.
  void end_line(Span tag);
  /// The start or end of a block element.
  void end_block();

  void set_output(std::vector<TextBlock>* out) { out_ = out; }
  void set_heading(std::uint8_t level) { heading_ = level; }
  void set_preformatted(bool preformatted) { preformatted_ = preformatted; }
  void begin_item() { item_ = true; }
  void end_item() { item_ = false; }
  /// Whether the line has no text yet.
  [[nodiscard]] bool empty() const { return line_.empty(); }
  /// What the line holds so far.
  [[nodiscard]] std::string_view line() const { return line_.text(); }
  /// The end of the last text, in the source.
  [[nodiscard]] std::uint32_t place() const { return place_; }

 private:
  void add_word(std::string_view word, Span source, bool copied);
  void add_blank(Span source, bool line_break);
  bool finish();

  std::string_view source_;
  std::vector<TextBlock>* out_;
  MappedText line_;
  std::optional<Span> blank_;  // white space that counts when more text follows
  bool blank_breaks_ = false;  // … with a line break of the source in it
  bool blank_joins_ = false;   // … which is a <br>: a blank between Latin words alone
  std::uint32_t place_ = 0;
  std::uint8_t heading_ = 0;
  bool item_ = false;
  bool preformatted_ = false;
  bool after_blank_ = true;
};

/// The lines of one table cell, in the order of the source, as one text.
MappedText joined_lines(std::vector<TextBlock> lines);

}  // namespace gialint
