#include "engine/toml/document.hpp"

#include <algorithm>
#include <limits>
#include <optional>

// Values nested deeper than this are no file of ours; the parser and the values themselves recurse on them.
#define TOML_MAX_NESTED_VALUES 32
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include "engine/text/sentence.hpp"
#include "engine/toml/fields.hpp"

namespace gialint {
namespace {

constexpr int max_dots_per_line = 64;

/// toml++ recurses without limit on `a.a.a.…`: the first line that has more dots outside quotes than any key of
/// ours, or 0. Quotes that run over lines are taken for closed at the line's end; that can only count more dots.
std::uint32_t line_with_endless_key(std::string_view text) {
  std::uint32_t line = 1;
  int dots = 0;
  char quote = 0;
  bool comment = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (byte == '\n') {
      ++line;
      dots = 0;
      quote = 0;
      comment = false;
    } else if (comment) {
      continue;
    } else if (quote != 0) {
      if (byte == '\\' && quote == '"' && at + 1 < text.size() && text[at + 1] != '\n') {
        ++at;
      } else if (byte == quote) {
        quote = 0;
      }
    } else if (byte == '"' || byte == '\'') {
      quote = byte;
    } else if (byte == '#') {
      comment = true;
    } else if (byte == '.' && ++dots > max_dots_per_line) {
      return line;
    }
  }
  return 0;
}

// toml++ counts columns in code points, as we do. What has no place of its own (0:0) takes `fallback`.
Position place_of(const toml::source_region& region, Position fallback) {
  if (region.begin.line == 0) {
    return fallback;
  }
  return {region.begin.line, region.begin.column};
}

TomlValue to_value(const toml::node& node, Position fallback);

TomlTable to_table(const toml::table& table, Position fallback) {
  TomlTable result;
  result.place = place_of(table.source(), fallback);
  for (const auto& [key, node] : table) {
    const Position place = place_of(key.source(), result.place);
    result.fields.push_back({std::string(key.str()), place, to_value(node, place)});
  }
  // toml++ sorts by key; a reader wants the order of the file.
  std::stable_sort(result.fields.begin(), result.fields.end(),
                   [](const TomlField& a, const TomlField& b) { return a.place < b.place; });
  return result;
}

TomlValue to_value(const toml::node& node, Position fallback) {
  TomlValue value;
  value.place = place_of(node.source(), fallback);
  if (const auto* table = node.as_table()) {
    value.data = to_table(*table, value.place);
  } else if (const auto* array = node.as_array()) {
    TomlArray items;
    items.reserve(array->size());
    for (const auto& item : *array) {
      items.push_back(to_value(item, value.place));
    }
    value.data = std::move(items);
  } else if (const auto* text = node.as_string()) {
    value.data = text->get();
  } else if (const auto* integer = node.as_integer()) {
    value.data = std::int64_t{integer->get()};
  } else if (const auto* boolean = node.as_boolean()) {
    value.data = boolean->get();
  } else if (const auto* date = node.as_date()) {
    value.data = TomlDate{date->get().year, date->get().month, date->get().day};
  }
  return value;
}

}  // namespace

const TomlField* TomlTable::find(std::string_view key) const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const TomlField& field) { return field.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

Result<TomlTable> parse_toml(std::string_view text, const std::string& file_name) {
  if (const std::uint32_t line = line_with_endless_key(text); line != 0) {
    static constexpr Sentence endless("一行里的点超过 {} 个，不可能是合法的键",
                                      "more than {} dots in a line: no key has so many");
    return Failure{toml_place(file_name, {line, 1}), endless.with(max_dots_per_line)};
  }
  const toml::parse_result parsed = toml::parse(text, file_name);
  if (!parsed) {
    const Position place = place_of(parsed.error().source(), {1, 1});
    static constexpr Sentence no_toml("不是合法的 TOML：{}", "no valid TOML: {}");
    return Failure{toml_place(file_name, place), no_toml.with(parsed.error().description())};
  }
  return to_table(parsed.table(), {1, 1});
}

}  // namespace gialint
