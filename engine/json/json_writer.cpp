#include "engine/json/json_writer.hpp"

#include <cassert>
#include <iterator>

#include <fmt/format.h>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

void append_escaped(std::string& out, char32_t character) {
  switch (character) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(character));
  }
}

/// Beside what JSON demands: DEL and the C1 controls, which terminals act upon, and the two line ends that
/// JavaScript once did not take inside a string.
bool needs_escape(char32_t character) {
  return character < 0x20 || character == '"' || character == '\\' || (character >= 0x7F && character < 0xA0) ||
         character == 0x2028 || character == 0x2029;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  const auto copy_until = [&](std::size_t at) { out.append(text.substr(copied, at - copied)); };
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80 && !needs_escape(byte)) {
      ++at;
      continue;
    }
    const CodePoint character = code_point_at(text, at);
    const bool is_stray = byte >= 0x80 && character.length == 1;
    if (is_stray || needs_escape(character.value)) {
      copy_until(at);
      if (is_stray) {
        append_utf8(out, 0xFFFD);
      } else {
        append_escaped(out, character.value);
      }
      copied = at + character.length;
    }
    at += character.length;
  }
  copy_until(text.size());
  out += '"';
}

JsonWriter& JsonWriter::key(std::string_view name) {
  assert(!levels_.empty() && levels_.back().is_object && !after_key_);
  before_value();
  append_json_string(out_, name);
  out_ += indent_ < 0 ? ":" : ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  before_value();
  append_json_string(out_, text);
  return *this;
}

JsonWriter& JsonWriter::begin(char bracket) {
  before_value();
  out_ += bracket;
  levels_.push_back({bracket == '{', true});
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  assert(!levels_.empty() && levels_.back().is_object == (bracket == '}') && !after_key_);
  const bool was_empty = levels_.back().is_empty;
  levels_.pop_back();
  if (!was_empty) new_line();
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::literal(std::string_view text) {
  before_value();
  out_ += text;
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t number) {
  before_value();
  out_ += fmt::format_int(number).c_str();
  return *this;
}

JsonWriter& JsonWriter::natural(std::uint64_t number) {
  before_value();
  out_ += fmt::format_int(number).c_str();
  return *this;
}

/// Comma and line break; a member's value follows its key without either.
void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  if (!levels_.back().is_empty) out_ += ',';
  levels_.back().is_empty = false;
  new_line();
}

void JsonWriter::new_line() {
  if (indent_ < 0) return;
  out_ += '\n';
  out_.append(levels_.size() * static_cast<std::size_t>(indent_), ' ');
}

}  // namespace gialint
