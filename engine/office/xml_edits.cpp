#include "engine/office/xml_edits.hpp"

#include <algorithm>
#include <cstddef>

#include "engine/office/xml_reader.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// The tags of the root element.
struct Root {
  Span start;
  Span end;
};

std::optional<Root> find_root(std::string_view xml) {
  std::optional<Root> root;
  std::size_t depth = 0;
  XmlReader reader(xml);
  while (const XmlEvent* const event = reader.next()) {
    if (event->kind == XmlKind::start && depth++ == 0) root = Root{event->bytes, {}};
    if (event->kind == XmlKind::end && --depth == 0) root->end = event->bytes;
  }
  return reader.fault() ? std::nullopt : root;
}

/// The characters of XML 1.0 (2.2).
bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
         (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
}

}  // namespace

std::string XmlEdits::applied(std::string_view xml) const {
  std::string out;
  std::size_t done = 0;
  for (const auto& [at, edit] : edits_) {
    const std::size_t begin = std::min<std::size_t>(at, xml.size());
    if (begin > done) out += xml.substr(done, begin - done);
    out += edit.text;
    done = std::max({done, begin, std::min<std::size_t>(edit.end, xml.size())});
  }
  return out.append(xml.substr(done));
}

std::string_view tag_name(std::string_view xml, std::uint32_t at) {
  std::size_t begin = at + 1;
  if (begin < xml.size() && xml[begin] == '/') ++begin;
  begin = std::min(begin, xml.size());
  const std::size_t end = std::min(xml.find_first_of(" \t\r\n/>", begin), xml.size());
  return xml.substr(begin, end - begin);
}

std::uint32_t tag_end(std::string_view xml, std::uint32_t at) {
  char quote = '\0';
  for (; at < xml.size(); ++at) {
    const char c = xml[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return static_cast<std::uint32_t>(xml.size());
}

std::string_view tag_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon + 1);
}

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    switch (point.value) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        if (is_xml_character(point.value)) append_utf8(escaped, point.value);
    }
    at += point.length;
  }
  return escaped;
}

bool append_to_root(std::string& xml, std::string_view elements) {
  const std::optional<Root> root = find_root(xml);
  if (!root) return false;
  if (root->start != root->end) {
    xml.insert(root->end.begin, elements);
    return true;
  }
  std::string opened = ">";
  opened.append(elements).append("</").append(tag_name(xml, root->start.begin)).append(">");
  xml.replace(root->start.end - 2, 2, opened);
  return true;
}

std::string_view root_name(std::string_view xml) {
  const std::optional<Root> root = find_root(xml);
  return root ? tag_name(xml, root->start.begin) : std::string_view();
}

}  // namespace gialint
