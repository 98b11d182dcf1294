#include "engine/readers/html_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <string>
#include <utility>

#include "engine/readers/ascii.hpp"
#include "engine/readers/html_elements.hpp"
#include "engine/readers/html_hidden.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// Whether only blanks stand before `at` on its line.
bool begins_line(std::string_view source, std::size_t at) {
  while (at > 0 && (source[at - 1] == ' ' || source[at - 1] == '\t')) --at;
  return at == 0 || source[at - 1] == '\n' || source[at - 1] == '\r';
}

bool is_within(Span inner, Span outer) { return inner.begin >= outer.begin && inner.end <= outer.end; }

/// Sorted, those that stand in another or overlap it made one.
std::vector<Span> joined(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
  std::vector<Span> apart;
  for (const Span span : spans) {
    if (!apart.empty() && span.begin < apart.back().end) {
      apart.back().end = std::max(apart.back().end, span.end);
    } else {
      apart.push_back(span);
    }
  }
  return apart;
}

/// Drops of `items`, which are in order, those that lie within one of `hidden`.
template <class Item, class SpanOf>
void drop_hidden(std::vector<Item>& items, const std::vector<Span>& hidden, const SpanOf& span_of) {
  auto next = hidden.begin();
  const auto is_hidden = [&](const Item& item) {
    while (next != hidden.end() && next->end <= span_of(item).begin) ++next;
    return next != hidden.end() && is_within(span_of(item), *next);
  };
  items.erase(std::remove_if(items.begin(), items.end(), is_hidden), items.end());
}

/// Follows the tags of a text and notes what they ask of a reader of lines.
class PartFinder {
 public:
  /// `tables`: what stands in them is their reader's business.
  PartFinder(std::string_view source, std::uint32_t begin, bool tables)
      : source_(source), scanner_(source, begin), finds_tables_(tables) {}

  HtmlParts find() {
    HtmlToken token;
    while (scanner_.next(token)) read(token);
    if (tables_ > 0 && begins_line(source_, table_.begin)) end_table(static_cast<std::uint32_t>(source_.size()));
    parts_.hidden = joined(std::move(parts_.hidden));
    drop_hidden(parts_.tables, parts_.hidden, [](Span table) { return table; });
    drop_hidden(parts_.breaks, parts_.hidden, [](const HtmlBreak& each) { return each.tag; });
    return std::move(parts_);
  }

 private:
  /// An element that hides its text, if it is closed.
  struct Hiding {
    std::string name;
    std::uint32_t begin = 0;
    std::size_t depth = 0;  // elements of the same name that are open inside it
    bool raised_or_lowered = false;
    Span before;  // what stands in front of a note's mark
    Span inside;  // the only text inside, if it is one
    bool one_text = true;
  };
  // Who nests more of them hides what is inside the innermost.
  static constexpr std::size_t most_hiding = 16;

  [[nodiscard]] std::string_view slice(Span span) const { return source_.substr(span.begin, span.size()); }
  [[nodiscard]] bool is_closed(const HtmlToken& token) const { return source_[token.span.end - 1] == '>'; }

  void read(const HtmlToken& token) {
    switch (token.kind) {
      case HtmlToken::Kind::text:
        if (!trim(slice(token.span)).empty()) text(token.span);
        break;
      case HtmlToken::Kind::comment:
        if (tables_ == 0 && is_closed(token)) parts_.hidden.push_back(token.span);
        break;
      case HtmlToken::Kind::raw:
        if (tables_ == 0 && token.span.end < source_.size()) parts_.hidden.push_back(token.span);
        break;
      case HtmlToken::Kind::start_tag:
        if (is_closed(token)) start_tag(token);
        break;
      case HtmlToken::Kind::end_tag:
        if (is_closed(token)) end_tag(token);
        break;
    }
  }

  void text(Span span) {
    for (Hiding& each : hiding_) {
      each.one_text = each.one_text && each.inside.empty();
      each.inside = span;
    }
    last_text_ = span;
  }

  void start_tag(const HtmlToken& token) {
    const std::string name = lower_name(token.name);
    // One that is not closed is named in a text, and holds nothing.
    if (holds_raw_text(name) && std::find(unclosed_.begin(), unclosed_.end(), name) == unclosed_.end() &&
        !scanner_.read_closed_raw(token.name)) {
      unclosed_.push_back(name);
    }
    if (finds_tables_ && name == "table") {
      if (tables_++ == 0) table_ = token.span, holds_cell_ = false;
      return;
    }
    holds_cell_ = holds_cell_ || name == "td" || name == "th";
    if (tables_ > 0) return;
    for (Hiding& each : hiding_) each.depth += each.name == name && !token.self_closing ? 1 : 0;
    open_hiding(token, name);
    hide_rest(token, name);
    note_break(token, name, true);
  }

  void end_tag(const HtmlToken& token) {
    const std::string name = lower_name(token.name);
    if (tables_ > 0) {
      if (name == "table" && --tables_ == 0) end_table(token.span.end);
      return;
    }
    close_hiding(name, token.span.end);
    note_break(token, name, false);
  }

  void end_table(std::uint32_t end) {
    if (holds_cell_) parts_.tables.push_back({table_.begin, end});
    last_text_ = {end, end};
  }

  void open_hiding(const HtmlToken& token, const std::string& name) {
    if (token.self_closing || (html_traits(name) & html::empty_element) != 0) return;
    bool hides = strikes_out(name);
    if (!hides && token.attributes > 0) {
      const std::string_view tag = slice(token.span);
      hides = styled_text(html_attribute(tag, "style")) == StyledText::hidden ||
              class_strikes_out(html_attribute(tag, "class"));
    }
    const bool note = !hides && (name == "sup" || name == "sub");
    if (!hides && !note) return;
    if (hiding_.size() == most_hiding) hiding_.pop_front();
    Hiding& opened = hiding_.emplace_back();
    opened.name = name;
    opened.begin = token.span.begin;
    opened.raised_or_lowered = note;
    opened.before = last_text_;
  }

  void close_hiding(const std::string& name, std::uint32_t end) {
    for (std::size_t i = hiding_.size(); i-- > 0;) {
      Hiding& each = hiding_[i];
      if (each.name != name || each.depth-- > 0) continue;
      const bool hides = !each.raised_or_lowered ||
                         (each.one_text && is_note_mark(slice(each.inside), slice(each.before), name == "sup"));
      if (hides) parts_.hidden.push_back({each.begin, end});
      hiding_.erase(hiding_.begin() + static_cast<std::ptrdiff_t>(i), hiding_.end());
      return;
    }
  }

  /// A tag that its writer broke over lines is no text of any of them; of one that ends a line that holds from there
  /// on.
  void hide_rest(const HtmlToken& token, const std::string& name) {
    const std::size_t line_end = token.attributes > 0 ? slice(token.span).find('\n') : std::string_view::npos;
    if (line_end == std::string_view::npos) return;
    const auto offset = ends_line(name) ? static_cast<std::uint32_t>(line_end) : 0U;
    parts_.hidden.push_back({token.span.begin + offset, token.span.end});
  }

  static bool ends_line(const std::string& name) { return name == "br" || (html_traits(name) & html::block) != 0; }

  void note_break(const HtmlToken& token, const std::string& name, bool start) {
    const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    if (heading) heading_ = start ? static_cast<std::uint8_t>(name[1] - '0') : 0;
    if (ends_line(name)) parts_.breaks.push_back({token.span, heading_});
  }

  std::string_view source_;
  HtmlScanner scanner_;
  bool finds_tables_;
  HtmlParts parts_;
  std::size_t tables_ = 0;  // open tables
  Span table_;              // the start tag of the outermost
  bool holds_cell_ = false;
  std::deque<Hiding> hiding_;
  std::vector<std::string> unclosed_;  // elements of raw text without an end tag from here on
  Span last_text_;
  std::uint8_t heading_ = 0;
};

}  // namespace

std::string_view html_attribute(std::string_view tag, std::string_view name) {
  // As HtmlScanner reads a tag.
  std::size_t at = std::min(tag.find_first_of(" \t\n\r\f/"), tag.size());
  while (at < tag.size()) {
    while (at < tag.size() && (is_html_space(tag[at]) || tag[at] == '/')) ++at;
    if (at >= tag.size() || tag[at] == '>') break;
    const std::size_t begin = at++;
    while (at < tag.size() && !is_html_space(tag[at]) && tag[at] != '/' && tag[at] != '>' && tag[at] != '=') ++at;
    const std::string_view found = tag.substr(begin, at - begin);
    std::size_t value = at;
    while (value < tag.size() && is_html_space(tag[value])) ++value;
    if (value >= tag.size() || tag[value] != '=') continue;
    ++value;
    while (value < tag.size() && is_html_space(tag[value])) ++value;
    if (value >= tag.size()) break;
    const char quote = tag[value];
    const bool quoted = quote == '"' || quote == '\'';
    if (quoted) ++value;
    at = value;
    while (at < tag.size() && (quoted ? tag[at] != quote : !is_html_space(tag[at]) && tag[at] != '>')) ++at;
    if (is_tag(found, name)) return tag.substr(value, at - value);
    if (quoted && at < tag.size()) ++at;
  }
  return {};
}

HtmlParts find_html_parts(std::string_view source) {
  if (source.find('<') == std::string_view::npos) return {};
  return PartFinder(source, 0, true).find();
}

std::vector<Span> find_hidden_html(std::string_view source, std::uint32_t begin) {
  return PartFinder(source, begin, false).find().hidden;
}

}  // namespace gialint
