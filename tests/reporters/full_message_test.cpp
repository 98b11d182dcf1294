#include "reporters/full_message.hpp"

#include <memory>

#include <catch2/catch.hpp>

#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

TEST_CASE("related places follow the message, each with its file, line and column", "[reporters]") {
  const SampleRun run = sample_run();
  const FileResult& file = run.files[0];
  CHECK(full_message(file, file.diagnostics[0], ColumnUnit::code_point) ==
        "公民为 12，表中为 29\n" + file.path + ":4:9: 合计\n" + file.path + ":7:1: 表中");
  CHECK(full_message(file, file.diagnostics[0], ColumnUnit::utf8).find(":4:27: 合计") != std::string::npos);
}

TEST_CASE("a related place in another file is named with it, and one that says nothing has no colon", "[reporters]") {
  Result<SourceText> other = SourceText::from_bytes("上年/旧.txt", "第一行\n结转 3 件\n");
  REQUIRE(other.ok());
  Diagnostic diagnostic;
  diagnostic.message = "differs";
  diagnostic.related = {{{17, 18}, "", ""}};
  diagnostic.related[0].source = std::make_shared<const SourceText>(*std::move(other));
  const SampleRun run = run_of("一、总体\n", {diagnostic});
  CHECK(full_message(run.files[0], diagnostic, ColumnUnit::code_point) == "differs\n上年/旧.txt:2:4");
}

}  // namespace
}  // namespace gialint
