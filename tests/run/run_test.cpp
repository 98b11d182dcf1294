#include "engine/run/run.hpp"

#include <new>
#include <stdexcept>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/support/sample_pack.hpp"
#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

// Forty files, every fifth of them empty.
std::vector<InputFile> write_files(const ScratchFolder& folder) {
  std::vector<InputFile> files;
  for (int i = 0; i < 40; ++i) {
    InputFile file;
    file.path = std::to_string(100 + i) + ".txt";
    file.absolute = folder.write(file.path, i % 5 == 0 ? "" : sample_report);
    files.push_back(file);
  }
  return files;
}

TEST_CASE("results come in order, on the caller's thread, the same for any number of jobs", "[run]") {
  const ScratchFolder folder;
  const std::vector<InputFile> files = write_files(folder);
  const std::shared_ptr<const Pack> pack = sample_pack();
  for (const unsigned jobs : {1U, 2U, 8U, 100U}) {
    Settings settings(pack, {}, {});
    RunOptions options;
    options.jobs = jobs;
    std::size_t next = 0;
    const auto caller = std::this_thread::get_id();
    lint_files(files, settings, pack, options, [&](FinishedFile file) {
      CHECK(std::this_thread::get_id() == caller);
      CHECK(file.result.path == files.at(next).path);
      CHECK(file.result.unreadable.has_value() == (next % 5 == 0));
      CHECK(file.result.diagnostics.size() == (next % 5 == 0 ? 0 : 3));
      ++next;
      return true;
    });
    CHECK(next == files.size());
  }
}

TEST_CASE("the sink can end the run", "[run]") {
  const ScratchFolder folder;
  const std::vector<InputFile> files = write_files(folder);
  const std::shared_ptr<const Pack> pack = sample_pack();
  for (const unsigned jobs : {1U, 4U}) {
    Settings settings(pack, {}, {});
    RunOptions options;
    options.jobs = jobs;
    int taken = 0;
    lint_files(files, settings, pack, options, [&](const FinishedFile&) { return ++taken < 3; });
    CHECK(taken == 3);
  }
}

TEST_CASE("a file that failed before, that is gone or too large is unreadable, and the others are not", "[run]") {
  const ScratchFolder folder;
  std::vector<InputFile> files = write_files(folder);
  files[1].failure = Failure{{"101.txt"}, {"told before", "told before"}};
  std::filesystem::remove(files[2].absolute);
  folder.write("103.txt", std::string(5000, 'x'));
  const std::shared_ptr<const Pack> pack = sample_pack();
  Settings settings(pack, {}, {});
  RunOptions options;
  options.reading.max_bytes = 4000;
  std::vector<FileResult> results;
  lint_files(files, settings, pack, options, [&](FinishedFile file) {
    results.push_back(std::move(file.result));
    return true;
  });
  REQUIRE(results.size() == files.size());
  CHECK(to_string(results[1].unreadable.value(), Language::zh) == "101.txt: told before");
  CHECK(to_string(results[2].unreadable.value(), Language::zh) == "102.txt: 没有这个文件或者文件夹");
  CHECK(results[3].unreadable.value().where == FilePlace{"103.txt"});
  CHECK_FALSE(results[4].unreadable);
}

TEST_CASE("each file brings the failing level of its own configuration", "[run]") {
  const ScratchFolder folder;
  folder.write("a/gialint.toml", "fail_on = \"info\"\n[rules]\n\"test/*\" = \"off\"\n");
  const std::filesystem::path first = folder.write("a/x.txt", sample_report);
  const std::filesystem::path second = folder.write("b/x.txt", sample_report);
  std::vector<InputFile> files(2);
  files[0].path = "a/x.txt";
  files[0].absolute = first;
  files[1].path = "b/x.txt";
  files[1].absolute = second;
  const std::shared_ptr<const Pack> pack = sample_pack();
  Settings settings(pack, {}, {});
  std::vector<FinishedFile> finished;
  lint_files(files, settings, pack, {}, [&](FinishedFile file) {
    finished.push_back(std::move(file));
    return true;
  });
  REQUIRE(finished.size() == 2);
  CHECK(finished[0].fail_on == Severity::info);
  CHECK(finished[0].result.diagnostics.empty());
  CHECK_FALSE(finished[1].fail_on);
  CHECK(finished[1].result.diagnostics.size() == 3);
}

TEST_CASE("reports are printed in order, and what is none says so", "[run]") {
  const ScratchFolder folder;
  std::vector<InputFile> files = write_files(folder);
  folder.write("101.txt", "会议通知：请各科室参加。\n");
  folder.write("102.txt", "青山县水务局2012年政府信息公开工作年度报告\n一、总体情况\n");
  folder.write("103.txt", std::string(sample_report) + "\xff\xff");
  files[1].named = true;
  const std::shared_ptr<const Pack> pack = sample_pack();
  for (const unsigned jobs : {1U, 3U}) {
    RunOptions options;
    options.jobs = jobs;
    Settings settings(pack, {}, {});
    std::vector<PrintedFile> printed;
    print_reports(
        files, settings, options, [](const Report& report) { return report.source->path() + " printed"; },
        [&](PrintedFile file) {
          printed.push_back(std::move(file));
          return true;
        });
    REQUIRE(printed.size() == files.size());
    for (std::size_t i = 0; i < files.size(); ++i) CHECK(printed[i].path == files[i].path);
    CHECK(printed[0].unreadable.value().where == FilePlace{"100.txt"});
    CHECK(printed[1].kind == ReportKind::not_a_report);
    CHECK(printed[1].named);
    CHECK(printed[1].text.empty());
    CHECK(printed[2].kind == ReportKind::unsupported_year);
    CHECK(printed[2].year == 2012);
    CHECK(printed[2].text.empty());
    CHECK(printed[3].undecodable == 1);
    CHECK(printed[4].text == "104.txt printed");
  }
}

TEST_CASE("a printer that throws costs its own file alone", "[run]") {
  const ScratchFolder folder;
  const std::vector<InputFile> files = write_files(folder);
  RunOptions options;
  options.jobs = 2;
  Settings settings(sample_pack(), {}, {});
  std::vector<PrintedFile> printed;
  print_reports(
      files, settings, options,
      [](const Report& report) -> std::string {
        if (report.source->path() == "101.txt") throw std::bad_alloc();
        if (report.source->path() == "102.txt") throw std::runtime_error("told");
        return "x";
      },
      [&](PrintedFile file) {
        printed.push_back(std::move(file));
        return true;
      });
  REQUIRE(printed.size() == files.size());
  CHECK(to_string(printed[1].unreadable.value(), Language::zh) == "101.txt: 内存不足，未作处理");
  CHECK(to_string(printed[2].unreadable.value(), Language::zh) == "102.txt: 程序内部错误，未作处理：told");
  CHECK(printed[3].text == "x");
}

}  // namespace
}  // namespace gialint
