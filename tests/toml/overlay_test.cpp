#include "engine/toml/overlay.hpp"

#include <catch2/catch.hpp>

#include "engine/toml/fields.hpp"

namespace gialint {
namespace {

TomlTable table_of(const char* toml) {
  Result<TomlTable> table = parse_toml(toml, "test.toml");
  if (!table.ok()) FAIL(to_string(table.failure(), Language::zh));
  return std::move(*table);
}

const char* const base = R"(name = "below"
words = ["a", "b"]
lists = [["x"], ["y"]]
[inner]
kept = 1
changed = 2
[[rows]]
id = "first"
label = "one"
[[rows.parts]]
id = "p"
value = 1
[[rows]]
id = "second"
label = "two"
)";

TEST_CASE("what an overlay says is added to what is below, by key and by id", "[toml]") {
  const TomlTable result = overlay(table_of(base), table_of(R"(name = "above"
words = ["b", "c"]
lists = [["z"]]
new = true
[inner]
changed = 3
[[rows]]
id = "second"
label = "zwei"
[[rows]]
id = "third"
[[rows]]
id = "first"
[[rows.parts]]
id = "p"
value = 2
[[rows.parts]]
id = "q"
)"));
  TomlFaults faults("test.toml");
  TomlFields fields(result, faults);
  CHECK(fields.text("name") == "above");
  CHECK(fields.plain_texts_if_any("words") == std::vector<std::string>{"a", "b", "c"});
  CHECK(fields.text_lists_if_any("lists").size() == 1);
  CHECK(fields.boolean_or("new", false));
  TomlFields inner(*fields.table("inner"), faults);
  CHECK(inner.integer("kept", 0, 9) == 1);
  CHECK(inner.integer("changed", 0, 9) == 3);
  const std::vector<const TomlTable*> rows = fields.tables("rows");
  REQUIRE(rows.size() == 3);
  TomlFields first(*rows[0], faults);
  CHECK(first.text("id") == "first");
  CHECK(first.text("label") == "one");
  const std::vector<const TomlTable*> parts = first.tables("parts");
  REQUIRE(parts.size() == 2);
  CHECK(TomlFields(*parts[0], faults).integer("value", 0, 9) == 2);
  CHECK(TomlFields(*rows[1], faults).text("label") == "zwei");
  CHECK(TomlFields(*rows[2], faults).text("id") == "third");
  CHECK(faults.none());
}

TEST_CASE("what is wrong with the result is found in the overlay", "[toml]") {
  const TomlTable result =
      overlay(table_of(base), table_of("[inner]\nchanged = \"three\"\n[[rows]]\nid = \"first\"\n"));
  TomlFaults faults("above.toml");
  TomlFields fields(result, faults);
  TomlFields inner(*fields.table("inner"), faults);
  inner.integer("changed", 0, 9);
  CHECK(faults.first().where == FilePlace{"above.toml", 2, 11});
  // A value of the base has the place of what the overlay lays around it.
  CHECK(TomlFields(*fields.tables("rows")[0], faults).place("label") == Position{3, 1});
  CHECK(fields.place("words") == Position{1, 1});
}

TEST_CASE("a value of another kind takes the place of the one below", "[toml]") {
  const TomlTable result = overlay(table_of(base), table_of("inner = 1\nrows = [\"a\"]\nwords = [1]\n"));
  TomlFaults faults("test.toml");
  TomlFields fields(result, faults);
  CHECK(fields.integer("inner", 0, 9) == 1);
  CHECK(fields.plain_texts_if_any("rows") == std::vector<std::string>{"a"});
  CHECK(faults.none());
  fields.texts("words");
  CHECK(faults.first().where == FilePlace{"test.toml", 3, 10});
}

}  // namespace
}  // namespace gialint
