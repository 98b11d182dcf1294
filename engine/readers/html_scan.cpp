#include "engine/readers/html_scan.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// What the standard's tree construction makes of an element.
enum Trait : unsigned {
  empty_element = 1U << 0U,  // has no end tag and no content
  special = 1U << 1U,        // no end tag of an inline element reaches beyond it
  scope = 1U << 2U,          // no end tag of a block reaches beyond it
  formatting = 1U << 3U,     // opened again wherever a block closed it
  closes_paragraph = 1U << 4U,
  leaves_foreign = 1U << 5U,  // its start tag ends <svg> and <math>
  marker = 1U << 6U,          // formatting elements opened inside it end with it
  block = 1U << 7U,           // looks_like_html() counts it
};

struct ElementKind {
  std::string_view name;
  unsigned traits;
};

constexpr unsigned plain_block = special | closes_paragraph | block;

/// Sorted by name. https://html.spec.whatwg.org/multipage/parsing.html, as gumbo 0.10 has it.
constexpr std::array<ElementKind, 97> element_kinds = {{
    {"a", formatting},
    {"address", plain_block},
    {"applet", special | scope | marker},
    {"area", special | empty_element},
    {"article", plain_block},
    {"aside", plain_block},
    {"b", formatting | leaves_foreign},
    {"base", special | empty_element},
    {"basefont", special | empty_element},
    {"bgsound", special | empty_element},
    {"big", formatting | leaves_foreign},
    {"blockquote", plain_block | leaves_foreign},
    {"body", special | leaves_foreign | block},
    {"br", special | empty_element | leaves_foreign},
    {"button", special},
    {"caption", special | scope | marker},
    {"center", plain_block | leaves_foreign},
    {"code", formatting | leaves_foreign},
    {"col", special | empty_element},
    {"colgroup", special},
    {"dd", plain_block | leaves_foreign},
    {"details", plain_block},
    {"dir", plain_block},
    {"div", plain_block | leaves_foreign},
    {"dl", plain_block | leaves_foreign},
    {"dt", plain_block | leaves_foreign},
    {"em", formatting | leaves_foreign},
    {"embed", special | empty_element | leaves_foreign},
    {"fieldset", plain_block},
    {"figcaption", plain_block},
    {"figure", plain_block},
    {"font", formatting},
    {"footer", plain_block},
    {"form", special | closes_paragraph},
    {"frame", special | empty_element},
    {"frameset", special},
    {"h1", plain_block | leaves_foreign},
    {"h2", plain_block | leaves_foreign},
    {"h3", plain_block | leaves_foreign},
    {"h4", plain_block | leaves_foreign},
    {"h5", plain_block | leaves_foreign},
    {"h6", plain_block | leaves_foreign},
    {"head", special | leaves_foreign},
    {"header", plain_block},
    {"hgroup", plain_block},
    {"hr", special | empty_element | leaves_foreign},
    {"html", special | scope},
    {"i", formatting | leaves_foreign},
    {"iframe", special},
    {"img", special | empty_element | leaves_foreign},
    {"input", special | empty_element},
    {"li", plain_block | leaves_foreign},
    {"link", special | empty_element},
    {"listing", plain_block | leaves_foreign},
    {"main", plain_block},
    {"marquee", special | scope | marker},
    {"menu", plain_block | leaves_foreign},
    {"meta", special | empty_element | leaves_foreign},
    {"nav", plain_block},
    {"nobr", formatting | leaves_foreign},
    {"noembed", special},
    {"noframes", special},
    {"noscript", special},
    {"object", special | scope | marker},
    {"ol", plain_block | leaves_foreign},
    {"p", plain_block | leaves_foreign},
    {"param", special | empty_element},
    {"pre", plain_block | leaves_foreign},
    {"ruby", leaves_foreign},
    {"s", formatting | leaves_foreign},
    {"script", special},
    {"section", plain_block},
    {"select", special},
    {"small", formatting | leaves_foreign},
    {"source", special | empty_element},
    {"span", leaves_foreign},
    {"strike", formatting | leaves_foreign},
    {"strong", formatting | leaves_foreign},
    {"style", special},
    {"sub", leaves_foreign},
    {"summary", plain_block},
    {"sup", leaves_foreign},
    {"table", special | scope | leaves_foreign | block},
    {"tbody", special},
    {"td", special | scope | marker | block},
    {"template", special | scope | marker},
    {"textarea", special},
    {"tfoot", special},
    {"th", special | scope | marker | block},
    {"thead", special},
    {"title", special},
    {"tr", special},
    {"tt", formatting | leaves_foreign},
    {"u", formatting | leaves_foreign},
    {"ul", plain_block | leaves_foreign},
    {"var", leaves_foreign},
    {"wbr", special | empty_element},
}};

constexpr std::array<std::string_view, 9> raw_elements = {"iframe", "noembed",  "noframes", "plaintext", "script",
                                                          "style",  "textarea", "title",    "xmp"};
/// Elements of <svg> and <math> that hold HTML again.
constexpr std::array<std::string_view, 9> html_holders = {"desc", "foreignobject", "title",         "mi", "mo", "mn",
                                                          "ms",   "mtext",         "annotation-xml"};

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

unsigned traits_of(std::string_view lower) {
  const auto* const found =
      std::lower_bound(element_kinds.begin(), element_kinds.end(), lower,
                       [](const ElementKind& kind, std::string_view name) { return kind.name < name; });
  return found != element_kinds.end() && found->name == lower ? found->traits : 0;
}

std::string lower_name(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
  return lower;
}

/// Follows the elements that a parser would hold open, never fewer than it does: an end tag closes here only what it
/// surely closes there. The names are those of the standard's tree construction.
class NestingModel {
 public:
  /// False once a limit is passed.
  bool start_tag(std::string_view name, std::string_view source, std::uint32_t attributes, bool self_closing);
  bool end_tag(std::string_view name);
  bool text() { return reopen_formatting(); }

  [[nodiscard]] bool in_foreign() const { return !open_.empty() && open_.back().foreign && !open_.back().holds_html; }
  [[nodiscard]] bool in_select() const {
    return std::any_of(open_.begin(), open_.end(), [](const Open& each) { return each.name == "select"; });
  }

 private:
  struct Open {
    std::string name;
    unsigned traits = 0;
    bool foreign = false;
    bool holds_html = false;
    std::size_t format = 0;  // id of its entry in formats_; 0 when it has none
  };
  struct Format {
    std::size_t id = 0;  // 0: a marker
    std::string name;
    std::size_t source = 0;  // hash of the tag
    std::size_t weight = 0;  // the element and its attributes
    bool open = false;       // still among open_
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  template <class Found, class Stop>
  [[nodiscard]] std::size_t find(Found found, Stop stop) const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (found(open_[i])) return i;
      if (stop(open_[i])) return none;
    }
    return none;
  }
  [[nodiscard]] std::size_t in_scope(std::string_view name, std::string_view stop = {},
                                     std::string_view stop_too = {}) const {
    return find([&](const Open& each) { return each.name == name; },
                [&](const Open& each) {
                  return (each.traits & scope) != 0 || each.holds_html ||
                         (!stop.empty() && (each.name == stop || each.name == stop_too));
                });
  }
  [[nodiscard]] std::size_t in_table_scope(std::string_view name, std::string_view other = {}) const {
    return find([&](const Open& each) { return each.name == name || (!other.empty() && each.name == other); },
                [](const Open& each) { return each.name == "table" || each.name == "template"; });
  }
  void pop_to(std::size_t size);
  void push(std::string_view name, unsigned traits);
  void open_item(std::string_view name);
  void open_table_part(std::string_view name, unsigned traits);
  void add_formatting(std::string_view name, std::string_view source, std::uint32_t attributes);
  void end_formatting(std::string_view name);
  void end_inline(std::string_view name);
  bool reopen_formatting();
  [[nodiscard]] bool within_limits() const {
    return open_.size() <= HtmlLimits::nesting && formats_.size() <= HtmlLimits::nesting &&
           reopened_ <= HtmlLimits::reopened;
  }

  std::vector<Open> open_;
  std::vector<Format> formats_;
  std::size_t last_id_ = 0;
  std::size_t reopened_ = 0;
};

void NestingModel::pop_to(std::size_t size) {
  while (open_.size() > size) {
    const Open& last = open_.back();
    if (last.format != 0) {
      for (Format& format : formats_) {
        if (format.id == last.format) format.open = false;
      }
    }
    if ((last.traits & marker) != 0) {
      while (!formats_.empty()) {
        const bool is_marker = formats_.back().id == 0;
        formats_.pop_back();
        if (is_marker) break;
      }
    }
    open_.pop_back();
  }
}

void NestingModel::push(std::string_view name, unsigned traits) {
  Open open;
  open.name = name;
  open.traits = traits;
  open_.push_back(std::move(open));
  if ((traits & marker) != 0) formats_.emplace_back();
}

/// <li>, <dd>, <dt>: closes the item before it.
void NestingModel::open_item(std::string_view name) {
  const bool list = name == "li";
  const std::size_t before =
      find([&](const Open& each) { return list ? each.name == name : each.name == "dd" || each.name == "dt"; },
           [](const Open& each) {
             return (each.traits & special) != 0 && each.name != "address" && each.name != "div" && each.name != "p";
           });
  if (before != none) pop_to(before);
}

void NestingModel::open_table_part(std::string_view name, unsigned traits) {
  const std::size_t table = in_table_scope("table");
  if (table == none) {
    // Outside of tables such tags are ignored, but for templates, which are not worth being exact about.
    if (in_scope("template") != none) push(name, traits);
    return;
  }
  if (name == "td" || name == "th") {
    if (const std::size_t cell = in_table_scope("td", "th"); cell != none) pop_to(cell);
    const std::size_t row = in_table_scope("tr");
    if (row == none) {
      open_table_part("tr", special);
    } else {
      pop_to(row + 1);
    }
  } else if (name == "tr") {
    std::size_t group = in_table_scope("tbody");
    if (group == none) group = in_table_scope("thead", "tfoot");
    if (group == none) {
      pop_to(table + 1);
      push("tbody", special);
    } else {
      pop_to(group + 1);
    }
  } else {
    pop_to(table + 1);
  }
  push(name, traits);
}

void NestingModel::add_formatting(std::string_view name, std::string_view source, std::uint32_t attributes) {
  Format format;
  format.id = ++last_id_;
  format.name = name;
  format.source = std::hash<std::string_view>{}(source);
  format.weight = 1 + attributes;
  format.open = true;
  // Of like elements only the last three are opened again.
  std::size_t alike = 0;
  std::size_t first = none;
  for (std::size_t i = formats_.size(); i-- > 0 && formats_[i].id != 0;) {
    if (formats_[i].source != format.source || formats_[i].name != name) continue;
    ++alike;
    first = i;
  }
  if (alike >= 3) {
    for (Open& open : open_) {
      if (open.format == formats_[first].id) open.format = 0;
    }
    formats_.erase(formats_.begin() + static_cast<std::ptrdiff_t>(first));
  }
  push(name, formatting);
  open_.back().format = format.id;
  formats_.push_back(std::move(format));
}

bool NestingModel::reopen_formatting() {
  std::size_t first = formats_.size();
  while (first > 0 && formats_[first - 1].id != 0 && !formats_[first - 1].open) --first;
  for (std::size_t i = first; i < formats_.size(); ++i) {
    push(formats_[i].name, formatting);
    open_.back().format = formats_[i].id;
    formats_[i].open = true;
    reopened_ += formats_[i].weight;
  }
  return within_limits();
}

bool NestingModel::start_tag(std::string_view name, std::string_view source, std::uint32_t attributes,
                             bool self_closing) {
  const unsigned traits = traits_of(name);
  if (in_foreign()) {
    if ((traits & leaves_foreign) == 0 && !(name == "font" && attributes > 0)) {
      if (self_closing) return true;
      push(name, 0);
      open_.back().foreign = true;
      open_.back().holds_html = is_one_of(name, html_holders);
      return within_limits();
    }
    while (in_foreign()) pop_to(open_.size() - 1);
  }
  if (name == "html" || name == "body" || name == "head") return true;
  if ((traits & closes_paragraph) != 0) {
    if (name == "li" || name == "dd" || name == "dt") open_item(name);
    if (const std::size_t paragraph = in_scope("p", "button"); paragraph != none) pop_to(paragraph);
  } else {
    const bool stands_in_line = (traits & special) == 0 || (traits & empty_element) != 0 || name == "applet" ||
                                name == "button" || name == "marquee" || name == "object" || name == "select";
    if (stands_in_line && !reopen_formatting()) return false;
  }
  if ((traits & empty_element) != 0) return true;
  const bool part = name == "td" || name == "th" || name == "tr" || name == "tbody" || name == "thead" ||
                    name == "tfoot" || name == "caption" || name == "colgroup";
  if (part) {
    open_table_part(name, traits);
  } else if ((traits & formatting) != 0) {
    if (name == "a" || name == "nobr") end_formatting(name);
    add_formatting(name, source, attributes);
  } else {
    const bool option = name == "option" || name == "optgroup";
    if (option && !open_.empty() && open_.back().name == "option") pop_to(open_.size() - 1);
    const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    if (heading && !open_.empty() && open_.back().name.size() == 2 && open_.back().name[0] == 'h' &&
        (open_.back().traits & block) != 0) {
      pop_to(open_.size() - 1);
    }
    if (name == "button") {
      if (const std::size_t button = in_scope(name); button != none) pop_to(button);
    }
    push(name, traits);
    if (name == "svg" || name == "math") {
      open_.back().foreign = true;
      if (self_closing) pop_to(open_.size() - 1);
    }
  }
  return within_limits();
}

/// </b>: where blocks stand open inside it, they stay open, and it alone is closed.
void NestingModel::end_formatting(std::string_view name) {
  std::size_t entry = none;
  for (std::size_t i = formats_.size(); i-- > 0 && formats_[i].id != 0;) {
    if (formats_[i].name == name) {
      entry = i;
      break;
    }
  }
  if (entry == none) return end_inline(name);
  const std::size_t id = formats_[entry].id;
  const bool is_open = formats_[entry].open;
  if (!is_open) {
    formats_.erase(formats_.begin() + static_cast<std::ptrdiff_t>(entry));
    return;
  }
  const std::size_t at = find([&](const Open& each) { return each.format == id; },
                              [](const Open& each) { return (each.traits & scope) != 0 || each.holds_html; });
  if (at == none) return;
  const bool holds_block = std::any_of(open_.begin() + static_cast<std::ptrdiff_t>(at), open_.end(),
                                       [](const Open& each) { return (each.traits & special) != 0; });
  reopened_ += holds_block ? 8 : 0;
  formats_.erase(formats_.begin() + static_cast<std::ptrdiff_t>(entry));
  if (holds_block) {
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(at));
  } else {
    pop_to(at);
  }
}

void NestingModel::end_inline(std::string_view name) {
  const std::size_t at = find([&](const Open& each) { return each.name == name; },
                              [](const Open& each) { return (each.traits & special) != 0; });
  if (at != none) pop_to(at);
}

bool NestingModel::end_tag(std::string_view name) {
  if (in_foreign()) {
    const std::size_t at = find([&](const Open& each) { return each.name == name; },
                                [](const Open& each) { return !each.foreign || each.holds_html; });
    if (at != none && open_[at].foreign) {
      pop_to(at);
      return true;
    }
  }
  const unsigned traits = traits_of(name);
  if ((traits & formatting) != 0) {
    end_formatting(name);
    return within_limits();
  }
  if (name == "html" || name == "body" || name == "head") return true;
  std::size_t at = none;
  if (name == "p") {
    at = in_scope(name, "button");
  } else if (name == "li") {
    at = in_scope(name, "ol", "ul");
  } else if (name == "td" || name == "th" || name == "tr" || name == "tbody" || name == "thead" || name == "tfoot" ||
             name == "caption" || name == "table") {
    at = in_table_scope(name);
  } else if (name.size() == 2 && name[0] == 'h' && (traits & block) != 0) {
    at = find([](const Open& each) { return each.name.size() == 2 && each.name[0] == 'h' && each.name != "hr"; },
              [](const Open& each) { return (each.traits & scope) != 0 || each.holds_html; });
  } else if (name == "form") {
    at = in_scope(name);
    if (at != none) open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(at));
    return true;
  } else if ((traits & special) != 0) {
    at = in_scope(name);
  } else {
    end_inline(name);
  }
  if (at != none) pop_to(at);
  return true;
}

/// Whether only blanks stand before `at` on its line.
bool begins_line(std::string_view source, std::size_t at) {
  while (at > 0 && (source[at - 1] == ' ' || source[at - 1] == '\t')) --at;
  return at == 0 || source[at - 1] == '\n' || source[at - 1] == '\r';
}

}  // namespace

bool is_tag(std::string_view name, std::string_view lower) {
  return name.size() == lower.size() &&
         std::equal(name.begin(), name.end(), lower.begin(), [](char a, char b) { return to_lower(a) == b; });
}

bool begins_markup(std::string_view source, std::size_t at) {
  if (source[at] != '<' || at + 1 >= source.size()) return false;
  const char c = source[at + 1];
  return is_letter(c) || c == '/' || c == '!' || c == '?';
}

bool holds_raw_text(std::string_view name) {
  return std::any_of(raw_elements.begin(), raw_elements.end(),
                     [&](std::string_view each) { return is_tag(name, each); });
}

void HtmlScanner::read_raw(std::string_view name) { raw_ = name; }

std::uint32_t HtmlScanner::raw_end(std::string_view name) const {
  const std::string lower = lower_name(name);
  if (lower == "plaintext") return static_cast<std::uint32_t>(source_.size());
  for (std::size_t at = source_.find("</", at_); at != std::string_view::npos; at = source_.find("</", at + 2)) {
    const std::size_t end = at + 2 + name.size();
    if (!is_tag(source_.substr(at + 2, name.size()), lower)) continue;
    if (end >= source_.size() || is_space(source_[end]) || source_[end] == '/' || source_[end] == '>') {
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
  while (at < size && !is_space(source_[at]) && source_[at] != '/' && source_[at] != '>') ++at;
  token.name = source_.substr(name, at - name);
  while (at < size) {
    while (at < size && (is_space(source_[at]) || source_[at] == '/')) ++at;
    if (at >= size) break;
    if (source_[at] == '>') {
      token.self_closing = source_[at - 1] == '/';
      ++at;
      break;
    }
    ++token.attributes;
    ++at;  // whatever it is, it begins a name
    while (at < size && !is_space(source_[at]) && source_[at] != '/' && source_[at] != '>' && source_[at] != '=') ++at;
    std::size_t value = at;
    while (value < size && is_space(source_[value])) ++value;
    if (value >= size || source_[value] != '=') continue;
    ++value;
    while (value < size && is_space(source_[value])) ++value;
    at = value;
    if (at >= size) break;
    const char quote = source_[at];
    if (quote == '"' || quote == '\'') {
      at = std::min(source_.find(quote, at + 1), size - 1) + 1;
    } else {
      while (at < size && !is_space(source_[at]) && source_[at] != '>') ++at;
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
    if (is_letter(c)) {
      token.kind = HtmlToken::Kind::start_tag;
      read_tag(token);
    } else if (c == '/' && at_ + 2 < source_.size() && is_letter(source_[at_ + 2])) {
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

bool is_safe_to_parse(std::string_view source) {
  HtmlScanner scanner(source);
  NestingModel model;
  std::size_t elements = 0;
  std::size_t on_root = 0;  // attributes of all <html> and <body> tags: they gather on one element
  HtmlToken token;
  std::string name;
  while (scanner.next(token)) {
    bool safe = true;
    if (token.kind == HtmlToken::Kind::text) {
      safe = trim(source.substr(token.span.begin, token.span.size())).empty() || model.text();
    } else if (token.kind == HtmlToken::Kind::start_tag || token.kind == HtmlToken::Kind::end_tag) {
      if (token.attributes > HtmlLimits::attributes) return false;
      name.assign(token.name);
      std::transform(name.begin(), name.end(), name.begin(), to_lower);
      if (name == "html" || name == "body") on_root += token.attributes;
      if (on_root > HtmlLimits::attributes || ++elements > HtmlLimits::elements) return false;
      if (token.kind == HtmlToken::Kind::end_tag) {
        safe = model.end_tag(name);
      } else {
        // In <svg> and in <select> a parser does not leave the tags of a <style> unread.
        const bool raw = holds_raw_text(name) && !model.in_foreign() && !model.in_select();
        safe = model.start_tag(name, source.substr(token.span.begin, token.span.size()), token.attributes,
                               token.self_closing);
        if (raw) scanner.read_raw(token.name);
      }
    }
    if (!safe) return false;
  }
  return true;
}

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
      if ((traits_of(lower_name(token.name)) & block) != 0) ++depth;
    } else if (token.kind == HtmlToken::Kind::end_tag) {
      if (depth > 0 && (traits_of(lower_name(token.name)) & block) != 0) --depth, ++closed;
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
