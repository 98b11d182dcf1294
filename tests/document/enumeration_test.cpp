#include "engine/document/enumeration.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

std::string enumerators(const std::string& text) {
  std::string out;
  for (const Enumerator& each : find_enumerators(text))
    out += std::string(each.opens ? "^" : "") + text.substr(each.mark.begin, each.mark.size()) + "=" +
           std::to_string(each.number) + " ";
  return out;
}

TEST_CASE("enumerators are found where an item begins", "[document]") {
  CHECK(enumerators("（一）主动公开。公开35条。（二）依申请公开。0件。") == "^（一）=1 （二）=2 ");
  CHECK(enumerators("下一步：一是加强领导；二是强化培训；十一是落实。") == "一是=1 二是=2 十一是=11 ");
  CHECK(enumerators("1.登记。2、办理；（3）（3）审核") == "^1.=1 2、=2 （3）=3 （3）=3 ");
  CHECK(enumerators("  ( 2 ) 办理：①甲，②乙") == "^( 2 )=2 ①=1 ②=2 ");
  CHECK(enumerators("第一，学习；第三，健全。") == "^第一，=1 第三，=3 ");
  CHECK(enumerators("1.与中心合作；2.2021年已举办4期") == "^1.=1 2.=2 ");
  CHECK(enumerators("**（三）平台建设。**1）网站") == "^（三）=3 1）=1 ");
}

TEST_CASE("references and numbers are no enumerators", "[document]") {
  for (const char* none : {"按（3）类渠道分册", "条例第五十条第（四）项", "数据说一是一", "84.07万元", "1、2、3号楼",
                           "2023年", "第一季度公开", "一、二、三级", "占比100）", ""}) {
    CAPTURE(none);
    CHECK(enumerators(none) == "");
  }
}

}  // namespace
}  // namespace gialint
