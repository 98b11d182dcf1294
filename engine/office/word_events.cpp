#include "engine/office/word_events.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace gialint {
namespace {

/// The prefixes, always the same, of the namespaces that a choice may require.
constexpr std::array<std::string_view, 12> understood = {"wps", "wpg", "wpc", "wpi", "wp14", "w14",
                                                         "w15", "w16", "wp",  "a14", "v",    "w16cid"};

bool is_understood(std::string_view prefixes) {
  bool any = false;
  for (std::size_t at = 0; at < prefixes.size();) {
    const std::size_t begin = prefixes.find_first_not_of(" \t\n", at);
    if (begin == std::string_view::npos) break;
    at = std::min(prefixes.find_first_of(" \t\n", begin), prefixes.size());
    const std::string_view prefix = prefixes.substr(begin, at - begin);
    if (std::find(understood.begin(), understood.end(), prefix) == understood.end()) return false;
    any = true;
  }
  return any;
}

}  // namespace

const XmlEvent* WordEvents::next() {
  while (const XmlEvent* const event = reader_.next()) {
    if (event->space != XmlSpace::compatibility) return event;
    if (event->name == "AlternateContent") {
      if (event->kind == XmlKind::start) {
        chosen_.push_back(false);
      } else if (!chosen_.empty()) {
        chosen_.pop_back();
      }
    } else if (event->kind == XmlKind::start && (event->name == "Choice" || event->name == "Fallback")) {
      const bool take = !chosen_.empty() && !chosen_.back() &&
                        (event->name == "Fallback" || is_understood(event->attribute(XmlSpace::none, "Requires")));
      if (take) {
        chosen_.back() = true;
      } else {
        reader_.skip_element();
      }
    }
  }
  return nullptr;
}

const XmlEvent* WordEvents::next_child() {
  while (const XmlEvent* const event = next()) {
    if (event->kind == XmlKind::start) return event;
    if (event->kind == XmlKind::end) {
      end_ = event->bytes;
      return nullptr;
    }
  }
  return nullptr;
}

const XmlEvent* WordEvents::next_inside(std::size_t& depth) {
  const XmlEvent* const event = next();
  if (event == nullptr) return nullptr;
  if (event->kind == XmlKind::start) ++depth;
  if (event->kind == XmlKind::end) {
    if (depth == 0) {
      end_ = event->bytes;
      return nullptr;
    }
    --depth;
  }
  return event;
}

void WordEvents::skip_element() {
  std::size_t depth = 0;
  while (next_inside(depth) != nullptr) {
  }
}

std::string_view word_attribute(const XmlEvent& event, std::string_view name) {
  for (const XmlAttribute& attribute : event.attributes) {
    if (attribute.name == name && (attribute.space == XmlSpace::word || attribute.space == XmlSpace::none)) {
      return attribute.value;
    }
  }
  return {};
}

std::string_view word_value(const XmlEvent& event) { return word_attribute(event, "val"); }

bool word_flag(const XmlEvent& event) {
  const std::string_view value = word_value(event);
  return value != "0" && value != "false" && value != "off";
}

std::optional<int> word_integer(std::string_view value) {
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return number;
}

}  // namespace gialint
