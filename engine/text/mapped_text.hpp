#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/span.hpp"

namespace gialint {

/// Text put together from pieces of a source (joined lines, text between tags, folded characters) that
/// still knows where each byte came from.
class MappedText {
 public:
  MappedText() = default;

  /// Adds `text`, copied unchanged from source byte `source_begin` on.
  void append(std::string_view text, std::uint32_t source_begin);
  /// Adds `text` that stands for the whole of `source` (an entity, a folded character, a joining blank).
  void append_as(std::string_view text, Span source);
  /// Adds all of `other`, places kept.
  void append(const MappedText& other);
  /// The part [begin, end) of text(), places kept.
  [[nodiscard]] MappedText sub(Span part) const;

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }

  /// The source bytes that text()[part] came from: from the first byte's place to the last byte's.
  /// An empty part gives an empty span at its place.
  [[nodiscard]] Span source(Span part) const;
  /// The source bytes of the whole; {0, 0} when empty.
  [[nodiscard]] Span source() const;

 private:
  struct Run {
    std::uint32_t begin = 0;  ///< in text_; ends where the next run begins
    Span source;              ///< of the same length as the run, or standing for it as a whole
  };
  std::string text_;
  std::vector<Run> runs_;
};

}  // namespace gialint
