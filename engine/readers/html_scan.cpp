#include "engine/readers/html_scan.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "engine/readers/ascii.hpp"
#include "engine/readers/html_elements.hpp"

namespace gialint {
bool begins_markup(std::string_view source, std::size_t at) {
  if (source[at] != '<' || at + 1 >= source.size()) return false;
  const char c = source[at + 1];
  return is_ascii_letter(c) || c == '/' || c == '!' || c == '?';
}

void HtmlScanner::read_raw(std::string_view name) { raw_ = name; }

bool HtmlScanner::read_closed_raw(std::string_view name) {
  const bool closed = raw_end(name) < source_.size();
  if (closed) raw_ = name;
  return closed;
}

std::uint32_t HtmlScanner::raw_end(std::string_view name) const {
  const std::string lower = lower_name(name);
  if (lower == "plaintext") return static_cast<std::uint32_t>(source_.size());
  for (std::size_t at = source_.find("</", at_); at != std::string_view::npos; at = source_.find("</", at + 2)) {
    const std::size_t end = at + 2 + name.size();
    if (!is_tag(source_.substr(at + 2, name.size()), lower)) continue;
    if (end >= source_.size() || is_html_space(source_[end]) || source_[end] == '/' || source_[end] == '>') {
      return static_cast<std::uint32_t>(at);
    }
  }
  return static_cast<std::uint32_t>(source_.size());
}

std::uint32_t HtmlScanner::end_of_comment(std::uint32_t begin) const {
  const std::string_view rest = source_.substr(begin);
  const auto after = [&](std::string_view mark, std::size_t from) -> std::size_t {
    const std::size_t found = rest.find(mark, from);
    return found == std::string_view::npos ? rest.size() : found + mark.size();
  };
  std::size_t end = 0;
  if (rest.substr(0, 4) != "<!--") {
    end = after(">", 2);
  } else if (rest.substr(4, 1) == ">" || rest.substr(4, 2) == "->") {
    end = after(">", 4);
  } else {
    // "--!>" ends a comment too.
    for (end = 4;;) {
      end = after("--", end);
      if (end >= rest.size()) break;
      if (rest[end] == '>' || rest.substr(end, 2) == "!>") {
        end += rest[end] == '>' ? 1 : 2;
        break;
      }
      --end;
    }
  }
  return begin + static_cast<std::uint32_t>(end);
}

void HtmlScanner::read_tag(HtmlToken& token) {
  std::size_t at = token.span.begin + (token.kind == HtmlToken::Kind::end_tag ? 2 : 1);
  const std::size_t size = source_.size();
  const std::size_t name = at;
  while (at < size && !is_html_space(source_[at]) && source_[at] != '/' && source_[at] != '>') ++at;
  token.name = source_.substr(name, at - name);
  while (at < size) {
    while (at < size && (is_html_space(source_[at]) || source_[at] == '/')) ++at;
    if (at >= size) break;
    if (source_[at] == '>') {
      token.self_closing = source_[at - 1] == '/';
      ++at;
      break;
    }
    ++token.attributes;
    ++at;  // whatever it is, it begins a name
    while (at < size && !is_html_space(source_[at]) && source_[at] != '/' && source_[at] != '>' && source_[at] != '=')
      ++at;
    std::size_t value = at;
    while (value < size && is_html_space(source_[value])) ++value;
    if (value >= size || source_[value] != '=') continue;
    ++value;
    while (value < size && is_html_space(source_[value])) ++value;
    at = value;
    if (at >= size) break;
    const char quote = source_[at];
    if (quote == '"' || quote == '\'') {
      at = std::min(source_.find(quote, at + 1), size - 1) + 1;
    } else {
      while (at < size && !is_html_space(source_[at]) && source_[at] != '>') ++at;
      if (at < size && source_[at] == '>') {
        ++at;
        break;
      }
    }
  }
  token.span.end = static_cast<std::uint32_t>(at);
}

bool HtmlScanner::next(HtmlToken& token) {
  if (at_ >= source_.size()) return false;
  token = {};
  token.span = {at_, at_};
  if (!raw_.empty()) {
    token.kind = HtmlToken::Kind::raw;
    token.span.end = raw_end(raw_);
    raw_ = {};
    at_ = token.span.end;
    if (!token.span.empty()) return true;
    token.span = {at_, at_};
    if (at_ >= source_.size()) return false;
  }
  if (begins_markup(source_, at_)) {
    const char c = source_[at_ + 1];
    if (is_ascii_letter(c)) {
      token.kind = HtmlToken::Kind::start_tag;
      read_tag(token);
    } else if (c == '/' && at_ + 2 < source_.size() && is_ascii_letter(source_[at_ + 2])) {
      token.kind = HtmlToken::Kind::end_tag;
      read_tag(token);
    } else {
      token.kind = HtmlToken::Kind::comment;
      token.span.end = end_of_comment(at_);
    }
  } else {
    std::size_t end = at_ + 1;
    while (end < source_.size()) {
      end = std::min(source_.find('<', end), source_.size());
      if (end == source_.size() || begins_markup(source_, end)) break;
      ++end;
    }
    token.span.end = static_cast<std::uint32_t>(end);
  }
  at_ = token.span.end;
  return true;
}

}  // namespace gialint
