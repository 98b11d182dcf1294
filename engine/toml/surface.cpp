#include "engine/toml/surface.hpp"

#include <string>

#include "engine/text/sentence.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr int max_dots_per_line = 64;

constexpr bool is_line_end(char byte) { return byte == '\n' || byte == '\r'; }
constexpr bool is_beyond_ascii(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }
class Surface {
 public:
  explicit Surface(std::string_view text) : text_(text) {}

  std::optional<SurfaceFault> fault() {
    while (!fault_ && at_ < text_.size()) step();
    return fault_;
  }

 private:
  void step() {
    const char byte = text_[at_];
    if (byte == '"' || byte == '\'') {
      string(byte);
    } else if (byte == '#') {
      while (at_ < text_.size() && !is_line_end(text_[at_])) ++at_;
    } else if (is_line_end(byte)) {
      dots_ = 0;
      ++at_;
    } else if (is_beyond_ascii(byte)) {
      std::string character;
      append_utf8(character, code_point_at(text_, at_).value);
      static constexpr Sentence beyond("引号外出现了“{}”：键、数和标点都用半角，文字写在英文引号里",
                                       "`{}` outside quotes: only strings and comments hold such characters");
      fault_ = SurfaceFault{at_, beyond.with(character)};
    } else {
      if (byte == '.' && ++dots_ > max_dots_per_line) {
        static constexpr Sentence endless("一行里的点超过 {} 个，不可能是合法的键",
                                          "more than {} dots in a line: no key has so many");
        fault_ = SurfaceFault{at_, endless.with(max_dots_per_line)};
      }
      ++at_;
    }
  }

  void string(char quote) {
    const char fence[] = {quote, quote, quote};
    const bool lines = text_.substr(at_, 3) == std::string_view(fence, 3);
    at_ += lines ? 3 : 1;
    while (at_ < text_.size()) {
      const char byte = text_[at_];
      if (byte == '\\' && quote == '"' && at_ + 1 < text_.size() && (lines || !is_line_end(text_[at_ + 1]))) {
        at_ += 2;
      } else if (lines ? text_.substr(at_, 3) == std::string_view(fence, 3) : byte == quote) {
        at_ += lines ? 3 : 1;
        while (lines && at_ < text_.size() && text_[at_] == quote) ++at_;  // `""""`: a quote, then the end
        return;
      } else if (!lines && is_line_end(byte)) {
        return;
      } else {
        ++at_;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int dots_ = 0;  // outside strings, in this line
  std::optional<SurfaceFault> fault_;
};

}  // namespace

std::optional<SurfaceFault> surface_fault(std::string_view text) { return Surface(text).fault(); }

}  // namespace gialint
