#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/file_result.hpp"

namespace gialint {

class MappedText;

/// One character of the file as the page shows it, and its place in the source.
struct Glyph {
  std::string_view text;
  Span source;
  std::uint32_t block = 0;  ///< of Outline::blocks, or the line where there is no model
};

/// A diagnostic on the page, counted or not.
struct HtmlFinding {
  const Diagnostic* diagnostic = nullptr;
  std::size_t number = 0;                    ///< in its file, from 1
  const Suppression* suppression = nullptr;  ///< of one that does not count
  bool known = false;                        ///< of the baseline
  [[nodiscard]] bool quiet() const { return known || suppression != nullptr; }
};

/// "e", "w", "i": the class of what a diagnostic of that severity marks.
std::string_view html_severity(Severity severity);
/// "✖", "▲", "●": severity is never shown by colour alone.
std::string_view html_sign(Severity severity);

/// The text of one file with its marks. Pieces may be written in any order; the class remembers what has been shown, so
/// that nothing is lost and every diagnostic is marked at least once.
class HtmlText {
 public:
  /// `prefix` begins every id: "f3-". `findings` and the texts that `glyphs` point into must outlive it.
  HtmlText(const SourceText& source, std::vector<Glyph> glyphs, const std::vector<HtmlFinding>& findings,
           std::string prefix, ColumnUnit unit);

  /// All there is to show, in the order of the source.
  [[nodiscard]] std::span<const Glyph> glyphs() const { return glyphs_; }
  [[nodiscard]] bool is_shown(std::size_t glyph) const { return shown_[glyph]; }
  void set_shown(std::size_t glyph) { shown_[glyph] = true; }
  /// The first glyph at or after `offset`.
  [[nodiscard]] std::size_t glyph_at(std::uint32_t offset) const;
  /// Those that begin within `span`.
  [[nodiscard]] std::span<const Glyph> within(Span span) const;

  /// "12:5".
  [[nodiscard]] std::string position(std::uint32_t offset) const;

  /// Appends the glyphs with their marks, each followed by the numbers of its diagnostics.
  void write(std::string& out, std::span<const Glyph> run);
  void write(std::string& out, const MappedText& text);
  /// The signs of diagnostics that mark nothing but this place: a missing row, an empty cell.
  void write_signs(std::string& out, std::string_view place, Span span);
  /// The signs that have no place yet. Write nothing after it.
  void write_rest(std::string& out);

 private:
  struct Mark {
    Span span;
    std::string_view place;
    std::size_t finding = 0;  ///< index into findings_
    std::size_t related = 0;  ///< 0: the diagnostic itself, else from 1
    bool has_id = false;
    bool has_sign = false;
  };
  struct Segment {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t cover = 0;
    std::vector<std::size_t> signs;  ///< marks of no width before it
  };

  void find_covers();
  [[nodiscard]] std::vector<Segment> segments_of(std::span<const Glyph> run);
  void open_mark(std::string& out, const std::vector<std::size_t>& marks);
  [[nodiscard]] std::string class_of(const std::vector<std::size_t>& marks) const;
  void write_sign(std::string& out, std::size_t mark);
  void write_place(std::string& out, std::size_t mark);
  [[nodiscard]] std::string id_of(const Mark& mark) const;

  const SourceText& source_;
  std::vector<Glyph> glyphs_;
  std::vector<bool> shown_;
  const std::vector<HtmlFinding>& findings_;
  std::vector<Mark> marks_;
  std::vector<std::vector<std::size_t>> covers_;  ///< distinct sets of marks; the first is empty
  std::vector<std::size_t> cover_of_;             ///< of each glyph
  std::vector<std::vector<std::size_t>> signs_;   ///< before each glyph and at the end: marks that cover no glyph
  std::string prefix_;
  ColumnUnit unit_;
};

/// The characters of `text` with their places; `text` must outlive them.
std::vector<Glyph> glyphs_of(const MappedText& text, std::uint32_t block);

}  // namespace gialint
