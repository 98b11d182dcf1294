#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/readers/reader.hpp"
#include "engine/text/result.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

/// An edit as it is made in the file: the bytes [begin, end) give way to `bytes`.
struct ByteEdit {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::string bytes;
};

/// Translates edits of a text into edits of the file that it was decoded from. No byte outside an edit changes: byte
/// order mark, line ends and bytes that no character stands for stay what they are.
class FileBytes {
 public:
  /// `bytes` are those of the file that `source` was decoded from. Both outlive it.
  FileBytes(std::string_view bytes, const SourceText& source, Format format);

  /// Fails, with the reason alone, for an edit that cannot be made: it touches bytes that do not decode, it would
  /// take markup away, or the file's encoding has no character for what it writes. What would be markup is escaped as
  /// the format asks.
  [[nodiscard]] Result<ByteEdit> translate(const Edit& edit) const;

  /// The file after `edits`, which stand in order and do not overlap.
  [[nodiscard]] std::string with(const std::vector<ByteEdit>& edits) const;

 private:
  struct Place {
    std::uint32_t text = 0;
    std::uint64_t byte = 0;
  };
  /// Moves on by one character, or by one run of bytes that do not decode.
  void step(Place& place, std::size_t& undecodable) const;
  [[nodiscard]] std::uint64_t byte_at(std::uint32_t text_offset) const;
  [[nodiscard]] bool is_markup(Span span) const;
  [[nodiscard]] bool in_html(Span span) const;
  [[nodiscard]] std::string escaped(const Edit& edit) const;

  std::string_view bytes_;
  const SourceText* source_;
  Format format_;
  std::vector<Span> html_;  ///< tables of Markdown that are HTML
  /// Every so often a place, and the number of the first run of undecodable bytes from there on.
  std::vector<std::pair<Place, std::size_t>> known_;
};

}  // namespace gialint
