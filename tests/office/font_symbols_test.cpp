#include "engine/office/font_symbols.hpp"

#include <catch2/catch.hpp>

namespace gialint {

TEST_CASE("boxes, ticks and bullets are the characters that they look like", "[office]") {
  CHECK(symbol_character("Wingdings", 0xF0FE) == U'☑');
  CHECK(symbol_character("Wingdings", 0xFE) == U'☑');
  CHECK(symbol_character("wingdings", 0xF06F) == U'□');
  CHECK(symbol_character("Wingdings", 0xF0A8) == U'□');
  CHECK(symbol_character("Wingdings", 0xF0FC) == U'✓');
  CHECK(symbol_character("Wingdings", 0xF06C) == U'●');
  CHECK(symbol_character("Wingdings 2", 0x52) == U'☑');
  CHECK(symbol_character("Wingdings 2", 0xF0A3) == U'□');
  CHECK(symbol_character("Wingdings 2", 0x6A) == U'①');
  CHECK(symbol_character("Symbol", 0xF0B7) == U'•');
  CHECK(symbol_character("Symbol", 0xF0B4) == U'×');
  CHECK(symbol_character("Symbol", 0x61) == U'α');
}

TEST_CASE("a sign that is not known is a bullet, a character of an ordinary font itself", "[office]") {
  CHECK(symbol_character("Webdings", 0xF041) == U'▪');
  CHECK(symbol_character("Wingdings 3", 0x70) == U'▪');
  CHECK(symbol_character("Wingdings", 0) == U'▪');
  CHECK(symbol_character("宋体", 0x25A1) == U'□');
  CHECK(symbol_character("宋体", 0xF041) == U'A');
  CHECK(symbol_character("Wingdings", U'年') == U'年');
}

TEST_CASE("fonts of signs", "[office]") {
  CHECK(is_symbol_font("WINGDINGS 2"));
  CHECK(is_symbol_font("Symbol"));
  CHECK(is_symbol_font("Webdings"));
  CHECK_FALSE(is_symbol_font("Segoe UI Symbol"));
  CHECK_FALSE(is_symbol_font(""));
}

}  // namespace gialint
