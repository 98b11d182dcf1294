#include "engine/readers/html_limits.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "engine/readers/html_elements.hpp"
#include "engine/readers/html_scan.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

using namespace html;

/// Elements of <svg> and <math> that hold HTML again.
constexpr std::array<std::string_view, 9> html_holders = {"desc", "foreignobject", "title",         "mi", "mo", "mn",
                                                          "ms",   "mtext",         "annotation-xml"};

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
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
  const unsigned traits = html_traits(name);
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
  const unsigned traits = html_traits(name);
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

}  // namespace

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
      name = lower_name(token.name);
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

}  // namespace gialint
