#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gialint {

/// Why a piece of the stream is no message.
enum class FrameFault : std::uint8_t {
  no_length,     ///< a header without a Content-Length that can be read: only the header was skipped
  too_long,      ///< a message over the limit: it was skipped
  endless_head,  ///< no end of a header in sight: this is no such stream, and nothing more comes of it
};

/// A message, or what was in its place.
struct Frame {
  std::string body;
  std::optional<FrameFault> fault;  ///< then `body` is empty
};

/// Takes a stream of the language server protocol apart: "Content-Length: 2\r\n\r\n{}" and so on.
///
/// Bytes come in pieces of any size. Holds no more than one message and what was fed behind it.
class MessageReader {
 public:
  static constexpr std::size_t longest_head = std::size_t{8} << 10U;
  static constexpr std::size_t longest_body = std::size_t{64} << 20U;

  explicit MessageReader(std::size_t longest = longest_body) : longest_(longest) {}

  void feed(std::string_view bytes);

  /// The next frame; empty when more bytes have to come first.
  std::optional<Frame> next();

  /// After FrameFault::endless_head.
  [[nodiscard]] bool is_broken() const { return broken_; }

 private:
  /// Reads the header at the front into `wanted_`, once it is there as a whole; the fault, when it is none.
  std::optional<FrameFault> read_head();
  [[nodiscard]] std::string_view rest() const { return std::string_view(buffer_).substr(begin_); }
  void drop(std::size_t bytes);

  std::size_t longest_;
  std::string buffer_;
  std::size_t begin_ = 0;              ///< of what has not been taken yet
  std::size_t searched_ = 0;           ///< bytes of rest() in which no header ends
  std::optional<std::size_t> wanted_;  ///< bytes of the message whose header was read
  std::uint64_t skipped_ = 0;          ///< bytes still to come of a message over the limit
  bool broken_ = false;
};

/// `body` with its header.
std::string framed(std::string_view body);

}  // namespace gialint
