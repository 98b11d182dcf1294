#include "reporters/html_text.hpp"

#include <catch2/catch.hpp>

#include "engine/text/mapped_text.hpp"
#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

Diagnostic marking(Span span, Severity severity = Severity::error, std::string place = {}) {
  Diagnostic diagnostic;
  diagnostic.span = span;
  diagnostic.severity = severity;
  diagnostic.place = std::move(place);
  return diagnostic;
}

/// One line of text with what is marked in it.
class Line {
 public:
  Line(const std::string& text, std::vector<Diagnostic> diagnostics)
      : source_(*SourceText::from_bytes("a.txt", text)), diagnostics_(std::move(diagnostics)) {
    for (const Diagnostic& diagnostic : diagnostics_) findings_.push_back({&diagnostic, findings_.size() + 1});
    mapped_.append(source_.text(), 0);
    text_.emplace(source_, glyphs_of(mapped_, 0), findings_, "f1-", ColumnUnit::code_point);
  }

  HtmlText& text() { return *text_; }
  std::string whole() {
    std::string out;
    text_->write(out, text_->glyphs());
    return out;
  }

 private:
  SourceText source_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<HtmlFinding> findings_;
  MappedText mapped_;
  std::optional<HtmlText> text_;
};

TEST_CASE("what is marked has its number behind it", "[reporters]") {
  Line line("申请58件", {marking({6, 8})});
  CHECK(line.whole() ==
        "申请<mark class=\"e\" data-d=\"1\" id=\"f1-m1\">58</mark>"
        "<a class=\"n e\" href=\"#f1-d1\" data-d=\"1\">✖1</a>件");
}

TEST_CASE("marks that overlap are cut, and each has one id and one number", "[reporters]") {
  Line line("abcdef", {marking({0, 4}, Severity::info), marking({2, 6}, Severity::warning)});
  CHECK(line.whole() ==
        "<mark class=\"i\" data-d=\"1\" id=\"f1-m1\">ab</mark>"
        "<mark class=\"w\" data-d=\"1 2\" id=\"f1-m2\">cd</mark>"
        "<a class=\"n i\" href=\"#f1-d1\" data-d=\"1\">●1</a>"
        "<mark class=\"w\" data-d=\"2\">ef</mark>"
        "<a class=\"n w\" href=\"#f1-d2\" data-d=\"2\">▲2</a>");
}

TEST_CASE("what counts gives a mark its colour", "[reporters]") {
  const SourceText source = *SourceText::from_bytes("a.txt", "ab");
  const Diagnostic error = marking({0, 1});
  const Diagnostic info = marking({0, 1}, Severity::info);
  const std::vector<HtmlFinding> findings = {{&error, 1, nullptr, true}, {&info, 2}};
  MappedText mapped;
  mapped.append(source.text(), 0);
  HtmlText text(source, glyphs_of(mapped, 0), findings, "f1-", ColumnUnit::code_point);
  std::string out;
  text.write(out, text.glyphs());
  CHECK(out.find("<mark class=\"i\" data-d=\"1 2\"") != std::string::npos);
  CHECK(out.find("<a class=\"n e q\"") != std::string::npos);
}

TEST_CASE("a related place is marked without a number", "[reporters]") {
  Diagnostic diagnostic = marking({0, 1});
  diagnostic.related = {{{2, 3}, "", "here"}};
  Line line("a b", {diagnostic});
  CHECK(line.whole() ==
        "<mark class=\"e\" data-d=\"1\" id=\"f1-m1\">a</mark>"
        "<a class=\"n e\" href=\"#f1-d1\" data-d=\"1\">✖1</a> "
        "<mark class=\"r\" data-d=\"1\" id=\"f1-m1-1\">b</mark>");
}

TEST_CASE("a place of no width is marked where it is, or else at the end", "[reporters]") {
  const std::string sign =
      "<mark class=\"z e\" data-d=\"1\" id=\"f1-m1\"></mark><a class=\"n e\" href=\"#f1-d1\" data-d=\"1\">✖1</a>";
  CHECK(Line("ab", {marking({1, 1})}).whole() == "a" + sign + "b");
  Line end("ab", {marking({2, 2})});
  CHECK(end.whole() == "ab");
  std::string rest;
  end.text().write_rest(rest);
  CHECK(rest == sign);
}

TEST_CASE("a cell without text takes the sign that is meant for it", "[reporters]") {
  Line line("ab", {marking({1, 1}, Severity::error, "table/row/column")});
  std::string cell;
  line.text().write_signs(cell, "table/row/other", {1, 1});
  CHECK(cell.empty());
  line.text().write_signs(cell, "table/row/column", {1, 1});
  CHECK(cell.find("f1-m1") != std::string::npos);
  CHECK(line.whole() == "ab");
}

TEST_CASE("what was written is known to be shown", "[reporters]") {
  Line line("abc", {});
  std::string out;
  line.text().write(out, line.text().within({1, 2}));
  CHECK(out == "b");
  CHECK_FALSE(line.text().is_shown(0));
  CHECK(line.text().is_shown(1));
  CHECK_FALSE(line.text().is_shown(2));
}

}  // namespace
}  // namespace gialint
