#include "engine/office/own_comments.hpp"

#include <charconv>
#include <cstddef>
#include <optional>
#include <system_error>
#include <vector>

#include "engine/office/word_events.hpp"
#include "engine/office/xml_edits.hpp"
#include "engine/office/xml_reader.hpp"

namespace gialint {
namespace {

/// The attribute called `name`, whatever its namespace: Word's newer parts each have their own.
std::string_view attribute_named(const XmlEvent& event, std::string_view name) {
  for (const XmlAttribute& attribute : event.attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

bool holds(const std::set<std::string, std::less<>>& set, std::string_view value) {
  return !value.empty() && set.find(value) != set.end();
}

/// Where the attribute called `name` stands in the tag `span`, with the blank in front of it.
std::optional<Span> attribute_span(std::string_view xml, Span span, std::string_view name) {
  const std::string_view tag = xml.substr(span.begin, span.size());
  const std::size_t at = tag.find(std::string(name) + "=");
  if (at == std::string_view::npos || at + name.size() + 2 > tag.size()) return std::nullopt;
  const std::size_t begin = tag.find_last_of(" \t\r\n", at);
  const std::size_t end = tag.find(tag[at + name.size() + 1], at + name.size() + 2);
  if (begin == std::string_view::npos || end == std::string_view::npos) return std::nullopt;
  return Span{span.begin + static_cast<std::uint32_t>(begin), span.begin + static_cast<std::uint32_t>(end) + 1};
}

/// `edits` made in `xml`, or `xml` as it is when it turned out broken.
std::string applied(const XmlReader& reader, const XmlEdits& edits, std::string_view xml) {
  return reader.fault() ? std::string(xml) : edits.applied(xml);
}

/// In the place of a byte: nothing has begun.
constexpr std::uint32_t nothing = UINT32_MAX;

/// A run that is open while the marks are looked for.
struct OpenRun {
  std::size_t depth = 0;
  std::uint32_t begin = 0;
  std::vector<Span> references;  // to our comments
  bool other = false;            // holds something else as well
};

}  // namespace

OwnComments own_comments(std::string_view xml, std::string_view author, std::string_view initials) {
  OwnComments own;
  XmlReader reader(xml);
  bool ours = false;
  while (const XmlEvent* const event = reader.next()) {
    if (event->space != XmlSpace::word) continue;
    if (event->name == "comment") {
      ours = false;
      if (event->kind != XmlKind::start) continue;
      const std::string_view id = word_attribute(*event, "id");
      std::int64_t number = -1;
      const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
      if (error == std::errc() && end == id.data() + id.size()) own.largest_id = std::max(own.largest_id, number);
      ours = word_attribute(*event, "author") == author && word_attribute(*event, "initials") == initials;
      if (ours) own.ids.emplace(id);
    } else if (ours && event->kind == XmlKind::start && event->name == "p") {
      const std::string_view id = event->attribute(XmlSpace::word_2010, "paraId");
      if (!id.empty()) own.paragraph_ids.emplace(id);
    }
  }
  return own;
}

std::string without_own_comments(std::string_view xml, const OwnComments& own) {
  XmlEdits edits;
  XmlReader reader(xml);
  std::uint32_t begin = nothing;
  while (const XmlEvent* const event = reader.next()) {
    if (!event->is(XmlSpace::word, "comment")) continue;
    if (event->kind == XmlKind::start) {
      if (holds(own.ids, word_attribute(*event, "id"))) begin = event->bytes.begin;
    } else if (begin != nothing) {
      edits.erase({begin, event->bytes.end});
      begin = nothing;
    }
  }
  return applied(reader, edits, xml);
}

std::string without_own_marks(std::string_view xml, const OwnComments& own) {
  XmlEdits edits;
  XmlReader reader(xml);
  std::vector<OpenRun> runs;
  std::uint32_t mark = nothing;  // one of ours is open
  std::size_t depth = 0;
  while (const XmlEvent* const event = reader.next()) {
    const bool word = event->space == XmlSpace::word;
    if (event->kind == XmlKind::start) {
      ++depth;
      const bool range = word && (event->name == "commentRangeStart" || event->name == "commentRangeEnd");
      const bool reference = word && event->name == "commentReference";
      const bool ours = (range || reference) && holds(own.ids, word_attribute(*event, "id"));
      if (ours) mark = event->bytes.begin;
      if (!runs.empty() && depth == runs.back().depth + 1 && !(ours && reference) && !(word && event->name == "rPr")) {
        runs.back().other = true;
      }
      if (word && event->name == "r") runs.push_back({depth, event->bytes.begin, {}, false});
      continue;
    }
    if (event->kind != XmlKind::end) continue;
    if (mark != nothing && word && (event->name == "commentRangeStart" || event->name == "commentRangeEnd")) {
      edits.erase({mark, event->bytes.end});
      mark = nothing;
    } else if (mark != nothing && word && event->name == "commentReference") {
      if (runs.empty()) {
        edits.erase({mark, event->bytes.end});
      } else {
        runs.back().references.push_back({mark, event->bytes.end});
      }
      mark = nothing;
    } else if (word && event->name == "r" && !runs.empty() && runs.back().depth == depth) {
      const OpenRun& run = runs.back();
      if (!run.other && !run.references.empty()) {
        edits.erase({run.begin, event->bytes.end});
      } else {
        for (const Span reference : run.references) edits.erase(reference);
      }
      runs.pop_back();
    }
    --depth;
  }
  return applied(reader, edits, xml);
}

std::string without_own_details(std::string_view xml, const OwnComments& own,
                                std::set<std::string, std::less<>>& durable_ids) {
  XmlEdits edits;
  XmlReader reader(xml);
  std::uint32_t begin = nothing;
  std::size_t inside = 0;
  while (const XmlEvent* const event = reader.next()) {
    if (begin != nothing) {
      if (event->kind == XmlKind::start) ++inside;
      if (event->kind == XmlKind::end && inside-- == 0) {
        edits.erase({begin, event->bytes.end});
        begin = nothing;
      }
      continue;
    }
    if (event->kind != XmlKind::start) continue;
    const std::string_view durable = attribute_named(*event, "durableId");
    if (holds(own.paragraph_ids, attribute_named(*event, "paraId")) || holds(durable_ids, durable)) {
      if (!durable.empty()) durable_ids.emplace(durable);
      begin = event->bytes.begin;
      inside = 0;
    } else if (holds(own.paragraph_ids, attribute_named(*event, "paraIdParent"))) {
      if (const auto span = attribute_span(xml, event->bytes, "paraIdParent")) edits.erase(*span);
    }
  }
  return applied(reader, edits, xml);
}

}  // namespace gialint
