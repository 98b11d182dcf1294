#include "engine/readers/format_evidence.hpp"

#include <cstddef>

#include "engine/readers/html_elements.hpp"
#include "engine/readers/html_scan.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// Whether only blanks stand before `at` on its line.
bool begins_line(std::string_view source, std::size_t at) {
  while (at > 0 && (source[at - 1] == ' ' || source[at - 1] == '\t')) --at;
  return at == 0 || source[at - 1] == '\n' || source[at - 1] == '\r';
}

}  // namespace

bool looks_like_html(std::string_view source) {
  // A text without a single end tag of the commonest elements is none, and the look costs nearly nothing.
  if (source.find("</") == std::string_view::npos && source.find("<!") == std::string_view::npos) return false;
  HtmlScanner scanner(source);
  HtmlToken token;
  std::size_t inside = 0;     // bytes of text inside block elements
  std::size_t in_tables = 0;  // … of these, inside tables that stand in nothing else
  std::size_t outside = 0;    // … and outside of them
  bool in_table = false;
  std::size_t closed = 0;  // block elements
  std::size_t depth = 0;
  bool at_start = true;  // nothing but blanks, comments and declarations so far
  while (scanner.next(token)) {
    const std::string_view piece = source.substr(token.span.begin, token.span.size());
    if (token.kind == HtmlToken::Kind::comment) {
      constexpr std::string_view doctype = "<!doctype";
      if (at_start && is_tag(piece.substr(0, doctype.size()), doctype)) {
        return is_tag(trim(piece.substr(doctype.size())).substr(0, 4), "html");
      }
    } else if (token.kind == HtmlToken::Kind::text) {
      const std::size_t size = trim(piece).size();
      (depth > 0 ? inside : outside) += size;
      if (in_table) in_tables += size;
      at_start = at_start && size == 0;
    } else if (token.kind == HtmlToken::Kind::start_tag) {
      if (at_start && is_tag(token.name, "html")) return true;
      at_start = false;
      if (holds_raw_text(token.name)) scanner.read_raw(token.name);
      if (depth == 0) in_table = is_tag(token.name, "table") && begins_line(source, token.span.begin);
      if ((html_traits(lower_name(token.name)) & html::block) != 0) ++depth;
    } else if (token.kind == HtmlToken::Kind::end_tag) {
      if (depth > 0 && (html_traits(lower_name(token.name)) & html::block) != 0) --depth, ++closed;
      in_table = in_table && depth > 0;
    }
  }
  // Text about HTML names tags, but seldom closes them.
  constexpr std::size_t fewest_blocks = 3;
  return closed >= fewest_blocks && inside > outside && (outside == 0 || inside - in_tables > outside);
}

std::vector<Span> html_tables(std::string_view source) {
  std::vector<Span> tables;
  if (source.find("<t") == std::string_view::npos && source.find("<T") == std::string_view::npos) return tables;
  HtmlScanner scanner(source);
  HtmlToken token;
  std::size_t depth = 0;
  while (scanner.next(token)) {
    if (token.kind != HtmlToken::Kind::start_tag && token.kind != HtmlToken::Kind::end_tag) continue;
    if (!is_tag(token.name, "table")) continue;
    if (token.kind == HtmlToken::Kind::start_tag) {
      if (depth == 0 && !begins_line(source, token.span.begin)) continue;
      if (depth++ == 0) tables.push_back({token.span.begin, static_cast<std::uint32_t>(source.size())});
    } else if (depth > 0 && --depth == 0) {
      tables.back().end = token.span.end;
    }
  }
  return tables;
}

}  // namespace gialint
