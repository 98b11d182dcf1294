#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/readers/html_text.hpp"
#include "engine/text/mapped_text.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// Takes the markup off the text of a Markdown source, in linear time: emphasis, code marks, links and images, escapes,
/// character references, tags; pandoc's attributes in braces. What is struck out (~~…~~), a mark that points to a note
/// (^1^, [^1]) and what `hidden` names are no text.
class MarkdownInline {
 public:
  /// `hidden`: parts of the source that are no text, in order and apart; they outlive this.
  MarkdownInline(std::string_view source, const std::vector<Span>& hidden)
      : source_(source), hidden_(hidden), decoder_(source) {}

  /// The text of a part of the source, without blanks at its ends.
  MappedText read(Span part);

 private:
  std::string_view source_;
  const std::vector<Span>& hidden_;
  HtmlDecoder decoder_;
};

/// The length of the tag that begins `text`; 0 when none does. <http://…> and <name@host> are text.
std::size_t tag_length(std::string_view text);

/// The length of the attributes that pandoc writes in braces, {#id .class key="value"}, at the start of `text`; 0 when
/// there are none.
std::size_t attributes_length(std::string_view text);

}  // namespace gialint
