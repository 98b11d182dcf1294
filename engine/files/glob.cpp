#include "engine/files/glob.hpp"

#include <algorithm>
#include <utility>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

struct NamedClass {
  std::u32string_view name;
  std::vector<std::pair<char32_t, char32_t>> ranges;
};

/// [:alpha:] and the like, for ASCII, as Git knows them.
const std::vector<NamedClass>& named_classes() {
  static const std::vector<NamedClass> classes = {
      {U"alnum", {{U'0', U'9'}, {U'A', U'Z'}, {U'a', U'z'}}},
      {U"alpha", {{U'A', U'Z'}, {U'a', U'z'}}},
      {U"blank", {{U' ', U' '}, {U'\t', U'\t'}}},
      {U"cntrl", {{0, 0x1F}, {0x7F, 0x7F}}},
      {U"digit", {{U'0', U'9'}}},
      {U"graph", {{0x21, 0x7E}}},
      {U"lower", {{U'a', U'z'}}},
      {U"print", {{0x20, 0x7E}}},
      {U"punct", {{0x21, 0x2F}, {0x3A, 0x40}, {0x5B, 0x60}, {0x7B, 0x7E}}},
      {U"space", {{0x09, 0x0D}, {U' ', U' '}}},
      {U"upper", {{U'A', U'Z'}}},
      {U"xdigit", {{U'0', U'9'}, {U'A', U'F'}, {U'a', U'f'}}},
  };
  return classes;
}

/// Blanks at the end do not count unless quoted by a backslash.
std::string_view without_trailing_blanks(std::string_view line) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\' && at + 1 < line.size()) {
      ++at;
      end = at + 1;
    } else if (line[at] != ' ') {
      end = at + 1;
    }
  }
  return line.substr(0, end);
}

/// The pieces between slashes; a quoted slash is a slash.
std::vector<std::u32string> split_pattern(std::u32string_view text) {
  std::vector<std::u32string> pieces(1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == U'\\' && at + 1 < text.size() && text[at + 1] != U'/') {
      pieces.back() += text[at];
      pieces.back() += text[++at];
    } else if (text[at] == U'/') {
      pieces.emplace_back();
    } else if (text[at] != U'\\' || at + 1 == text.size()) {
      pieces.back() += text[at];
    }
  }
  return pieces;
}

}  // namespace

GlobSet::GlobSet(const std::vector<std::string>& patterns) {
  for (const std::string& pattern : patterns) {
    add(pattern);
  }
}

GlobSet GlobSet::from_ignore_file(std::string_view text) {
  GlobSet set;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") {
    text.remove_prefix(3);
  }
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') {
      line.remove_suffix(1);
    }
    set.add(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return set;
}

void GlobSet::add(std::string_view line) {
  if (!line.empty() && line.front() == '#') {
    return;
  }
  line = without_trailing_blanks(line);
  Pattern pattern;
  if (!line.empty() && line.front() == '!') {
    pattern.taken_back = true;
    line.remove_prefix(1);
  }
  std::vector<std::u32string> pieces = split_pattern(to_utf32(line));
  if (pieces.size() > 1 && pieces.back().empty()) {
    pattern.folders_only = true;
    pieces.pop_back();
  }
  // A slash left before or between names binds the pattern to its folder.
  const bool bound = pieces.size() > 1;
  if (!bound) {
    pattern.segments.push_back({true, {}});
  } else if (pieces.front().empty()) {
    pieces.erase(pieces.begin());
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].empty()) {
      return;  // "a//b", "/": no path has an empty name
    }
    // `**` is one or more names at the end, none or more elsewhere; alone it is but a `*`.
    if (pieces[i] == U"**" && bound) {
      if (i + 1 == pieces.size()) {
        pattern.segments.push_back({false, {Token{Kind::any_run, 0, {}}}});
      }
      pattern.segments.push_back({true, {}});
      continue;
    }
    std::optional<Segment> segment = read_segment(pieces[i]);
    if (!segment) {
      return;
    }
    pattern.segments.push_back(std::move(*segment));
  }
  patterns_.push_back(std::move(pattern));
}

std::optional<GlobSet::Segment> GlobSet::read_segment(std::u32string_view text) {
  Segment segment;
  for (std::size_t at = 0; at < text.size(); ++at) {
    Token token;
    if (text[at] == U'*') {
      token.kind = Kind::any_run;
    } else if (text[at] == U'?') {
      token.kind = Kind::any_character;
    } else if (text[at] == U'[') {
      if (!read_class(text, at, token)) {
        return std::nullopt;
      }
    } else {
      if (text[at] == U'\\' && ++at == text.size()) {
        return std::nullopt;
      }
      token.character = text[at];
    }
    segment.tokens.push_back(std::move(token));
  }
  return segment;
}

/// Reads "[!a-z]" from its "[" at `at`; leaves `at` on its "]".
bool GlobSet::read_class(std::u32string_view text, std::size_t& at, Token& token) {
  token.kind = Kind::one_of;
  ++at;
  if (at < text.size() && (text[at] == U'!' || text[at] == U'^')) {
    token.kind = Kind::none_of;
    ++at;
  }
  for (bool first = true; at < text.size(); first = false, ++at) {
    if (text[at] == U']' && !first) {
      return true;
    }
    if (text[at] == U'[' && at + 1 < text.size() && text[at + 1] == U':') {
      const std::size_t end = text.find(U']', at + 2);
      if (end == std::u32string_view::npos) {
        return false;
      }
      if (end > at + 2 && text[end - 1] == U':') {
        const std::u32string_view name = text.substr(at + 2, end - at - 3);
        const auto& classes = named_classes();
        const auto found = std::find_if(classes.begin(), classes.end(), [&](const auto& c) { return c.name == name; });
        if (found == classes.end()) {
          return false;
        }
        for (const auto& range : found->ranges) {
          token.ranges.push_back({range.first, range.second});
        }
        at = end;
        continue;
      }
    }
    if (text[at] == U'\\' && ++at == text.size()) {
      return false;
    }
    Range range{text[at], text[at]};
    if (at + 2 < text.size() && text[at + 1] == U'-' && text[at + 2] != U']') {
      at += 2;
      if (text[at] == U'\\' && ++at == text.size()) {
        return false;
      }
      range.last = text[at];
    }
    token.ranges.push_back(range);
  }
  return false;
}

GlobSet::Path GlobSet::split(std::string_view path) {
  Path names;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (end > 0) {
      names.push_back(to_utf32(path.substr(0, end)));
    }
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return names;
}

bool GlobSet::fits(const Token& token, char32_t character) {
  if (token.kind == Kind::any_character) {
    return true;
  }
  if (token.kind == Kind::character) {
    return token.character == character;
  }
  const bool listed = std::any_of(token.ranges.begin(), token.ranges.end(), [character](const Range& range) {
    return range.first <= character && character <= range.last;
  });
  return listed == (token.kind == Kind::one_of);
}

/// Only the last `*` passed needs to be tried again, so the work is at most tokens times characters.
bool GlobSet::fits(const std::vector<Token>& tokens, std::u32string_view name) {
  std::size_t token = 0;
  std::size_t at = 0;
  std::optional<std::pair<std::size_t, std::size_t>> retry;  // the token after the last `*`, where to try it next
  while (at < name.size()) {
    if (token < tokens.size() && tokens[token].kind == Kind::any_run) {
      ++token;
      retry = {token, at + 1};
    } else if (token < tokens.size() && fits(tokens[token], name[at])) {
      ++token;
      ++at;
    } else if (retry) {
      token = retry->first;
      at = retry->second++;
    } else {
      return false;
    }
  }
  return std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(token), tokens.end(),
                     [](const Token& rest) { return rest.kind == Kind::any_run; });
}

/// The same over the first `depth` names of `path`, `**` in the part of `*`.
bool GlobSet::fits(const Pattern& pattern, const Path& path, std::size_t depth) {
  const std::vector<Segment>& segments = pattern.segments;
  std::size_t segment = 0;
  std::size_t at = 0;
  std::optional<std::pair<std::size_t, std::size_t>> retry;
  while (at < depth) {
    if (segment < segments.size() && segments[segment].any_folders) {
      ++segment;
      retry = {segment, at + 1};
    } else if (segment < segments.size() && fits(segments[segment].tokens, path[at])) {
      ++segment;
      ++at;
    } else if (retry) {
      segment = retry->first;
      at = retry->second++;
    } else {
      return false;
    }
  }
  return std::all_of(segments.begin() + static_cast<std::ptrdiff_t>(segment), segments.end(),
                     [](const Segment& rest) { return rest.any_folders; });
}

std::optional<bool> GlobSet::verdict(const Path& path, std::size_t depth, bool is_directory) const {
  const auto last = std::find_if(patterns_.rbegin(), patterns_.rend(), [&](const Pattern& pattern) {
    return (is_directory || !pattern.folders_only) && fits(pattern, path, depth);
  });
  return last == patterns_.rend() ? std::nullopt : std::optional<bool>(!last->taken_back);
}

std::optional<bool> GlobSet::verdict(std::string_view relative_path, bool is_directory) const {
  const Path path = split(relative_path);
  return path.empty() ? std::nullopt : verdict(path, path.size(), is_directory);
}

bool GlobSet::matches(std::string_view relative_path, bool is_directory) const {
  const Path path = split(relative_path);
  for (std::size_t depth = 1; depth <= path.size(); ++depth) {
    if (verdict(path, depth, depth < path.size() || is_directory).value_or(false)) {
      return true;
    }
  }
  return false;
}

}  // namespace gialint
