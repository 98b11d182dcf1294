#include "engine/config/config_fields.hpp"

#include <set>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

template <class Fields>
void check_fields(const Fields& fields) {
  std::set<std::string_view> names;
  for (const ConfigField& field : fields) {
    INFO(field.name);
    CHECK(names.insert(field.name).second);
    CHECK(words_of(field).empty() == (field.shape != FieldShape::words));
    CHECK((field.pattern.empty() || field.shape == FieldShape::text));
  }
}

TEST_CASE("each table of the configuration has each of its fields once, with what its shape asks for", "[config]") {
  check_fields(file_field::all);
  check_fields(corpus_field::all);
  check_fields(override_field::all);
  check_fields(suppress_field::all);
}

TEST_CASE("a field has the words that are written for it, in their order", "[config]") {
  CHECK(words_of(file_field::lang) == std::vector<std::string>{"zh", "en"});
  CHECK(words_of(rule_field::severity) == std::vector<std::string>{"error", "warning", "info", "off"});
  CHECK(words_of(file_field::exclude).empty());
}

}  // namespace
}  // namespace gialint
