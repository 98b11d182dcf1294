#include "engine/lsp/frames.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include "engine/text/ascii.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

// `name` is in lower case.
bool is_called(std::string_view header, std::string_view name) {
  return std::equal(header.begin(), header.end(), name.begin(), name.end(),
                    [](char a, char b) { return ascii_lower(a) == b; });
}

// The number of bytes that a header announces.
std::optional<std::uint64_t> length_in(std::string_view head) {
  std::optional<std::uint64_t> length;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 1, head.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_called(trim(line.substr(0, colon)), "content-length")) continue;
    const std::string_view digits = trim(line.substr(colon + 1));
    std::uint64_t value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
    length = value;
  }
  return length;
}

}  // namespace

void MessageReader::feed(std::string_view bytes) {
  if (broken_) return;
  const auto skip = static_cast<std::size_t>(std::min<std::uint64_t>(skipped_, bytes.size()));
  skipped_ -= skip;
  bytes.remove_prefix(skip);
  // What was taken goes when it is the larger part, so that each byte is moved a bounded number of times.
  if (begin_ > buffer_.size() / 2) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  buffer_ += bytes;
}

void MessageReader::drop(std::size_t bytes) {
  begin_ += bytes;
  searched_ = 0;
}

std::optional<FrameFault> MessageReader::read_head() {
  const std::string_view text = rest();
  // Editors end lines with "\r\n"; people who type a message by hand do not.
  std::size_t end = std::string_view::npos;
  for (std::size_t feed = text.find('\n', searched_); feed != std::string_view::npos;
       feed = text.find('\n', feed + 1)) {
    const std::size_t next = feed + 1 < text.size() && text[feed + 1] == '\r' ? feed + 2 : feed + 1;
    if (next < text.size() && text[next] == '\n') {
      end = next + 1;
      break;
    }
  }
  if (end > longest_head) {  // npos, too: no end yet
    searched_ = text.size() < 2 ? 0 : text.size() - 2;
    if (std::min(end, text.size()) <= longest_head) return std::nullopt;
    broken_ = true;
    return FrameFault::endless_head;
  }
  const std::optional<std::uint64_t> length = length_in(text.substr(0, end));
  drop(end);
  if (!length) return FrameFault::no_length;
  if (*length > longest_) {
    const auto here = static_cast<std::size_t>(std::min<std::uint64_t>(*length, rest().size()));
    skipped_ = *length - here;
    drop(here);
    return FrameFault::too_long;
  }
  wanted_ = static_cast<std::size_t>(*length);
  return std::nullopt;
}

std::optional<Frame> MessageReader::next() {
  if (broken_) return std::nullopt;
  if (!wanted_) {
    if (const std::optional<FrameFault> fault = read_head()) return Frame{{}, fault};
  }
  if (!wanted_ || rest().size() < *wanted_) return std::nullopt;
  Frame frame{std::string(rest().substr(0, *wanted_)), {}};
  drop(*std::exchange(wanted_, std::nullopt));
  return frame;
}

std::string framed(std::string_view body) {
  std::string frame = "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  frame += body;
  return frame;
}

}  // namespace gialint
