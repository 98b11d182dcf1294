#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gialint {

/// One value of a JSON text that was read. Immutable.
///
/// What somebody else sent need not have the shape that was hoped for, so nothing here fails: a member that is not
/// there, and any member of what is no object, is null; what is no array has no elements; what is no string has none.
class JsonValue {
 public:
  using Elements = std::vector<JsonValue>;
  using Members = std::map<std::string, JsonValue, std::less<>>;

  JsonValue() = default;
  explicit JsonValue(bool value) : value_(value) {}
  explicit JsonValue(std::int64_t value) : value_(value) {}
  explicit JsonValue(double value) : value_(value) {}
  explicit JsonValue(std::string value) : value_(std::move(value)) {}
  explicit JsonValue(Elements value) : value_(std::move(value)) {}
  explicit JsonValue(Members value) : value_(std::move(value)) {}

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  [[nodiscard]] bool is_array() const { return std::holds_alternative<Elements>(value_); }
  [[nodiscard]] bool is_object() const { return std::holds_alternative<Members>(value_); }
  [[nodiscard]] bool is_true() const;

  /// A whole number that fits; a number with a fraction is none.
  [[nodiscard]] std::optional<std::int64_t> integer() const;
  /// The text, which lives as long as the value.
  [[nodiscard]] std::optional<std::string_view> string() const;

  [[nodiscard]] const Elements& elements() const;
  [[nodiscard]] const Members& members() const;
  [[nodiscard]] const JsonValue& operator[](std::string_view name) const;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Elements, Members> value_;
};

/// Reads one JSON text (RFC 8259), UTF-8 throughout. Of two members of one name the last counts. Empty when it is none,
/// and when it nests deeper than `deepest`: whoever walks through it calls itself that often.
std::optional<JsonValue> read_json(std::string_view text, std::size_t deepest = 128);

}  // namespace gialint
