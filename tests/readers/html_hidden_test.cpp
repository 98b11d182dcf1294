#include "engine/readers/html_hidden.hpp"

#include <catch2/catch.hpp>

namespace gialint {

TEST_CASE("a style hides what a browser does not show, and what is struck through", "[readers]") {
  CHECK(styled_text("display: none") == StyledText::hidden);
  CHECK(styled_text("color:red; DISPLAY:NONE !important;") == StyledText::hidden);
  CHECK(styled_text("mso-hide: all") == StyledText::hidden);
  CHECK(styled_text("visibility:hidden") == StyledText::hidden);
  CHECK(styled_text("visibility:collapse") == StyledText::hidden);
  CHECK(styled_text("font-size:0") == StyledText::hidden);
  CHECK(styled_text("font-size: 0.0pt") == StyledText::hidden);
  CHECK(styled_text("text-decoration:line-through") == StyledText::hidden);
  CHECK(styled_text("text-decoration-line: underline line-through") == StyledText::hidden);
  CHECK(styled_text("display:block") == StyledText::shown_as_block);
  CHECK(styled_text("font-size:0.5em") == StyledText::shown);
  CHECK(styled_text("font-size:10.0pt") == StyledText::shown);
  CHECK(styled_text("font-size:.9em;text-decoration:underline;font-family:none") == StyledText::shown);
  CHECK(styled_text("visibility:visible") == StyledText::shown);
  CHECK(styled_text(";;:;display") == StyledText::shown);
}

TEST_CASE("text is struck out by its element or its class", "[readers]") {
  CHECK(strikes_out("DEL"));
  CHECK(strikes_out("s"));
  CHECK(strikes_out("strike"));
  CHECK_FALSE(strikes_out("ins"));
  CHECK_FALSE(strikes_out("span"));
  CHECK(class_strikes_out("a msoDel"));
  CHECK(class_strikes_out("deletion"));
  CHECK_FALSE(class_strikes_out("msoIns msoDelete"));
  CHECK_FALSE(class_strikes_out(""));
}

TEST_CASE("a raised mark behind a figure or a word points to a note, behind a letter it is a unit's", "[readers]") {
  CHECK(is_note_mark("1", "3", true));
  CHECK(is_note_mark(" [2] ", "总计", true));
  CHECK(is_note_mark("①", "3 ", true));
  CHECK(is_note_mark("［注12］", "3", true));
  CHECK(is_note_mark("*", "3", false));
  CHECK_FALSE(is_note_mark("2", "m", true));
  CHECK_FALSE(is_note_mark("2", "CO", false));
  CHECK_FALSE(is_note_mark("2", "总计", false));
  CHECK_FALSE(is_note_mark("件", "3", true));
  CHECK_FALSE(is_note_mark("1234567890", "3", true));
  CHECK_FALSE(is_note_mark("", "3", true));
  CHECK_FALSE(is_note_mark("1", "", true));
}

}  // namespace gialint
