#include "reporters/csv_field.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

std::string field(std::string_view text, std::string_view guard = {}) {
  std::string out;
  append_csv_field(out, text, guard);
  return out;
}

TEST_CASE("a field of CSV is quoted where it must be, and no spreadsheet calculates it", "[reporters]") {
  CHECK(field("云溪县民政局") == "云溪县民政局");
  CHECK(field("a,b") == "\"a,b\"");
  CHECK(field("a\"b") == "\"a\"\"b\"");
  CHECK(field("a\r\nb") == "\"a\r\nb\"");
  CHECK(field("=1+1", "'") == "'=1+1");
  CHECK(field("＝A1,B1", "./") == "\"./＝A1,B1\"");
  CHECK(field("-3") == "-3");
}

}  // namespace
}  // namespace gialint
