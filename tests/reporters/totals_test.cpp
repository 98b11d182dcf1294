#include "reporters/totals.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

std::string whole(const RunSummary& summary, Language language) {
  std::string line;
  for (const TotalPiece& piece : totals_line(summary, language)) line += piece.text;
  return line;
}

TEST_CASE("the line of totals names what there is, in both languages", "[reporters]") {
  RunSummary summary;
  summary.files = 1;
  CHECK(whole(summary, Language::zh) == "共检查 1 个文件，没有发现问题");
  CHECK(whole(summary, Language::en) == "nothing found in 1 file");
  summary.files = 4;
  summary.errors = 1;
  summary.warnings = 2;
  summary.suppressed = 3;
  summary.known = 5;
  summary.unreadable = 1;
  summary.rule_failures = 2;
  CHECK(whole(summary, Language::zh) ==
        "共检查 4 个文件：1 个错误，2 个警告，0 个提示；3 处按配置不计；5 处已在基线中；1 个文件未能读取；2 "
        "次规则运行出错");
  CHECK(whole(summary, Language::en) ==
        "4 files: 1 error, 2 warnings, 0 infos; 3 suppressed; 5 in the baseline; 1 file could not be read; 2 rule "
        "failures");
}

TEST_CASE("a count of nothing has no colour", "[reporters]") {
  RunSummary summary;
  summary.errors = 1;
  int coloured = 0;
  for (const TotalPiece& piece : totals_line(summary, Language::en)) {
    if (piece.kind == TotalKind::plain) continue;
    CHECK(piece.text == "1 error");
    ++coloured;
  }
  CHECK(coloured == 1);
}

}  // namespace
}  // namespace gialint
