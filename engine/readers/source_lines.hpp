#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/text/source_text.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// The lines of a source as readers of lines see them: each as a whole, or what a frame drawn around it leaves.
class SourceLines {
 public:
  /// `source` outlives this.
  explicit SourceLines(const SourceText& source) : source_(source) {}

  [[nodiscard]] const SourceText& source() const { return source_; }
  /// Lines are counted from 1.
  [[nodiscard]] std::uint32_t count() const { return source_.lines().line_count(); }
  [[nodiscard]] Span span(std::uint32_t number) const;
  [[nodiscard]] std::string_view text(std::uint32_t number) const { return source_.slice(span(number)); }

  /// From now on the lines from `first` on are these parts of them. A frame within a frame is taken off after it.
  /// False, and nothing done, where frames stand in each other deeper than pages are laid out.
  bool unframe(std::uint32_t first, std::vector<Span> parts);

 private:
  struct Framed {
    std::uint32_t first = 0;
    std::vector<Span> parts;
    int frames = 1;  ///< that were taken off within
  };

  const SourceText& source_;
  std::vector<Framed> framed_;  // in order and apart
};

}  // namespace gialint
