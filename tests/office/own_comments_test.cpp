#include "engine/office/own_comments.hpp"

#include <catch2/catch.hpp>

#include "tests/office/word_files.hpp"

namespace gialint {
namespace {

const std::string& comments_part() {
  static const std::string xml = word_part(
      "comments", R"(<w:comment w:id="3" w:author="gialint" w:initials="gia"><w:p w14:paraId="AAAA"/></w:comment>)"
                  R"(<w:comment w:id="4" w:author="张三" w:initials="张"><w:p w14:paraId="BBBB"/></w:comment>)"
                  R"(<w:comment w:id="5" w:author="gialint" w:initials="g"><w:p/></w:comment>)"
                  R"(<w:comment w:id="x" w:author="gialint" w:initials="gia"/>)");
  return xml;
}

std::string inside(const std::string& xml, std::string_view name) {
  const std::size_t begin = xml.find('>', xml.find("<w:" + std::string(name))) + 1;
  return xml.substr(begin, xml.rfind("</") - begin);
}

std::string without_marks(const std::string& content) {
  return inside(without_own_marks(word_part("document", content), own_comments(comments_part(), "gialint", "gia")),
                "document");
}

}  // namespace

TEST_CASE("an author's comments are known by name and initials", "[office]") {
  const OwnComments own = own_comments(comments_part(), "gialint", "gia");
  CHECK(own.ids == std::set<std::string, std::less<>>{"3", "x"});
  CHECK(own.paragraph_ids == std::set<std::string, std::less<>>{"AAAA"});
  CHECK(own.largest_id == 5);
  CHECK(inside(without_own_comments(comments_part(), own), "comments") ==
        R"(<w:comment w:id="4" w:author="张三" w:initials="张"><w:p w14:paraId="BBBB"/></w:comment>)"
        R"(<w:comment w:id="5" w:author="gialint" w:initials="g"><w:p/></w:comment>)");
}

TEST_CASE("marks of the author's comments go, others stay", "[office]") {
  CHECK(
      without_marks(
          R"(<w:p><w:commentRangeStart w:id="3"/><w:commentRangeStart w:id="4"/><w:r><w:t>一</w:t></w:r><w:commentRangeEnd w:id="3"/>)"
          R"(<w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="3"/></w:r><w:commentRangeEnd w:id="4"></w:commentRangeEnd>)"
          R"(<w:r><w:commentReference w:id="4"/></w:r></w:p>)") ==
      R"(<w:p><w:commentRangeStart w:id="4"/><w:r><w:t>一</w:t></w:r><w:commentRangeEnd w:id="4"></w:commentRangeEnd>)"
      R"(<w:r><w:commentReference w:id="4"/></w:r></w:p>)");
}

TEST_CASE("a run that holds more than the reference stays without it", "[office]") {
  CHECK(without_marks(R"(<w:r><w:t>一</w:t><w:commentReference w:id="3"></w:commentReference></w:r>)"
                      R"(<w:r><w:commentReference w:id="3"/><w:commentReference w:id="4"/></w:r>)") ==
        R"(<w:r><w:t>一</w:t></w:r><w:r><w:commentReference w:id="4"/></w:r>)");
  CHECK(without_marks(R"(<w:commentReference w:id="3"/>)").empty());
}

TEST_CASE("Word's newer parts lose what they hold of them, and answers stand alone", "[office]") {
  const OwnComments own = own_comments(comments_part(), "gialint", "gia");
  std::set<std::string, std::less<>> durable;
  const auto part = [](std::string_view content) {
    return std::string(R"(<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">)")
        .append(content)
        .append("</w15:commentsEx>");
  };
  CHECK(
      without_own_details(
          part(
              R"(<w15:commentEx w15:paraId="AAAA" w15:done="0"/><w15:commentEx w15:paraId="CCCC" w15:paraIdParent="AAAA" w15:done="0"/>)"
              R"(<w15:commentEx w15:paraId="DDDD" w15:paraIdParent="BBBB"/>)"),
          own, durable) ==
      part(
          R"(<w15:commentEx w15:paraId="CCCC" w15:done="0"/><w15:commentEx w15:paraId="DDDD" w15:paraIdParent="BBBB"/>)"));
  const std::string ids =
      R"(<a xmlns:b="http://schemas.microsoft.com/office/word/2016/wordml/cid"><b:commentId b:paraId="AAAA" b:durableId="11"/>)"
      R"(<b:commentId b:paraId="BBBB" b:durableId="22"/></a>)";
  CHECK(without_own_details(ids, own, durable).find("AAAA") == std::string::npos);
  CHECK(durable == std::set<std::string, std::less<>>{"11"});
  CHECK(without_own_details(R"(<a><c durableId="11"><d/></c><c durableId="22"/></a>)", own, durable) ==
        R"(<a><c durableId="22"/></a>)");
}

TEST_CASE("a broken part stays as it is", "[office]") {
  const OwnComments own = own_comments(comments_part(), "gialint", "gia");
  const std::string broken =
      R"(<a xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:commentRangeStart w:id="3"/>)";
  CHECK(without_own_marks(broken, own) == broken);
  CHECK(own_comments("<", "gialint", "gia").ids.empty());
}

}  // namespace gialint
