#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/span.hpp"
#include "tests/generator/printed.hpp"

namespace gialint::generator {

/// The text of a report while it is written, and where everything went.
class Writer {
 public:
  Writer(std::string newline, std::size_t ids) : newline_(std::move(newline)), places_(ids) {}

  /// Marks around what is wrong (marks.hpp) are left out, and what they stood around is in marks().
  void put(std::string_view text);

  /// All of a cell, or one piece of it.
  void put(const PrintedCell& cell) { piece(cell.id, cell.text); }
  void piece(std::size_t id, std::string_view text) {
    const std::uint32_t begin = here();
    put(text);
    place(id, {begin, here()});
  }

  /// Says that the thing lies in `span`: grows the place it has.
  void place(std::size_t id, Span span) {
    if (id == none) return;
    Place& known = places_[id];
    known.span = known.known ? hull(known.span, span) : span;
    known.known = true;
  }

  void end_line() { text_ += newline_; }
  /// Ends the line that was begun, if one was.
  void flush_line() {
    if (!at_line_start()) end_line();
  }
  void blank_line() {
    flush_line();
    end_line();
  }

  [[nodiscard]] bool at_line_start() const { return text_.empty() || text_.back() == '\n' || text_.back() == '\f'; }
  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(text_.size()); }

  struct Place {
    bool known = false;
    Span span;
  };
  [[nodiscard]] const std::vector<Place>& places() const { return places_; }
  [[nodiscard]] const std::vector<Span>& marks() const { return marks_; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string newline_;
  std::string text_;
  std::vector<Span> marks_;
  std::vector<Place> places_;
};

/// The code points of `text`, each as its bytes.
std::vector<std::string_view> code_points(std::string_view text);

/// `text` in two to `most` pieces of two code points at least; one when it is too short. No piece begins with a mark
/// that no line begins with.
std::vector<std::string_view> broken(std::string_view text, std::size_t most, Random& random);

/// `text` in pieces of at most `width` terminal cells.
std::vector<std::string_view> wrapped(std::string_view text, std::size_t width);

/// Terminal cells: two for what is not ASCII.
std::size_t display_width(std::string_view text);

}  // namespace gialint::generator
