#include "engine/run/corpus_run.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

std::string report_of(const std::string& organ, int penalties) {
  return organ +
         "2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（六）项\n信息内容 "
         "本年处理决定数量\n行政处罚 " +
         std::to_string(penalties) + "\n行政强制 0\n";
}

/// A government with less than its two bodies together.
class SampleRegion {
 public:
  SampleRegion() {
    const std::shared_ptr<const Pack> pack = *load_pack(GIALINT_SOURCE_DIR "/rules");
    for (const auto& [organ, penalties] : {std::pair("青石县人民政府", 5), {"青石县民政局", 4}, {"青石县财政局", 3}}) {
      InputFile file;
      file.path = std::to_string(files_.size()) + ".txt";
      file.absolute = folder_.write(file.path, report_of(organ, penalties));
      files_.push_back(file);
    }
    options_.regions = {{"青石县人民政府", {"青石县民政局", "青石县财政局"}}};
    options_.corpus_rules["corpus/roll-up"];
    settings_ = std::make_unique<Settings>(pack, Selection{}, ConfigChoice{});
  }

  std::vector<FinishedFile> lint() {
    std::vector<FinishedFile> finished;
    lint_files(files_, *settings_, *load_pack(GIALINT_SOURCE_DIR "/rules"), options_, [&](FinishedFile file) {
      finished.push_back(std::move(file));
      return finished.size() < most;
    });
    return finished;
  }

  const ScratchFolder& folder() { return folder_; }
  RunOptions& options() { return options_; }
  std::size_t most = 100;

 private:
  ScratchFolder folder_;
  std::vector<InputFile> files_;
  RunOptions options_;
  std::unique_ptr<Settings> settings_;
};

TEST_CASE("rules about all files speak last, at places in files that were read again", "[run]") {
  SampleRegion region;
  const std::vector<FinishedFile> finished = region.lint();
  REQUIRE(finished.size() == 4);
  for (std::size_t i = 0; i < 3; ++i) CHECK_FALSE(finished[i].result.at_end_of_run);
  const FileResult& last = finished[3].result;
  CHECK(last.at_end_of_run);
  CHECK(last.path == "0.txt");
  REQUIRE(last.diagnostics.size() == 1);
  const Diagnostic& diagnostic = last.diagnostics[0];
  CHECK(diagnostic.rule == "corpus/roll-up");
  CHECK(last.source->slice(diagnostic.span) == "5");
  REQUIRE(diagnostic.related.size() == 2);
  CHECK(diagnostic.related[0].source->path() == "1.txt");
  CHECK(diagnostic.related[1].source->slice(diagnostic.related[1].span) == "3");
}

TEST_CASE("without such rules, and once nobody listens, nothing is added", "[run]") {
  SampleRegion region;
  region.most = 3;
  CHECK(region.lint().size() == 3);
  region.most = 100;
  region.options().corpus_rules.clear();
  CHECK(region.lint().size() == 3);
}

TEST_CASE("a file whose own configuration has the rule off is left alone", "[run]") {
  SampleRegion region;
  region.folder().write("gialint.toml", "[[override]]\nfiles = ['0.txt']\nrules = { 'corpus/*' = 'off' }\n");
  CHECK(region.lint().size() == 3);
}

}  // namespace
}  // namespace gialint
