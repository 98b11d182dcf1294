#include "engine/tables/headers.hpp"

#include <catch2/catch.hpp>

#include "tests/tables/token_text.hpp"

namespace gialint {
namespace {

/// The printed header of each column, its pieces joined; "none" where it was not found.
std::vector<std::string> headers(const std::string& text, const std::string& table) {
  const test::TokenText read(text);
  const FormSequence& form = test::current_form();
  const std::size_t number = test::table_number(table);
  const Alignment alignment = align(read.tokens, form, {{number, 0}});
  std::vector<std::string> found(form.edition().tables[number].columns.size(), "none");
  for (std::size_t i = 0; i < form.elements(number).size(); ++i) {
    const ElementMatch& match = alignment.tables[0].elements[i];
    const std::size_t column = form.elements(number)[i].column;
    if (column == FormElement::none || !match.found) continue;
    found[column] = match.distance > 0 ? "≈" : "";
    for (const std::size_t token : match.label) found[column] += read.tokens[token].text;
  }
  return found;
}

using Words = std::vector<std::string>;
const std::string row = "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n";
const Words official = {"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"};

}  // namespace

TEST_CASE("wrapped header words of neighbouring columns are put together", "[tables]") {
  CHECK(headers("自然人 法人或其他组织 总计\n商业 科研 社会公益 法律服务\n企业 机构 组织 机构 其他\n" + row,
                "requests") == official);
  CHECK(headers("申请人情况\n自然人\n法人或其他组织\n总计\n商业企业 "
                "科研机构\n\n社会公益\n\n组织\n\n法律服务\n\n机构\n其他\n" +
                    row,
                "requests") == official);
}

TEST_CASE("words that stand over each other are one header", "[tables]") {
  CHECK(headers("               法人或其他组织\n"
                "        商业  科研  社会公  法律服\n"
                "自然人                              其他  总计\n"
                "        企业  机构  益组织  务机构\n" +
                    row,
                "requests") == official);
}

TEST_CASE("a misprint in a wrapped header is seen as one", "[tables]") {
  CHECK(headers("        商业  科研  社会公  法律服\n"
                "自然人                              其他  总计\n"
                "        企叶  机构  益组织  务机构\n" +
                    row,
                "requests") ==
        Words{"自然人", "≈商业企叶", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"});
}

TEST_CASE("in a grid a header is not taken from another column", "[tables]") {
  const std::string five = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
  const std::vector<std::string> found =
      headers(five + "\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n" + five + "\t" + five +
                  "\t结果维持\t结果纠正\t其他结果\t\t总计\n1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n",
              "review_litigation");
  REQUIRE(found.size() == 15);
  CHECK(found[12] == "其他结果");
  CHECK(found[13] == "none");
  CHECK(found[14] == "总计");
}

}  // namespace gialint
