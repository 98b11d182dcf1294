#include "engine/readers/html_text.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <gumbo.h>

#include "engine/readers/ascii.hpp"
#include "engine/readers/html_scan.hpp"
#include "engine/readers/lines.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::string_view white_space = " \t\n\r\f";
// HTML has 2,231 names; who writes more unknown ones than that means no references.
constexpr std::size_t most_references = 8192;
constexpr std::size_t longest_name = 32;  // &CounterClockwiseContourIntegral;

bool is_hex(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// The longest stretch at the start of `text` that may be a character reference, by its looks.
std::string_view reference_like(std::string_view text) {
  std::size_t end = 1;
  if (text.substr(1, 1) == "#") {
    const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const std::size_t digits = hex ? 3 : 2;
    end = digits;
    while (end < text.size() && (hex ? is_hex(text[end]) : is_ascii_digit(text[end]))) ++end;
    if (end == digits) return {};
  } else {
    while (end < text.size() && end <= longest_name && is_ascii_alphanumeric(text[end])) ++end;
    if (end == 1) return {};
  }
  if (end < text.size() && text[end] == ';') ++end;
  return text.substr(0, end);
}

/// The text of a page that holds nothing else.
std::string parsed_text(const std::string& page) {
  GumboOutput* const output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  std::string text;
  const GumboVector& parts = output->root->v.element.children;
  for (unsigned i = 0; i < parts.length; ++i) {
    const auto* const part = static_cast<const GumboNode*>(parts.data[i]);
    if (part->type != GUMBO_NODE_ELEMENT || part->v.element.tag != GUMBO_TAG_BODY) continue;
    const GumboVector& children = part->v.element.children;
    for (unsigned j = 0; j < children.length; ++j) {
      const auto* const child = static_cast<const GumboNode*>(children.data[j]);
      if (child->type == GUMBO_NODE_TEXT) text += child->v.text.text;
    }
  }
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return text;
}

CodePoint last_code_point(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return code_point_at(text, at);
}

/// Characters of Chinese text, its punctuation among them: “ and — are narrow by themselves.
bool is_wide(char32_t c) { return cell_width(c, 2) == 2; }

}  // namespace

const HtmlReference& HtmlDecoder::reference_at(std::string_view text) {
  static const HtmlReference none;
  const std::string_view like = reference_like(text);
  if (like.empty()) return none;
  std::string name(like);
  if (const auto found = known_.find(name); found != known_.end()) return found->second;
  if (known_.size() >= most_references) return none;
  // A letter in front, since a page drops the blanks that it begins with.
  const std::string parsed = parsed_text("x" + name);
  HtmlReference reference;
  if (parsed.size() > 1 && parsed.substr(1) != name) {
    // Old names need no semicolon, and what follows them is text again: &nbspa.
    const std::string_view meaning = std::string_view(parsed).substr(1);
    std::size_t rest = 0;
    while (rest + 1 < meaning.size() && rest + 1 < name.size() &&
           meaning[meaning.size() - 1 - rest] == name[name.size() - 1 - rest]) {
      ++rest;
    }
    // The reference's own last byte is never one of a character beyond ASCII cut in two.
    while (rest > 0 && (static_cast<unsigned char>(meaning[meaning.size() - rest]) & 0xC0U) == 0x80U) --rest;
    reference.length = static_cast<std::uint32_t>(name.size() - rest);
    reference.text = meaning.substr(0, meaning.size() - rest);
  }
  return known_.emplace(std::move(name), std::move(reference)).first->second;
}

const std::vector<HtmlPiece>& HtmlDecoder::decode(Span raw) {
  pieces_.clear();
  const std::string_view text = source_.substr(raw.begin, raw.size());
  std::size_t kept = 0;
  const auto copy_to = [&](std::size_t to) {
    if (to > kept) {
      const auto begin = raw.begin + static_cast<std::uint32_t>(kept);
      pieces_.push_back({text.substr(kept, to - kept), {begin, raw.begin + static_cast<std::uint32_t>(to)}});
    }
    kept = to;
  };
  for (std::size_t at = text.find_first_of("&<"); at < text.size(); at = text.find_first_of("&<", at)) {
    const std::uint32_t begin = raw.begin + static_cast<std::uint32_t>(at);
    if (text[at] == '&') {
      const HtmlReference& reference = reference_at(text.substr(at));
      if (reference.length == 0) {
        ++at;
        continue;
      }
      copy_to(at);
      pieces_.push_back({reference.text, {begin, begin + reference.length}, false});
      at += reference.length;
    } else if (!begins_markup(text, at)) {
      ++at;
      continue;
    } else {
      HtmlToken token;
      HtmlScanner(source_.substr(0, raw.end), begin).next(token);
      copy_to(at);
      at += token.span.size();
    }
    kept = at;
  }
  copy_to(text.size());
  return pieces_;
}

void HtmlLines::add(const HtmlPiece& piece) {
  // The parser moves text that stands between the rows of a table: a line is made of what follows itself.
  if (!line_.empty() && piece.source.begin < place_) end_block();
  const auto place = [&](std::size_t from, std::size_t to) {
    if (!piece.copied) return piece.source;
    return Span{piece.source.begin + static_cast<std::uint32_t>(from),
                piece.source.begin + static_cast<std::uint32_t>(to)};
  };
  for (std::size_t at = 0; at < piece.text.size();) {
    if (white_space.find(piece.text[at]) == std::string_view::npos) {
      const std::size_t end = std::min(piece.text.find_first_of(white_space, at), piece.text.size());
      add_word(piece.text.substr(at, end - at), place(at, end), piece.copied);
      at = end;
      continue;
    }
    const std::size_t end = std::min(piece.text.find_first_not_of(white_space, at), piece.text.size());
    if (!preformatted_) {
      add_blank(place(at, end), piece.text.substr(at, end - at).find_first_of("\r\n") != std::string_view::npos);
      at = end;
      continue;
    }
    for (; at < end; ++at) {
      if (piece.text[at] != '\n' && piece.text[at] != '\r') {
        if (!line_.empty()) add_word(piece.text.substr(at, 1), place(at, at + 1), piece.copied);
      } else if (piece.text.substr(at, 2) != "\r\n") {
        end_line(place(at, at + 1));
      }
    }
  }
}

void HtmlLines::add_word(std::string_view word, Span source, bool copied) {
  if (blank_ && !line_.empty()) {
    const bool wide = is_wide(last_code_point(line_.text()).value) && is_wide(code_point_at(word, 0).value);
    const bool letters = is_ascii_alphanumeric(line_.text().back()) && is_ascii_alphanumeric(word.front());
    const bool nothing = blank_joins_ ? !letters : blank_breaks_ && wide;
    if (!nothing) {
      if (blank_->size() == 1 && source_[blank_->begin] == ' ') {
        line_.append(" ", blank_->begin);
      } else {
        line_.append_as(" ", *blank_);
      }
    }
  }
  blank_.reset();
  blank_breaks_ = blank_joins_ = false;
  if (copied) {
    line_.append(word, source.begin);
  } else {
    // By characters: a few references are as long as the two characters that they stand for.
    for (std::size_t at = 0; at < word.size();) {
      const std::uint32_t length = code_point_at(word, at).length;
      line_.append_as(word.substr(at, length), source);
      at += length;
    }
  }
  place_ = source.end;
}

void HtmlLines::add_blank(Span source, bool line_break) {
  if (!blank_) blank_ = source;
  blank_breaks_ = blank_breaks_ || line_break;
}

void HtmlLines::end_line(Span tag) {
  if (heading_ > 0) {
    add_blank(tag, true);
    blank_joins_ = true;
  } else if (!finish()) {
    after_blank_ = true;
  }
}

void HtmlLines::end_block() {
  finish();
  after_blank_ = true;
}

/// Whether the line held anything.
bool HtmlLines::finish() {
  const MappedText line = std::exchange(line_, {});
  blank_.reset();
  blank_breaks_ = blank_joins_ = false;
  const std::string_view content = trim(line.text());
  if (content.empty()) return false;
  TextBlock block;
  const auto begin = static_cast<std::uint32_t>(content.data() - line.text().data());
  block.text = line.sub({begin, begin + static_cast<std::uint32_t>(content.size())});
  block.span = block.text.source();
  block.heading_level = heading_;
  block.list_item = std::exchange(item_, false);
  block.after_blank = std::exchange(after_blank_, false);
  out_->push_back(std::move(block));
  return true;
}

MappedText joined_lines(std::vector<TextBlock> lines) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const TextBlock& a, const TextBlock& b) { return a.span.begin < b.span.begin; });
  MappedText text;
  for (const TextBlock& line : lines) join_lines(text, line.text);
  return text;
}

}  // namespace gialint
