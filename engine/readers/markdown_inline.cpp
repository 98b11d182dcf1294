#include "engine/readers/markdown_inline.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "engine/readers/ascii.hpp"
#include "engine/readers/html_elements.hpp"
#include "engine/readers/html_hidden.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// What markup begins with.
constexpr std::string_view marks = "\\`*_~^![]<&";

/// <br>, <p>, </div>
bool breaks_line(std::string_view tag) {
  tag.remove_prefix(tag[1] == '/' ? 2 : 1);
  const std::string name = lower_name(tag.substr(0, tag.find_first_of(" \t/>")));
  return name == "br" || (html_traits(name) & html::block) != 0;
}

/// Finds a character again and again, each time from further on: one pass over the text in all.
class Forward {
 public:
  Forward(std::string_view text, char wanted) : text_(text), wanted_(wanted) {}

  /// The first at `from` or behind it; npos when there is none. `from` never goes back.
  std::size_t find(std::size_t from) {
    if (!found_ || (*found_ != std::string_view::npos && *found_ < from)) found_ = text_.find(wanted_, from);
    return *found_;
  }

 private:
  std::string_view text_;
  char wanted_;
  std::optional<std::size_t> found_;  // npos: none from the last search on
};

/// One line, or one cell, and what of it is markup.
class InlineParser {
 public:
  InlineParser(std::string_view text, HtmlDecoder& decoder)
      : text_(text), decoder_(decoder), less_(text, '<'), angle_(text, '>'), paren_(text, ')'), brace_(text, '}') {}

  /// `skip`: what is no text, in order and apart, counted in this text.
  void parse(const std::vector<Span>& skip) {
    auto hidden = skip.begin();
    for (std::size_t at = 0; at < text_.size();) {
      while (hidden != skip.end() && hidden->end <= at) ++hidden;
      if (hidden != skip.end() && hidden->begin <= at) {
        cut(at, hidden->end);
        at = hidden->end;
      } else {
        at = step(at);
      }
    }
    if (emphasis_open_) cuts_[last_emphasis_].active = false;
  }

  [[nodiscard]] MappedText take(std::uint32_t begin) {
    std::stable_sort(cuts_.begin(), cuts_.end(), [](const Cut& a, const Cut& b) { return a.begin < b.begin; });
    MappedText out;
    std::size_t at = 0;
    const auto place = [&](std::size_t offset) { return begin + static_cast<std::uint32_t>(offset); };
    for (const Cut& each : cuts_) {
      if (!each.active || each.begin < at) continue;
      out.append(text_.substr(at, each.begin - at), place(at));
      out.append_as(each.text, {place(each.begin), place(each.end)});
      at = each.end;
    }
    out.append(text_.substr(at), place(at));
    return out;
  }

 private:
  /// A stretch that is left out, or stands for another text.
  struct Cut {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
    bool active = true;
  };
  /// Marks that open something, if what closes it follows: each a cut that is not active yet.
  using Openers = std::vector<std::size_t>;

  std::size_t cut(std::size_t begin, std::size_t end, bool active = true) {
    cuts_.push_back({begin, end, {}, active});
    return end;
  }

  [[nodiscard]] std::size_t run_end(std::size_t at) const {
    return std::min(text_.find_first_not_of(text_[at], at), text_.size());
  }
  [[nodiscard]] bool is_blank_at(std::size_t at) const { return at >= text_.size() || is_html_space(text_[at]); }
  [[nodiscard]] bool is_word_before(std::size_t at) const {
    if (at == 0) return false;
    std::size_t before = at - 1;
    while (before > 0 && (static_cast<unsigned char>(text_[before]) & 0xC0U) == 0x80U) --before;
    return is_word(code_point_at(text_, before).value);
  }

  /// Reads what begins at `at`; gives where the next begins.
  std::size_t step(std::size_t at) {
    switch (text_[at]) {
      case '\\':
        // At the end of a line it breaks it.
        if (at + 1 == text_.size()) return cut(at, at + 1);
        if (!is_ascii_punctuation(text_[at + 1])) return at + 1;
        return cut(at, at + 1) + 1;
      case '`':
        return cut(at, at + 1);
      case '*':
        return stars(at);
      case '_':
        return paired(at, underscores_);
      case '~':
        return tildes(at);
      case '^':
        return raised(at);
      case '!':
        // Of an image its description is left.
        return text_.substr(at + 1, 1) == "[" ? cut(at, at + 1, false) : at + 1;
      case '[':
        return open_bracket(at);
      case ']':
        return close_bracket(at);
      case '<':
        return tag(at);
      case '&':
        return reference(at);
      default:
        return std::min(text_.find_first_of(marks, at + 1), text_.size());
    }
  }

  std::size_t tag(std::size_t at) {
    const std::size_t close = angle_.find(at);
    // Between a tag's ends stands no other: else each of many that open would be read up to the end.
    if (close == std::string_view::npos || less_.find(at + 1) < close) return at + 1;
    const std::size_t length = tag_length(text_.substr(at, close - at + 1));
    if (length == 0) return at + 1;
    const std::size_t end = cut(at, at + length);
    // Whether digits on both sides of a line's end are one number is not for a reader to guess.
    const bool between =
        at > 0 && end < text_.size() && is_ascii_alphanumeric(text_[at - 1]) && is_ascii_alphanumeric(text_[end]);
    if (between && breaks_line(text_.substr(at, length))) cuts_.back().text = " ";
    return end;
  }

  std::size_t reference(std::size_t at) {
    const HtmlReference& found = decoder_.reference_at(text_.substr(at));
    if (found.length == 0) return at + 1;
    cuts_.push_back({at, at + found.length, found.text, true});
    return at + found.length;
  }

  /// Two stars are emphasis wherever they stand, but for the last where their number is odd: 受理申请**件. One is where
  /// another closes it.
  std::size_t stars(std::size_t at) {
    const std::size_t end = run_end(at);
    const std::size_t pairs = (end - at) / 2 * 2;
    if (pairs > 0) {
      if (pairs == 2) {
        emphasis_open_ = !emphasis_open_;
        last_emphasis_ = cuts_.size();
      }
      cut(at, at + pairs);
    }
    return pairs == end - at ? end : mark(at + pairs, end, stars_);
  }

  std::size_t paired(std::size_t at, Openers& openers) {
    const std::size_t end = run_end(at);
    // Three and more are a place that somebody has to fill in.
    return end - at > 2 ? end : mark(at, end, openers);
  }

  /// Closes a like mark that is open, or may open one.
  std::size_t mark(std::size_t at, std::size_t end, Openers& openers) {
    const bool letters =
        at > 0 && end < text_.size() && is_ascii_alphanumeric(text_[at - 1]) && is_ascii_alphanumeric(text_[end]);
    if (letters) return end;  // 5*3, snake_case
    const bool closes = at > 0 && !is_html_space(text_[at - 1]);
    if (closes && !openers.empty()) {
      Cut& opener = cuts_[openers.back()];
      if (opener.end - opener.begin == end - at) {
        opener.active = true;
        openers.pop_back();
        return cut(at, end);
      }
    }
    if (is_blank_at(end) || (text_[at] == '_' && is_word_before(at))) return end;
    openers.push_back(cuts_.size());
    return cut(at, end, false);
  }

  /// ~~what is struck out~~
  std::size_t tildes(std::size_t at) {
    const std::size_t end = run_end(at);
    if (end - at != 2) return end;
    if (struck_ && !is_html_space(text_[at - 1])) return cut(*std::exchange(struck_, std::nullopt), end);
    if (!is_blank_at(end)) struck_ = at;
    return end;
  }

  /// ^1^
  std::size_t raised(std::size_t at) {
    const std::optional<std::size_t> from = std::exchange(caret_, at);
    if (!from || !is_note_mark(text_.substr(*from + 1, at - *from - 1), text_.substr(0, *from), true)) return at + 1;
    caret_.reset();
    return cut(*from, at + 1);
  }

  std::size_t open_bracket(std::size_t at) {
    constexpr std::size_t longest_note = 12;  // "[^note12]"
    if (text_.substr(at + 1, 1) == "^") {
      const std::size_t length = text_.substr(at, longest_note + 1).find_first_of("] \t");
      const std::size_t end = at + length;
      if (length != std::string_view::npos && text_[end] == ']')
        return cut(at, at == 0 && text_.substr(end + 1, 1) == ":" ? end + 2 : end + 1);
    }
    brackets_.push_back(cuts_.size());
    return cut(at, at + 1, false);
  }

  std::size_t close_bracket(std::size_t at) {
    if (brackets_.empty()) return at + 1;
    const std::size_t opener = brackets_.back();
    brackets_.pop_back();
    std::size_t end = 0;
    bool struck = false;
    constexpr std::size_t longest_attributes = 1000;
    if (text_.substr(at + 1, 1) == "(") {
      end = paren_.find(at + 1) + 1;  // npos + 1 is 0
    } else if (text_.substr(at + 1, 1) == "{" && brace_.find(at + 1) < at + longest_attributes) {
      const std::string_view attributes = text_.substr(at + 1, brace_.find(at + 1) - at);
      if (attributes_length(attributes) > 0) end = at + 1 + attributes.size();
      struck = attributes.find(".deletion") != std::string_view::npos ||
               attributes.find("line-through") != std::string_view::npos;
    }
    if (end == 0) return at + 1;
    const std::size_t begin = cuts_[opener].begin;
    if (struck) return cut(begin, end);
    cuts_[opener].active = true;
    // The ! of an image stands in front.
    if (opener > 0 && cuts_[opener - 1].end == begin && text_[begin - 1] == '!') cuts_[opener - 1].active = true;
    return cut(at, end);
  }

  std::string_view text_;
  HtmlDecoder& decoder_;
  Forward less_;
  Forward angle_;
  Forward paren_;
  Forward brace_;
  std::vector<Cut> cuts_;
  Openers stars_;
  Openers underscores_;
  Openers brackets_;
  bool emphasis_open_ = false;         // an odd number of ** so far
  std::size_t last_emphasis_ = 0;      // of cuts_: the last **
  std::optional<std::size_t> struck_;  // where ~~ stands open
  std::optional<std::size_t> caret_;   // … and ^
};

/// Those of `hidden` that reach into `part`, counted from its beginning.
std::vector<Span> hidden_within(const std::vector<Span>& hidden, Span part) {
  std::vector<Span> within;
  auto next = std::upper_bound(hidden.begin(), hidden.end(), part.begin,
                               [](std::uint32_t at, Span each) { return at < each.end; });
  for (; next != hidden.end() && next->begin < part.end; ++next)
    within.push_back({std::max(next->begin, part.begin) - part.begin, std::min(next->end, part.end) - part.begin});
  return within;
}

MappedText plain_text(std::string_view text, std::uint32_t begin) {
  const std::string_view content = trim(text);
  MappedText out;
  out.append(content, begin + static_cast<std::uint32_t>(content.data() - text.data()));
  return out;
}

}  // namespace

std::size_t tag_length(std::string_view text) {
  if (text.size() < 3 || text[0] != '<') return 0;
  const std::size_t end = text.find('>');
  if (!is_ascii_letter(text[1] == '/' ? text[2] : text[1]) || end == std::string_view::npos) return 0;
  const std::size_t name_end = std::min(text.find_first_of(" \t/>", 2), end);
  const std::string_view name = text.substr(1, name_end - 1);
  const bool address = name.find('@') != std::string_view::npos || text.substr(name_end, 2) == "//";
  return address ? 0 : end + 1;
}

std::size_t attributes_length(std::string_view text) {
  if (text.size() < 3 || text[0] != '{') return 0;
  const std::size_t end = text.find('}');
  if (end == std::string_view::npos) return 0;
  const std::string_view inside = trim(text.substr(1, end - 1));
  const bool attributes =
      !inside.empty() && (inside[0] == '#' || inside[0] == '.' || inside == "-" ||
                          (is_ascii_letter(inside[0]) && inside.find('=') != std::string_view::npos));
  return attributes ? end + 1 : 0;
}

MappedText MarkdownInline::read(Span part) {
  const std::string_view text = source_.substr(part.begin, part.size());
  const std::vector<Span> skip = hidden_within(hidden_, part);
  if (skip.empty() && text.find_first_of(marks) == std::string_view::npos) return plain_text(text, part.begin);
  InlineParser parser(text, decoder_);
  parser.parse(skip);
  MappedText all = parser.take(part.begin);
  const std::string_view content = trim(all.text());
  if (content.empty()) return {};
  if (content.size() == all.text().size()) return all;
  const auto begin = static_cast<std::uint32_t>(content.data() - all.text().data());
  return all.sub({begin, begin + static_cast<std::uint32_t>(content.size())});
}

}  // namespace gialint
