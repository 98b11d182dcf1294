#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/office/word_events.hpp"

namespace gialint {

/// What of a run's formatting decides whether and how its text is read. Empty: not said here.
struct RunFormat {
  std::optional<bool> hidden;       ///< <w:vanish/>
  std::optional<bool> struck;       ///< <w:strike/> or <w:dstrike/>: as good as deleted
  std::optional<bool> raised;       ///< superscript or subscript
  std::optional<std::string> font;  ///< of Latin text: symbol fonts give characters another meaning
  std::string style;                ///< id of its character style

  /// Takes from `from` what is not said here.
  void inherit(const RunFormat& from);
};

/// What of a paragraph's formatting the reader needs.
struct ParagraphFormat {
  std::optional<int> outline_level;  ///< 0 to 8 a heading; 9: body text
  std::optional<int> number_id;      ///< of its list; 0: of none
  std::optional<int> number_level;
  std::string style;

  void inherit(const ParagraphFormat& from);
};

/// To be called after the start of <w:rPr>: reads to its end.
RunFormat read_run_format(WordEvents& events);

/// One style with all that it is based on.
struct WordStyle {
  RunFormat run;
  ParagraphFormat paragraph;
  std::string numbered_by;  ///< the style, itself or one it is based on, that names the list
};

/// The styles of a document: word/styles.xml.
class WordStyles {
 public:
  /// What of `xml` can be understood; an empty one has no style.
  static WordStyles read(std::string_view xml);

  /// The style with that id; one that says nothing when there is none.
  [[nodiscard]] const WordStyle& style(std::string_view id) const;

  /// The id of the style of paragraphs that name none; may be empty.
  [[nodiscard]] const std::string& default_paragraph() const { return default_paragraph_; }

  /// Whether text is hidden: a toggle, so that a character style turns round what the paragraph's style says
  /// (ISO/IEC 29500-1, 17.7.3). Direct formatting has the last word.
  [[nodiscard]] bool is_hidden(const RunFormat& run, std::string_view paragraph_style) const;
  /// The same for struck out.
  [[nodiscard]] bool is_struck(const RunFormat& run, std::string_view paragraph_style) const;
  [[nodiscard]] bool is_raised(const RunFormat& run, std::string_view paragraph_style) const;
  /// The font of Latin text; empty when nothing names one.
  [[nodiscard]] std::string_view font(const RunFormat& run, std::string_view paragraph_style) const;

 private:
  friend class StylesReader;

  std::map<std::string, WordStyle, std::less<>> styles_;
  std::string default_paragraph_;
};

}  // namespace gialint
