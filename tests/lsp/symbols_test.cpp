#include "engine/lsp/symbols.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/lsp/conversation.hpp"

namespace gialint {
namespace {

using test::Conversation;
using test::Rules;

const std::string three_sections =
    "青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n我局公开信息。\n\n第二段。\n\n"
    "四、政府信息公开行政复议、行政诉讼情况\n\n"
    "行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n"
    "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
    "1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n\n五、存在的主要问题及改进情况\n尚有不足。\n\n\n";

JsonValue asked(const std::string& method, const std::string& capabilities,
                const std::string& document = three_sections) {
  Conversation editor(test::workspace_options(Rules::sample));
  editor.begin(capabilities);
  editor.open("untitled:a", document);
  return editor.request(method, R"({"textDocument":{"uri":"untitled:a"}})");
}

// Name and range of each symbol, parts indented.
std::string listed(const JsonValue& symbols, const std::string& indent = "") {
  std::string lines;
  for (const JsonValue& symbol : symbols.elements()) {
    lines += indent + std::string(symbol["name"].string().value_or("?")) + " " +
             test::shown(symbol["range"].is_null() ? symbol["location"]["range"] : symbol["range"]) + "\n" +
             listed(symbol["children"], indent + "  ");
  }
  return lines;
}

TEST_CASE("title, sections and tables are a document's symbols", "[lsp]") {
  CHECK(listed(asked("textDocument/documentSymbol",
                     R"({"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}})")) ==
        "青山县水务局2023年政府信息公开工作年度报告 0:0-0:23\n"
        "一、总体情况 2:0-5:4\n"
        "四、政府信息公开行政复议、行政诉讼情况 7:0-12:29\n"
        "  表格 9:0-12:29\n"
        "五、存在的主要问题及改进情况 14:0-15:5\n");
}

TEST_CASE("a client without a tree of symbols gets a list that names what each is in", "[lsp]") {
  const JsonValue symbols = asked("textDocument/documentSymbol", "{}");
  REQUIRE(symbols.elements().size() == 5);
  CHECK(symbols.elements()[3]["containerName"].string() == "四、政府信息公开行政复议、行政诉讼情况");
  CHECK(symbols.elements()[3]["location"]["uri"].string() == "untitled:a");
  CHECK(symbols.elements()[2]["containerName"].is_null());
}

TEST_CASE("sections and tables fold up to their last line with text", "[lsp]") {
  std::string lines;
  const JsonValue folds = asked("textDocument/foldingRange", "{}");
  for (const JsonValue& fold : folds.elements()) {
    lines += std::to_string(*fold["startLine"].integer()) + "-" + std::to_string(*fold["endLine"].integer()) + " ";
  }
  CHECK(lines == "2-5 7-12 9-12 14-15 ");
}

TEST_CASE("what is no report has neither", "[lsp]") {
  CHECK(asked("textDocument/documentSymbol", "{}", "Nothing of the kind.\n").elements().empty());
  CHECK(asked("textDocument/foldingRange", "{}", "Nothing of the kind.\n").elements().empty());
  CHECK(asked("textDocument/documentSymbol", "{}", "").elements().empty());
}

}  // namespace
}  // namespace gialint
