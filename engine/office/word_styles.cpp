#include "engine/office/word_styles.hpp"

#include <set>
#include <utility>
#include <vector>

namespace gialint {
namespace {

template <class T>
void inherit_value(std::optional<T>& value, const std::optional<T>& from) {
  if (!value) value = from;
}

/// What `member` of the style comes to: a toggle that either style may turn.
bool toggled(const WordStyle& paragraph, const WordStyle& character, std::optional<bool> RunFormat::*member) {
  return (paragraph.run.*member).value_or(false) != (character.run.*member).value_or(false);
}

/// "heading 3" → 2: the built-in styles keep their English names in every language of Word.
std::optional<int> level_of_name(std::string_view name) {
  constexpr std::string_view heading = "heading ";
  if (name.size() != heading.size() + 1) return std::nullopt;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    const char c = name[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != heading[i]) return std::nullopt;
  }
  const char digit = name.back();
  return digit >= '1' && digit <= '9' ? std::optional<int>(digit - '1') : std::nullopt;
}

}  // namespace

void RunFormat::inherit(const RunFormat& from) {
  inherit_value(hidden, from.hidden);
  inherit_value(struck, from.struck);
  inherit_value(raised, from.raised);
  inherit_value(font, from.font);
}

void ParagraphFormat::inherit(const ParagraphFormat& from) {
  inherit_value(outline_level, from.outline_level);
  inherit_value(number_id, from.number_id);
  inherit_value(number_level, from.number_level);
}

RunFormat read_run_format(WordEvents& events) {
  RunFormat format;
  while (const XmlEvent* const event = events.next_child()) {
    if (event->space == XmlSpace::word) {
      if (event->name == "vanish") format.hidden = word_flag(*event);
      if (event->name == "strike" || event->name == "dstrike") {
        format.struck = word_flag(*event) || format.struck.value_or(false);
      }
      if (event->name == "vertAlign") format.raised = word_value(*event) != "baseline";
      if (event->name == "rStyle") format.style = word_value(*event);
      if (event->name == "rFonts") {
        std::string_view font = word_attribute(*event, "ascii");
        if (font.empty()) font = word_attribute(*event, "hAnsi");
        if (!font.empty()) format.font = std::string(font);
      }
    }
    events.skip_element();
  }
  return format;
}

/// Goes through a styles part once, then lets every style inherit.
class StylesReader {
 public:
  explicit StylesReader(std::string_view xml) : events_(xml) {}

  WordStyles read() {
    while (const XmlEvent* const event = events_.next()) {
      if (event->kind == XmlKind::start && event->is(XmlSpace::word, "style")) read_style(*event);
    }
    for (auto& [id, own] : own_) result_.styles_.emplace(id, resolved(id));
    return std::move(result_);
  }

 private:
  struct OwnStyle {
    WordStyle style;
    std::string based_on;
  };

  void read_style(const XmlEvent& start) {
    const std::string id(word_attribute(start, "styleId"));
    const std::string_view by_default = word_attribute(start, "default");
    if (word_attribute(start, "type") == "paragraph" && (by_default == "1" || by_default == "true")) {
      result_.default_paragraph_ = id;
    }
    OwnStyle own;
    std::optional<int> named_level;
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->is(XmlSpace::word, "pPr")) {
        read_paragraph(own.style.paragraph);
        continue;
      }
      if (event->is(XmlSpace::word, "rPr")) {
        own.style.run = read_run_format(events_);
        continue;
      }
      if (event->is(XmlSpace::word, "name")) named_level = level_of_name(word_value(*event));
      if (event->is(XmlSpace::word, "basedOn")) own.based_on = word_value(*event);
      events_.skip_element();
    }
    if (!own.style.paragraph.outline_level) own.style.paragraph.outline_level = named_level;
    if (own.style.paragraph.number_id) own.style.numbered_by = id;
    own_.insert_or_assign(id, std::move(own));
  }

  void read_paragraph(ParagraphFormat& format) {
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->is(XmlSpace::word, "outlineLvl")) format.outline_level = word_integer(word_value(*event));
      if (!event->is(XmlSpace::word, "numPr")) {
        events_.skip_element();
        continue;
      }
      while (const XmlEvent* const part = events_.next_child()) {
        if (part->is(XmlSpace::word, "numId")) format.number_id = word_integer(word_value(*part));
        if (part->is(XmlSpace::word, "ilvl")) format.number_level = word_integer(word_value(*part));
        events_.skip_element();
      }
    }
  }

  /// The style with what it is based on; a circle ends where it closes.
  WordStyle resolved(const std::string& id) const {
    WordStyle style;
    std::set<std::string_view> seen;
    for (auto at = own_.find(id); at != own_.end() && seen.insert(at->first).second && seen.size() <= most_ancestors;
         at = own_.find(at->second.based_on)) {
      style.run.inherit(at->second.style.run);
      style.paragraph.inherit(at->second.style.paragraph);
      if (style.numbered_by.empty()) style.numbered_by = at->second.style.numbered_by;
    }
    return style;
  }

  // A chain as long as a document can make it would take time as its square.
  static constexpr std::size_t most_ancestors = 64;

  WordEvents events_;
  WordStyles result_;
  std::map<std::string, OwnStyle, std::less<>> own_;
};

WordStyles WordStyles::read(std::string_view xml) { return StylesReader(xml).read(); }

const WordStyle& WordStyles::style(std::string_view id) const {
  static const WordStyle nothing;
  const auto found = styles_.find(id);
  return found == styles_.end() ? nothing : found->second;
}

bool WordStyles::is_hidden(const RunFormat& run, std::string_view paragraph_style) const {
  return run.hidden.value_or(toggled(style(paragraph_style), style(run.style), &RunFormat::hidden));
}

bool WordStyles::is_struck(const RunFormat& run, std::string_view paragraph_style) const {
  return run.struck.value_or(toggled(style(paragraph_style), style(run.style), &RunFormat::struck));
}

bool WordStyles::is_raised(const RunFormat& run, std::string_view paragraph_style) const {
  if (run.raised) return *run.raised;
  if (const std::optional<bool> raised = style(run.style).run.raised) return *raised;
  return style(paragraph_style).run.raised.value_or(false);
}

std::string_view WordStyles::font(const RunFormat& run, std::string_view paragraph_style) const {
  if (run.font) return *run.font;
  if (const std::optional<std::string>& font = style(run.style).run.font) return *font;
  const std::optional<std::string>& font = style(paragraph_style).run.font;
  return font ? std::string_view(*font) : std::string_view();
}

}  // namespace gialint
