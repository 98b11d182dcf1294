#include "engine/tables/form_sequence.hpp"

#include <catch2/catch.hpp>

#include "engine/text/normalize.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

const Edition& edition_2021() { return test::editions().back(); }

std::size_t table_index(const std::string& id) {
  std::size_t index = 0;
  while (edition_2021().tables.at(index).id != id) ++index;
  return index;
}

}  // namespace

TEST_CASE("a form is a sequence of what it prints, in reading order", "[tables]") {
  const FormSequence form(edition_2021());
  std::string out;
  for (const FormElement& element : form.elements(table_index("art20_6"))) {
    const char kind[] = {'c', 'h', 'g', 'r'};
    out += std::string(1, kind[static_cast<int>(element.kind)]) + ":" + element.wordings.front().text + " ";
  }
  CHECK(out == "c:第二十条第（六）项 h:信息内容 h:本年处理决定数量 r:行政处罚 r:行政强制 ");
}

TEST_CASE("the leaves of a merged header are the value columns, in order", "[tables]") {
  const FormSequence form(edition_2021());
  for (const char* const id : {"requests", "review_litigation"}) {
    CAPTURE(id);
    const std::size_t table = table_index(id);
    const FormTable& printed = edition_2021().tables[table];
    std::vector<int> seen(printed.columns.size(), 0);
    for (const FormElement& element : form.elements(table)) {
      if (element.column == FormElement::none) continue;
      ++seen.at(element.column);
      CHECK(element.wordings.front().text == printed.columns[element.column].label);
    }
    CHECK(seen == std::vector<int>(printed.columns.size(), 1));
  }
}

TEST_CASE("group labels stand once, before the first of their rows", "[tables]") {
  const FormSequence form(edition_2021());
  std::vector<std::string> groups;
  for (const FormElement& element : form.elements(table_index("requests"))) {
    if (element.kind == FormElement::Kind::group) groups.push_back(element.wordings.front().text);
  }
  CHECK(groups == std::vector<std::string>{"三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理",
                                           "（六）其他处理"});
  CHECK(form.is_group_piece(table_index("requests"), U"办"));
  CHECK(form.is_group_piece(table_index("requests"), U"不予"));
  CHECK_FALSE(form.is_group_piece(table_index("requests"), U"规章"));
}

TEST_CASE("the number in front of a label is layout", "[tables]") {
  CHECK(without_enumerator(U"1属于国家秘密") == U"属于国家秘密");
  CHECK(without_enumerator(U"一予以公开") == U"予以公开");
  CHECK(without_enumerator(U"12其他") == U"其他");
  CHECK(without_enumerator(U"规章") == U"规章");
  CHECK(without_enumerator(U"三") == U"三");
}

TEST_CASE("header cells without a blank between them are told apart", "[tables]") {
  const FormSequence form(edition_2021());
  const auto lengths = [&](const char* text) { return form.joined_headers(fold_text(text)); };
  using Lengths = std::vector<std::size_t>;
  CHECK(lengths("行政诉讼：未经复议直接起诉") == Lengths{4, 8});
  CHECK(lengths("申请人情况/自然人") == Lengths{5, 3});
  CHECK(lengths("结果维持结果纠正其他结果尚未审结总计") == Lengths{4, 4, 4, 4, 2});
  CHECK(lengths("其他结果总计其他总计") == Lengths{4, 2, 2, 2});
  for (const char* text : {"其他结果", "自然人", "自然人数", "总计与其他", "", "（七）总计"}) {
    CAPTURE(text);
    CHECK(lengths(text).empty());
  }
}

}  // namespace gialint
