#include "engine/text/garbled.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <deque>
#include <optional>
#include <utility>

#include "engine/text/gb18030.hpp"
#include "engine/text/unicode.hpp"
#include "engine/text/word_list.hpp"
#include "engine/text/words.hpp"

namespace gialint {
namespace {

struct Character {
  char32_t value = 0;
  Span span;
};
using Characters = std::vector<Character>;

// ------------------------------------------------------------ sorts of characters

/// The Chinese characters that words of the vocabulary are made of.
class CommonCharacters {
 public:
  CommonCharacters() {
    for (std::size_t at = 0; at < word_list.size();) {
      const CodePoint point = code_point_at(word_list, at);
      if (point.value >= first && point.value <= last) common_.set(point.value - first);
      at += point.length;
    }
  }
  [[nodiscard]] bool has(char32_t c) const { return c >= first && c <= last && common_.test(c - first); }

 private:
  static constexpr char32_t first = 0x4E00;
  static constexpr char32_t last = 0x9FFF;
  std::bitset<last - first + 1> common_;
};

bool is_common(char32_t c) {
  static const CommonCharacters all;
  return all.has(c);
}

/// What Windows-1252 has at 0x80 to 0x9F.
constexpr std::u32string_view windows_1252 = U"€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

std::optional<unsigned char> byte_of_western(char32_t c) {
  if (c >= 0x80 && c <= 0xFF) return static_cast<unsigned char>(c);
  const std::size_t at = c > 0xFF ? windows_1252.find(c) : std::u32string_view::npos;
  if (at == std::u32string_view::npos) return std::nullopt;
  return static_cast<unsigned char>(0x80 + at);
}

bool is_latin_letter(char32_t c) { return c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7; }
bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD); }

/// Which script a letter is of, told roughly by its block. Those that a text from China may quote have numbers above
/// `known_script`.
int script_of(char32_t c) {
  struct Block {
    char32_t first;
    char32_t last;
    int script;
  };
  constexpr int unknown = 0;
  // Latin, Greek, Cyrillic; Hebrew, Arabic; scripts of India, Thailand, Tibet, Burma; Korean; Mongolian, Dai, Yi, kana.
  constexpr std::array<Block, 23> blocks = {{
      {0x0000, 0x024F, 10}, {0x0250, 0x036F, 10}, {0x0370, 0x03FF, 11}, {0x0400, 0x04FF, 12}, {0x0590, 0x05FF, 13},
      {0x0600, 0x06FF, 14}, {0x0750, 0x077F, 14}, {0x0900, 0x0DFF, 15}, {0x0E00, 0x0EFF, 16}, {0x0F00, 0x0FFF, 17},
      {0x1000, 0x109F, 18}, {0x1100, 0x11FF, 19}, {0x1780, 0x17FF, 20}, {0x1800, 0x18AF, 21}, {0x1950, 0x19DF, 22},
      {0x1E00, 0x1EFF, 10}, {0x1F00, 0x1FFF, 11}, {0x2000, 0x2FFF, 10}, {0x3000, 0x33FF, 23}, {0xA000, 0xA4CF, 24},
      {0xAC00, 0xD7FF, 19}, {0xFB50, 0xFDFF, 14}, {0xFE00, 0xFFEF, 10},
  }};
  for (const Block& block : blocks) {
    if (c >= block.first && c <= block.last) return block.script;
  }
  return unknown;
}
constexpr int known_script = 0;

// ------------------------------------------------------------ back to bytes

/// Bytes, and which character of a stretch each came from.
struct Bytes {
  std::string bytes;
  std::vector<std::size_t> owners;

  void add(std::string_view more, std::size_t owner) {
    bytes += more;
    owners.resize(bytes.size(), owner);
  }
};

/// A byte that no encoding has: for a character whose bytes are not known.
constexpr char no_byte = '\xFF';

/// The length of the sequence of two bytes and more that `bytes` has at `at`; 0 when it has none.
std::size_t sequence_at(std::string_view bytes, std::size_t at, char32_t& value) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(at);
  const std::size_t length = lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : 0;
  if (length == 0 || at + length > bytes.size()) return 0;
  value = length == 2 ? lead & 0x1FU : lead & 0x0FU;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return 0;
    value = value << 6U | (byte(at + i) & 0x3FU);
  }
  return length == 3 && value < 0x800 ? 0 : length;
}

/// What `bytes` say as UTF-8.
struct Utf8Reading {
  std::string text;
  std::size_t chinese = 0;  ///< common Chinese characters and their punctuation
  std::size_t other = 0;    ///< what else is told by two bytes and more
  std::size_t bad = 0;      ///< bytes that belong to no sequence
};

Utf8Reading read_utf8(std::string_view bytes) {
  Utf8Reading reading;
  bool gap = false;
  for (std::size_t at = 0; at < bytes.size();) {
    char32_t value = 0;
    const std::size_t length = sequence_at(bytes, at, value);
    if (length == 0) {
      ++reading.bad;
      if (!gap) reading.text += "…";
      gap = true;
      ++at;
      continue;
    }
    gap = false;
    const bool chinese =
        is_common(value) || (value >= 0x3000 && value <= 0x303F) || (value >= 0xFF00 && value <= 0xFF5E);
    ++(chinese ? reading.chinese : reading.other);
    // A byte order mark, and bytes that were lost before, say nothing.
    if (value != 0xFEFF && value != 0xFFFD) append_utf8(reading.text, value);
    at += length;
  }
  return reading;
}

/// Whether Chinese words make up `text`: by chance characters cost twice as much.
bool makes_words(std::string_view text) {
  constexpr int usual = 21;  // half bits a character, on average; plain prose has some 13
  const std::u32string all = to_utf32(text);
  int cost = 0;
  int count = 0;
  for (const Word& word : segment(all)) {
    if (!is_han(all[word.begin])) continue;
    cost += rarity(std::u32string_view(all).substr(word.begin, word.size())).value_or(50);
    count += static_cast<int>(word.size());
  }
  return count > 0 && cost <= usual * count;
}

/// What `bytes` say as GBK, when nearly all of it is common Chinese.
std::optional<std::string> read_gbk(std::string bytes) {
  if (bytes.size() % 2 != 0) bytes.pop_back();
  std::optional<std::string> text = from_gb18030(bytes);
  if (!text) return std::nullopt;
  std::size_t common = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < text->size(); ++all) {
    const CodePoint point = code_point_at(*text, at);
    if (is_common(point.value)) ++common;
    at += point.length;
  }
  if (common < 2 || common * 4 < all * 3 || !makes_words(*text)) return std::nullopt;
  return text;
}

// ------------------------------------------------------------ stretches

class GarbledFinder {
 public:
  GarbledFinder(std::string_view text, std::u32string_view traditional) : text_(text), traditional_(traditional) {}

  std::vector<Garbled> find() {
    for (at_ = 0; at_ < text_.size();) {
      if (!ahead_.empty() && at_ >= ahead_.front().span.begin) {
        at_ = ahead_.front().span.end;
        add(ahead_.front().kind, ahead_.front().span, std::move(ahead_.front().was));
        ahead_.pop_front();
        continue;
      }
      const auto lead = static_cast<unsigned char>(text_[at_]);
      if (lead < 0x80 && lead != '?') {
        ++at_;
        continue;
      }
      const char32_t c = code_point_at(text_, at_).value;
      if (lead == '?') {
        question_marks();
      } else if (c == 0xFFFD) {
        run_of(GarbledKind::lost, [](char32_t each) { return each == 0xFFFD; });
      } else if (is_private(c)) {
        run_of(GarbledKind::private_use, is_private);
      } else if (c < 0x800 || byte_of_western(c)) {
        western();
      } else if (is_han(c)) {
        chinese();
      } else {
        letters();
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] Character next(std::size_t at) const {
    const CodePoint point = code_point_at(text_, at);
    const auto begin = static_cast<std::uint32_t>(at);
    return {point.value, {begin, begin + point.length}};
  }

  /// The characters from `at_` on that `belongs` takes.
  template <typename Belongs>
  Characters take(const Belongs& belongs) const {
    Characters run;
    for (std::size_t at = at_; at < text_.size();) {
      const Character each = next(at);
      if (!belongs(each.value, at)) break;
      run.push_back(each);
      at = each.span.end;
    }
    return run;
  }

  void add(GarbledKind kind, Span span, std::string was = "") {
    // What follows a garbled stretch directly is the same mishap.
    if (!found_.empty() && found_.back().kind == kind && found_.back().span.end == span.begin) {
      found_.back().span.end = span.end;
      found_.back().was += was;
      return;
    }
    found_.push_back({kind, span, std::move(was)});
  }

  template <typename Belongs>
  void run_of(GarbledKind kind, const Belongs& belongs) {
    const Characters run = take([&](char32_t c, std::size_t /*at*/) { return belongs(c); });
    at_ = run.back().span.end;
    add(kind, {run.front().span.begin, run.back().span.end});
  }

  /// Three and more are no punctuation; two are not where the sentence goes on on both sides.
  void question_marks() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] == '?') ++at_;
    const bool han_before = begin >= 3 && is_han(code_point_at(text_, begin - 3).value);
    const bool han_behind = at_ < text_.size() && is_han(code_point_at(text_, at_).value);
    if (at_ - begin < 3) return;
    const bool beside = han_before || han_behind || begin == 0 || at_ == text_.size() ||
                        (static_cast<unsigned char>(text_[begin - 1]) & 0x80U) != 0;
    if (beside) add(GarbledKind::lost, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)});
  }

  /// Characters of Western Europe in a row: bytes of UTF-8 or GBK that were read as Windows-1252 or Latin-1.
  void western() {
    // Bytes of GBK that happen to be UTF-8 are read as such: Greek and Latin Extended among the Western characters.
    const Characters run = take([&](char32_t c, std::size_t at) {
      if (byte_of_western(c) || (c > 0xFF && c < 0x800)) return true;
      return c == U' ' && at > at_ && at + 1 < text_.size() &&
             byte_of_western(code_point_at(text_, at + 1).value).has_value();
    });
    // Words of Greek or Russian are words, or not: bytes of GBK are Western characters too.
    if (std::none_of(run.begin(), run.end(), [](const Character& each) { return byte_of_western(each.value); })) {
      letters();
      return;
    }
    at_ = run.back().span.end;
    // Chinese has these quotes, dashes and dots too: at the ends they may be its own.
    const auto is_punctuation = [](char32_t c) {
      return std::u32string_view(U"“”‘’…—·–•‰").find(c) != std::u32string_view::npos;
    };
    std::size_t begin = 0;
    std::size_t end = run.size();
    if (read_western(run, begin, end)) return;
    while (begin < end && is_punctuation(run[begin].value)) ++begin;
    while (end > begin && is_punctuation(run[end - 1].value)) --end;
    if (read_western(run, begin, end)) return;
    // Four such letters in a row are in no word of any language.
    std::size_t letters = 0;
    for (std::size_t i = begin; i < end; ++i) {
      letters = is_latin_letter(run[i].value) || (letters > 0 && run[i].value < 0xC0) ? letters + 1 : 0;
      if (letters == 4) {
        add(GarbledKind::misread, {run[begin].span.begin, run[end - 1].span.end});
        return;
      }
    }
  }

  bool read_western(const Characters& run, std::size_t begin, std::size_t end) {
    Bytes bytes;
    std::size_t western = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const std::optional<unsigned char> byte = byte_of_western(run[i].value);
      if (run[i].value >= 0x80 && run[i].value <= 0xFF) ++western;
      if (byte) {
        bytes.add(std::string(1, static_cast<char>(*byte)), i);
      } else if (run[i].value > 0xFF) {
        bytes.add(text_.substr(run[i].span.begin, run[i].span.size()), i);
      } else {
        bytes.add("\xA0", i);  // a blank that was not one
      }
    }
    if (western == 0 || bytes.bytes.size() < 2) return false;
    const Span span{run[begin].span.begin, run[end - 1].span.end};
    const Utf8Reading utf8 = read_utf8(bytes.bytes);
    const bool whole = utf8.bad == 0 && utf8.chinese + utf8.other > 0;
    const bool mostly = utf8.chinese >= 1 && utf8.bad * 5 <= bytes.bytes.size() * 3 && bytes.bytes.size() >= 4;
    if (whole || mostly) {
      // A few bytes alone say nothing that is worth repeating.
      add(GarbledKind::misread, span, utf8.chinese * 3 >= utf8.bad ? utf8.text : "");
      return true;
    }
    if (std::optional<std::string> gbk = read_gbk(bytes.bytes)) {
      add(GarbledKind::misread, span, *std::move(gbk));
      return true;
    }
    return false;
  }

  /// Chinese characters and what stands among them: bytes of UTF-8 that were read as GBK, or what makes no words. What
  /// is neither is left to the others.
  void chinese() {
    if (at_ >= looked_at_) {
      std::size_t uncommon = 0;
      const Characters run = take([&](char32_t c, std::size_t /*at*/) {
        if (c < 0x80 || (is_blank(c) && c != 0x3000) || is_private(c)) return false;
        if (!is_common(c) && c != 0x3007 && (is_word(c) || c == 0xFFFD)) ++uncommon;
        return true;
      });
      looked_at_ = run.back().span.end;
      if (uncommon >= 1) taken_back_from_gbk(run);
      if (uncommon >= 2 && ahead_.empty()) without_words(run);
    }
    const std::size_t end = ahead_.empty() ? text_.size() : ahead_.front().span.begin;
    while (at_ < end) {
      const Character each = next(at_);
      if (!is_han(each.value)) break;
      at_ = each.span.end;
    }
  }

  /// Where the characters' bytes in GBK are UTF-8: at least two characters of it in a row that are common Chinese.
  void taken_back_from_gbk(const Characters& run) {
    Bytes bytes;
    for (std::size_t i = 0; i < run.size(); ++i) {
      if (run[i].value == U'€') {
        bytes.add("\x80", i);  // as Windows has it
        continue;
      }
      const std::optional<std::string> own = to_gb18030(text_.substr(run[i].span.begin, run[i].span.size()));
      bytes.add(own && own->size() == 2 && run[i].value != 0xFFFD ? *own : std::string(1, no_byte), i);
    }
    const std::string_view all = bytes.bytes;
    for (std::size_t at = 0; at < all.size();) {
      // A stretch of sequences, with a byte or two that were lost between them.
      std::size_t end = at;
      std::size_t good = 0;
      std::size_t in_a_row = 0;
      std::size_t most_in_a_row = 0;
      for (std::size_t i = at; i < all.size() && i <= end + 2;) {
        char32_t value = 0;
        const std::size_t length = sequence_at(all, i, value);
        const bool chinese = length == 3 && (is_common(value) || (value >= 0x3000 && value <= 0x303F) ||
                                             value == 0xFFFD || (value >= 0xFF00 && value <= 0xFF5E));
        if (!chinese) {
          if (end == at) break;
          in_a_row = 0;
          ++i;
          continue;
        }
        good += length;
        most_in_a_row = std::max(most_in_a_row, ++in_a_row);
        i += length;
        end = i;
      }
      if (most_in_a_row < 2 || good * 2 < end - at) {
        ++at;
        continue;
      }
      const Span span{run[bytes.owners[at]].span.begin, run[bytes.owners[end - 1]].span.end};
      Utf8Reading reading = read_utf8(all.substr(at, end - at));
      const bool nothing_left = reading.chinese == 0;  // U+FFFD that was saved again: 锟斤拷
      ahead_.push_back(
          {nothing_left ? GarbledKind::lost : GarbledKind::misread, span, nothing_left ? "" : std::move(reading.text)});
      at = end;
    }
  }

  /// Five characters and more in a row that are parts of no words, and rare ones.
  void without_words(const Characters& run) {
    constexpr std::size_t shortest = 5;
    constexpr int rare = 33;     // half bits a character, on average; names of people come near to it
    constexpr int unknown = 50;  // a character that the vocabulary does not have
    constexpr int common = 25;   // a character that begins or ends the stretch is not as common as that
    std::u32string all;
    for (const Character& each : run) all += each.value;
    const std::vector<Word> words = segment(all);
    const auto cost_of = [&](const Word& word) {
      return rarity(std::u32string_view(all).substr(word.begin, 1)).value_or(unknown);
    };
    for (std::size_t i = 0; i < words.size();) {
      const auto stands_alone = [&](std::size_t at) {
        return at < words.size() && words[at].size() == 1 && is_word(all[words[at].begin]);
      };
      std::size_t end = i;
      while (stands_alone(end)) ++end;
      const std::size_t next = std::max(end, i + 1);
      while (end > i && cost_of(words[i]) <= common) ++i;
      while (end > i && cost_of(words[end - 1]) <= common) --end;
      int cost = 0;
      std::size_t strange = 0;
      bool traditional = false;
      for (std::size_t at = i; at < end; ++at) {
        const int own = cost_of(words[at]);
        cost += own;
        if (own == unknown) ++strange;
        traditional = traditional || traditional_.find(all[words[at].begin]) != std::u32string_view::npos;
      }
      const std::size_t count = end - i;
      if (count >= shortest && strange >= 2 && !traditional && cost >= rare * static_cast<int>(count)) {
        ahead_.push_back(
            {GarbledKind::improbable, {run[words[i].begin].span.begin, run[words[end - 1].begin].span.end}, ""});
      }
      i = next;
    }
  }

  /// Other letters in a row.
  void letters() {
    if (!is_word(next(at_).value)) {
      at_ = next(at_).span.end;
      return;
    }
    const Characters run = take([](char32_t c, std::size_t /*at*/) {
      return c >= 0x250 && !is_han(c) && !is_private(c) && c != 0xFFFD && !is_blank(c);
    });
    if (run.empty()) {
      at_ = next(at_).span.end;
      return;
    }
    at_ = run.back().span.end;
    std::size_t foreign = 0;
    std::size_t parts = 1;
    int script = script_of(run.front().value);
    for (const Character& each : run) {
      if (!is_word(each.value)) continue;
      const int own = script_of(each.value);
      if (own <= known_script) ++foreign;
      if (own != script) ++parts;
      script = own;
    }
    if (foreign >= 2 || (foreign >= 1 && parts >= 2))
      add(GarbledKind::foreign_script, {run.front().span.begin, run.back().span.end});
  }

  std::string_view text_;
  std::u32string_view traditional_;
  std::size_t at_ = 0;
  std::size_t looked_at_ = 0;  // how far Chinese was looked at
  std::deque<Garbled> ahead_;  // of the Chinese looked at, not yet reached
  std::vector<Garbled> found_;
};

}  // namespace

std::string_view garbled_kind_name(GarbledKind kind) {
  switch (kind) {
    case GarbledKind::misread:
      return "misread";
    case GarbledKind::lost:
      return "lost";
    case GarbledKind::private_use:
      return "private";
    case GarbledKind::foreign_script:
      return "script";
    case GarbledKind::improbable:
      return "improbable";
  }
  return "";
}

std::vector<Garbled> find_garbled(std::string_view text, std::u32string_view traditional) {
  return GarbledFinder(text, traditional).find();
}

}  // namespace gialint
