#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/line_index.hpp"
#include "engine/text/result.hpp"
#include "engine/text/span.hpp"

namespace gialint {

enum class Encoding { utf8, gb18030, utf16le, utf16be };

/// The IANA name: "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE".
std::string_view encoding_name(Encoding encoding);

/// The encoding a user calls `name` ("utf-8", "gbk", "GB2312", "utf-16le" …; case does not matter).
/// GBK and GB2312 are read as GB18030, which contains them.
std::optional<Encoding> encoding_named(std::string_view name);

/// A run of bytes that encode no character. In the text one U+FFFD stands for it.
struct UndecodableBytes {
  std::uint64_t offset = 0;  ///< of the first such byte, in the file as it was read
  std::uint32_t length = 0;  ///< how many bytes in a row
  Span span;                 ///< the U+FFFD in the text
};

/// One file, decoded to UTF-8. Immutable; every Span of gialint points into its text().
///
/// Line ends are kept as in the file; a byte order mark is not part of the text.
class SourceText {
 public:
  /// Decodes `bytes`. Without `encoding` it is detected: a byte order mark, else UTF-16 when zero bytes
  /// alternate, else UTF-8 when valid or mostly so, else GB18030 when a page's <meta> says so or most bytes fit.
  ///
  /// Fails for a file without text: empty or blank, binary (zero or control bytes; the message names PDF, Word and ZIP
  /// files, which it knows by their signatures), or larger than `max_bytes`.
  static Result<SourceText> from_bytes(std::string path, std::string bytes,
                                       std::optional<Encoding> encoding = std::nullopt,
                                       std::uint64_t max_bytes = default_max_bytes);

  /// The text that was drawn from a document of `byte_count` bytes: UTF-8, with "\n" at the end of its lines.
  static SourceText of_drawn(std::string path, std::string text, std::uint64_t byte_count);

  /// Why a file of `byte_count` bytes is too large to be read; nothing when it is not.
  static std::optional<Failure> check_size(std::uint64_t byte_count, std::uint64_t max_bytes);

  static constexpr std::uint64_t default_max_bytes = 256ULL << 20U;

  [[nodiscard]] const std::string& path() const { return path_; }  ///< as the user gave it
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view slice(Span span) const {
    return std::string_view(text_).substr(span.begin, span.size());
  }
  [[nodiscard]] Encoding encoding() const { return encoding_; }
  [[nodiscard]] bool has_bom() const { return has_bom_; }
  [[nodiscard]] std::uint64_t byte_count() const { return byte_count_; }  ///< of the file as it was read
  /// Whether it was drawn from a document: no byte of the file stands where the text has it, and no edit of the text
  /// is one of the file.
  [[nodiscard]] bool is_drawn() const { return is_drawn_; }
  [[nodiscard]] const std::vector<UndecodableBytes>& undecodable() const { return undecodable_; }
  [[nodiscard]] const LineIndex& lines() const { return lines_; }
  [[nodiscard]] Position position(std::uint32_t offset, ColumnUnit unit) const {
    return lines_.position(text_, offset, unit);
  }

 private:
  SourceText(std::string path, std::string text);

  std::string path_;
  std::string text_;
  LineIndex lines_;
  Encoding encoding_ = Encoding::utf8;
  bool has_bom_ = false;
  bool is_drawn_ = false;
  std::uint64_t byte_count_ = 0;
  std::vector<UndecodableBytes> undecodable_;
};

}  // namespace gialint
