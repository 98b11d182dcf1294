#include "engine/json/json_value.hpp"

#include <limits>

#include <nlohmann/json.hpp>

namespace gialint {
namespace {

// Builds a value from what the parser meets. Each of its calls returns whether to go on.
class ValueBuilder {
 public:
  explicit ValueBuilder(std::size_t deepest) : deepest_(deepest) {}

  JsonValue take() { return std::move(root_); }

  bool null() { return add(JsonValue()); }
  bool boolean(bool value) { return add(JsonValue(value)); }
  bool number_integer(std::int64_t value) { return add(JsonValue(value)); }
  bool number_unsigned(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
      return add(JsonValue(static_cast<double>(value)));
    return add(JsonValue(static_cast<std::int64_t>(value)));
  }
  bool number_float(double value, const std::string& /*digits*/) { return add(JsonValue(value)); }
  bool string(std::string& value) { return add(JsonValue(std::move(value))); }
  bool binary(std::vector<std::uint8_t>& /*value*/) { return false; }

  bool start_object(std::size_t /*count*/) { return open(false); }
  bool start_array(std::size_t /*count*/) { return open(true); }
  bool key(std::string& name) {
    open_.back().name = std::move(name);
    return true;
  }
  bool end_object() {
    JsonValue done(std::move(open_.back().members));
    open_.pop_back();
    return add(std::move(done));
  }
  bool end_array() {
    JsonValue done(std::move(open_.back().elements));
    open_.pop_back();
    return add(std::move(done));
  }
  static bool parse_error(std::size_t /*at*/, const std::string& /*token*/, const nlohmann::json::exception& /*why*/) {
    return false;
  }

 private:
  // An array or object whose end has not come yet.
  struct Open {
    bool is_array = false;
    std::string name;  // of the member whose value comes next
    JsonValue::Elements elements;
    JsonValue::Members members;
  };

  bool open(bool is_array) {
    if (open_.size() == deepest_) return false;
    open_.push_back({is_array, {}, {}, {}});
    return true;
  }
  bool add(JsonValue value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().is_array) {
      open_.back().elements.push_back(std::move(value));
    } else {
      open_.back().members.insert_or_assign(std::move(open_.back().name), std::move(value));
    }
    return true;
  }

  std::size_t deepest_;
  JsonValue root_;
  std::vector<Open> open_;
};

}  // namespace

bool JsonValue::is_true() const {
  const bool* value = std::get_if<bool>(&value_);
  return value != nullptr && *value;
}

std::optional<std::int64_t> JsonValue::integer() const {
  const std::int64_t* value = std::get_if<std::int64_t>(&value_);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::optional<std::string_view> JsonValue::string() const {
  const std::string* value = std::get_if<std::string>(&value_);
  return value == nullptr ? std::nullopt : std::optional<std::string_view>(*value);
}

const JsonValue::Elements& JsonValue::elements() const {
  static const Elements none;
  const Elements* value = std::get_if<Elements>(&value_);
  return value == nullptr ? none : *value;
}

const JsonValue::Members& JsonValue::members() const {
  static const Members none;
  const Members* value = std::get_if<Members>(&value_);
  return value == nullptr ? none : *value;
}

const JsonValue& JsonValue::operator[](std::string_view name) const {
  static const JsonValue null;
  const Members& all = members();
  const auto found = all.find(name);
  return found == all.end() ? null : found->second;
}

std::optional<JsonValue> read_json(std::string_view text, std::size_t deepest) {
  ValueBuilder builder(deepest);
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return std::nullopt;
  return builder.take();
}

}  // namespace gialint
