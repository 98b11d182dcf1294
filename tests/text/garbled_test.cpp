#include "engine/text/garbled.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

std::string garbled(const std::string& text) {
  std::string out;
  for (const Garbled& each : find_garbled(text, U"體網們國"))
    out += "[" + std::string(garbled_kind_name(each.kind)) + " " + text.substr(each.span.begin, each.span.size()) +
           (each.was.empty() ? "" : "=" + each.was) + "]";
  return out;
}

TEST_CASE("UTF-8 that was read as Windows-1252 or Latin-1 is taken back", "[text]") {
  CHECK(garbled("依托æ”¿åºœä¿¡æ\u0081¯å…¬å¼€平台") == "[misread æ”¿åºœä¿¡æ\u0081¯å…¬å¼€=政府信息公开]");
  CHECK(garbled("公开ç¤¾ä¼æå©、养老") == "[misread ç¤¾ä¼æå©]");
  CHECK(garbled("所谓â€œ公开”") == "[misread â€œ=“]");
  CHECK(garbled("ï»¿本报告") == "[misread ï»¿]");
}

TEST_CASE("GBK that was read as Latin-1 is taken back", "[text]") {
  CHECK(garbled("加强Õþ¸®ÃÅ»§ÍøÕ¾和政务新媒体") == "[misread Õþ¸®ÃÅ»§ÍøÕ¾=政府门户网站]");
  CHECK(garbled("学习，ΪȺÖÚÌá¹©更加便捷") == "[misread ΪȺÖÚÌá¹©=为群众提供]");
}

TEST_CASE("UTF-8 that was read as GBK is taken back", "[text]") {
  CHECK(garbled("锛屾垜灞€涓诲姩鍏紑鏀垮簻淇℃伅") == "[misread 锛屾垜灞€涓诲姩鍏紑鏀垮簻淇℃伅=，我局主动兼…政府信息]");
  CHECK(garbled("和鍥藉姟闄㈠姙鍏\uFFFD鍘\uFFFD政府信息").find("misread 鍥藉姟闄㈠姙") != std::string::npos);
  CHECK(garbled("认真锟斤拷锟斤拷落实") == "[lost 锟斤拷锟斤拷]");
}

TEST_CASE("what is lost, of private use or of another script is told", "[text]") {
  CHECK(garbled("流程，??????，确保") == "[lost ??????]");
  CHECK(garbled("深度\uFFFD\uFFFD需拓展") == "[lost \uFFFD\uFFFD]");
  CHECK(garbled("认真\uE234\uE235落实") == "[private \uE234\uE235]");
  CHECK(garbled("依法作出\u1B6F\u14C9\u0515\u168F答复") == "[script \u14C9\u0515\u168F]");
  CHECK(garbled("一是鼠羲砩妎祥Ч；二是") == "[improbable 鼠羲砩妎祥Ч]");
}

TEST_CASE("what is readable is left alone", "[text]") {
  for (const char* readable :
       {"空气质量PM₂.₅、SO₂日均值（≥5㎎/L）", "Español、Français、Русский三个语种", "怎么申请？多久答复？收不收费？？",
        "占比6‰—8‰", "AT&T、R&D", "使用བོད་ཡིག（藏文）、ᠮᠣᠩᠭᠣᠯ（蒙古文）提出的", "α、β两类", "“繁體中文版”網站维护",
        "淇县鏖战涓流，浠水县公开。", "张锟同志任组长", "温度25℃±2℃×3", "Ελλάδα", "第①项……—— “引文”‘内’", "收费？!",
        "a??b", "猇亭区漭垭村，郏县、浚县、睢县、沭阳县"}) {
    CAPTURE(readable);
    CHECK(garbled(readable) == "");
  }
}

}  // namespace
}  // namespace gialint
