#include "engine/rule_host/messages.hpp"

#include <algorithm>

#include "engine/text/unicode.hpp"

namespace gialint {

namespace {

// The name in the braces that open at `at`; empty when it is no placeholder.
std::string_view placeholder_at(std::string_view message, std::size_t at) {
  const std::size_t end = message.find('}', at);
  if (message[at] != '{' || end == std::string_view::npos) {
    return {};
  }
  const std::string_view name = message.substr(at + 1, end - at - 1);
  return is_name(name) ? name : std::string_view();
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

}  // namespace

bool is_name(std::string_view text) {
  const auto follows = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && std::all_of(text.begin(), text.end(), follows);
}

Result<std::vector<std::string>> placeholders(std::string_view message) {
  std::vector<std::string> names;
  for (std::size_t at = message.find_first_of("{}"); at != std::string_view::npos;
       at = message.find_first_of("{}", at + 1)) {
    const std::string_view name = placeholder_at(message, at);
    if (name.empty()) {
      return Failure{"", "花括号只用于占位符 {name}（小写字母、数字、下划线）"};
    }
    names.emplace_back(name);
    at += name.size() + 1;
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Result<std::string> render(std::string_view message, const std::vector<Fact>& facts) {
  std::string text;
  std::size_t at = 0;
  for (std::size_t open = message.find('{'); open != std::string_view::npos; open = message.find('{', at)) {
    const std::string_view name = placeholder_at(message, open);
    const auto fact =
        std::find_if(facts.begin(), facts.end(), [name](const Fact& candidate) { return candidate.name == name; });
    if (fact == facts.end()) {
      return Failure{"", "no value in data for {" + std::string(name) + "}"};
    }
    text.append(message.substr(at, open - at)).append(fact->value);
    at = open + name.size() + 2;
  }
  return text.append(message.substr(at));
}

std::string one_line(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2;
      })) {
    return std::string(text);
  }
  std::string line;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_blank(c.value) && !is_control(c.value)) {
      line.append(text.substr(at, c.length));
      before = c.value;
      at += c.length;
      continue;
    }
    const std::size_t begin = at;
    bool breaks = false;
    while (at < text.size()) {
      const CodePoint blank = code_point_at(text, at);
      if (!is_blank(blank.value) && !is_control(blank.value)) {
        break;
      }
      breaks = breaks || is_control(blank.value);
      at += blank.length;
    }
    if (!breaks) {
      line.append(text.substr(begin, at - begin));
      continue;
    }
    const bool at_edge = begin == 0 || at == text.size();
    const bool wide = at_edge || (cell_width(before) == 2 && cell_width(code_point_at(text, at).value) == 2);
    if (!wide) {
      line += ' ';
    }
  }
  return line;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    if (c.value == 0xFFFD && c.length == 1) {
      return false;
    }
    at += c.length;
  }
  return true;
}

}  // namespace gialint
