#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gialint {

/// Appends one JSON value to a string, piece by piece.
///
/// It keeps nothing but the nesting, so a caller may write the string out and clear it at any time: a document of any
/// length needs no more memory than its longest piece. Strings come out as valid UTF-8 whatever their bytes: invalid
/// ones become U+FFFD. Calls must nest as JSON does.
///
///   std::string out;
///   JsonWriter json(out);
///   json.begin_object().member("path", path).key("lines").begin_array().value(1).value(2).end_array().end_object();
class JsonWriter {
 public:
  static constexpr int compact = -1;

  /// `indent` blanks per level; `compact` puts everything on one line, without blanks.
  explicit JsonWriter(std::string& out, int indent = 2) : out_(out), indent_(indent) {}

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }

  /// The name of the member that the next call gives a value.
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& null() { return literal("null"); }
  /// `json` is the text of one value that another JsonWriter wrote; it goes in as it is.
  JsonWriter& raw(std::string_view json) { return literal(json); }
  template <std::integral T>
  JsonWriter& value(T number) {
    if constexpr (std::same_as<T, bool>) {
      return literal(number ? "true" : "false");
    } else if constexpr (std::signed_integral<T>) {
      return integer(number);
    } else {
      return natural(number);
    }
  }

  template <class T>
  JsonWriter& member(std::string_view name, const T& content) {
    return key(name).value(content);
  }

 private:
  struct Level {
    bool is_object = false;
    bool is_empty = true;
  };

  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  JsonWriter& literal(std::string_view text);
  JsonWriter& integer(std::int64_t number);
  JsonWriter& natural(std::uint64_t number);
  void before_value();
  void new_line();

  std::string& out_;
  int indent_;
  bool after_key_ = false;
  std::vector<Level> levels_;
};

/// Appends `text` as a JSON string, quotation marks included.
void append_json_string(std::string& out, std::string_view text);

}  // namespace gialint
