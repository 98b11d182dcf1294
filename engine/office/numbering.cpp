#include "engine/office/numbering.hpp"

#include <algorithm>
#include <utility>

#include "engine/office/word_events.hpp"
#include "engine/office/xml_reader.hpp"

namespace gialint {
namespace {

/// No list starts or counts beyond it.
constexpr int largest_number = 1'000'000;

std::optional<std::size_t> level_index(std::string_view value) {
  const std::optional<int> level = word_integer(value);
  if (!level || *level < 0 || *level >= static_cast<int>(list_levels)) return std::nullopt;
  return static_cast<std::size_t>(*level);
}

std::uint32_t start_number(std::string_view value) {
  return static_cast<std::uint32_t>(std::clamp(word_integer(value).value_or(0), 0, largest_number));
}

}  // namespace

/// Goes through a numbering part once.
class NumberingReader {
 public:
  explicit NumberingReader(std::string_view xml) : events_(xml) {}

  Numbering read() {
    while (const XmlEvent* const event = events_.next()) {
      if (event->kind != XmlKind::start || event->space != XmlSpace::word) continue;
      if (event->name == "abstractNum") {
        read_abstract(numbering_.abstracts_[word_integer(word_attribute(*event, "abstractNumId")).value_or(-1)]);
      } else if (event->name == "num") {
        read_instance(numbering_.instances_[word_integer(word_attribute(*event, "numId")).value_or(-1)]);
      }
    }
    return std::move(numbering_);
  }

 private:
  void read_abstract(Numbering::Abstract& abstract) {
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->is(XmlSpace::word, "lvl")) {
        read_level(abstract.levels, level_index(word_attribute(*event, "ilvl")));
        continue;
      }
      if (event->is(XmlSpace::word, "styleLink")) abstract.style_link = word_value(*event);
      if (event->is(XmlSpace::word, "numStyleLink")) abstract.uses_style = word_value(*event);
      events_.skip_element();
    }
  }

  void read_instance(Numbering::Instance& instance) {
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->is(XmlSpace::word, "lvlOverride")) {
        read_override(instance, level_index(word_attribute(*event, "ilvl")));
        continue;
      }
      if (event->is(XmlSpace::word, "abstractNumId")) {
        instance.abstract_id = word_integer(word_value(*event)).value_or(-1);
      }
      events_.skip_element();
    }
  }

  void read_override(Numbering::Instance& instance, std::optional<std::size_t> index) {
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->is(XmlSpace::word, "lvl")) {
        read_level(instance.own, index);
        continue;
      }
      if (index && event->is(XmlSpace::word, "startOverride"))
        instance.starts[*index] = start_number(word_value(*event));
      events_.skip_element();
    }
  }

  void read_level(Numbering::Levels& levels, std::optional<std::size_t> index) {
    ListLevel level;
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->space == XmlSpace::word) read_property(*event, level);
      events_.skip_element();
    }
    if (index) levels[*index] = std::move(level);
  }

  static void read_property(const XmlEvent& event, ListLevel& level) {
    const std::string_view value = word_value(event);
    if (event.name == "start") level.start = start_number(value);
    if (event.name == "lvlText") level.text = value;
    if (event.name == "lvlRestart") level.restart = start_number(value);
    if (event.name == "isLgl") level.legal = word_flag(event);
    if (event.name == "pStyle") level.style = value;
    if (event.name == "suff") {
      level.suffix = value == "nothing" ? NumberSuffix::nothing
                     : value == "space" ? NumberSuffix::space
                                        : NumberSuffix::tab;
    }
    if (event.name == "numFmt") {
      level.format = number_format(value);
      // Word 2010: "custom" with its first numbers, "001, 002, 003, ...".
      const std::string_view custom = word_attribute(event, "format");
      if (value == "custom") level.digits = std::min<std::size_t>(std::min(custom.find(','), custom.size()), 9);
    }
  }

  WordEvents events_;
  Numbering numbering_;
};

Numbering Numbering::read(std::string_view xml) { return NumberingReader(xml).read(); }

const Numbering::Definition* Numbering::definition_of(const Instance& instance) const {
  const auto found = abstracts_.find(instance.abstract_id);
  if (found == abstracts_.end()) return nullptr;
  const std::string& style = found->second.uses_style;
  if (style.empty()) return &*found;
  const auto linked = std::find_if(abstracts_.begin(), abstracts_.end(),
                                   [&](const auto& each) { return each.second.style_link == style; });
  return linked == abstracts_.end() ? &*found : &*linked;
}

const ListLevel* Numbering::level(int number_id, std::size_t level) const {
  const auto instance = instances_.find(number_id);
  if (instance == instances_.end() || level >= list_levels) return nullptr;
  if (const std::optional<ListLevel>& own = instance->second.own[level]) return &*own;
  const Definition* const definition = definition_of(instance->second);
  return definition != nullptr && definition->second.levels[level] ? &*definition->second.levels[level] : nullptr;
}

std::optional<std::size_t> Numbering::level_of_style(int number_id, std::string_view style) const {
  for (std::size_t i = 0; i < list_levels; ++i) {
    const ListLevel* const each = level(number_id, i);
    if (each != nullptr && each->style == style) return i;
  }
  return std::nullopt;
}

std::optional<ListNumber> ListCounters::count(int number_id, std::size_t level) {
  const auto instance = numbering_->instances_.find(number_id);
  const ListLevel* const counted = numbering_->level(number_id, level);
  if (instance == numbering_->instances_.end() || counted == nullptr) return std::nullopt;
  const Numbering::Definition* const definition = numbering_->definition_of(instance->second);
  Numbers& numbers = counters_[definition != nullptr ? definition->first : -1];

  std::optional<std::uint32_t>& number = numbers[level];
  bool& started = started_[number_id][level];
  if (const std::optional<std::uint32_t>& start = instance->second.starts[level]; start && !started) {
    number = *start;
  } else {
    number = number ? std::min<std::uint32_t>(*number + 1, largest_number) : counted->start;
  }
  started = true;
  for (std::size_t below = level + 1; below < list_levels; ++below) {
    const ListLevel* const each = numbering_->level(number_id, below);
    // Restart levels count from 1; without one every level above restarts it.
    if (each == nullptr || !each->restart || (*each->restart > 0 && level + 1 <= *each->restart))
      numbers[below].reset();
  }

  ListNumber drawn;
  drawn.suffix = counted->suffix;
  drawn.bullet = counted->format == NumberFormat::bullet;
  if (drawn.bullet) return drawn;
  const std::string& text = counted->text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%' || i + 1 == text.size() || text[i + 1] < '1' || text[i + 1] > '9') {
      drawn.text += text[i];
      continue;
    }
    const auto shown = static_cast<std::size_t>(text[++i] - '1');
    const ListLevel* const each = numbering_->level(number_id, shown);
    if (each == nullptr) continue;
    const std::uint32_t value = numbers[shown].value_or(each->start);
    const bool decimal = counted->legal && each->format != NumberFormat::none;
    std::string digits = formatted_number(value, decimal ? NumberFormat::decimal : each->format);
    if (digits.size() < each->digits) digits.insert(0, each->digits - digits.size(), '0');
    drawn.text += digits;
  }
  return drawn;
}

}  // namespace gialint
