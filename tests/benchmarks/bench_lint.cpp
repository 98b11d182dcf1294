// bench_lint [FOLDER [COPIES]]: how many reports a second gialint lints with all rules on, and where the time goes.
//
// Takes the .txt, .md and .html files of FOLDER (default: the environment variable GIALINT_SEEDS, else
// fixtures/reports), holds COPIES of them in memory (default 10,000, each file as often as the others), and lints them
// from their bytes to their diagnostics with one thread, then with two. No output is drawn, no file read while the
// clock runs.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/diagnostics/timing.hpp"
#include "engine/lint/lint.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

struct Input {
  std::string name;
  std::string bytes;
};

std::vector<Input> read_inputs(const fs::path& folder, std::size_t copies) {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string ending = entry.path().extension().string();
    if (ending == ".txt" || ending == ".md" || ending == ".html") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());

  std::vector<Input> inputs;
  inputs.reserve(copies);
  for (std::size_t copy = 0; copy < copies && !paths.empty(); ++copy) {
    if (copy < paths.size()) {
      std::ifstream in(paths[copy], std::ios::binary);
      inputs.push_back(
          {paths[copy].filename().string(), {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}});
    } else {
      inputs.push_back(inputs[copy % paths.size()]);
    }
  }
  return inputs;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::shared_ptr<const SourceText> decode(const Input& input) {
  Result<SourceText> text = SourceText::from_bytes(input.name, input.bytes);
  return text.ok() ? std::make_shared<const SourceText>(std::move(*text)) : nullptr;
}

// Lints all of `inputs` and prints the rate.
void measure_rate(const std::vector<Input>& inputs, const std::shared_ptr<const Pack>& pack, const LintOptions& options,
                  std::size_t threads) {
  std::vector<std::unique_ptr<Linter>> linters;
  for (std::size_t i = 0; i < threads; ++i) linters.push_back(std::make_unique<Linter>(pack, Language::zh));

  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> diagnostics = 0;
  std::atomic<std::size_t> failures = 0;
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::thread> workers;
  for (const std::unique_ptr<Linter>& linter : linters) {
    workers.emplace_back([&, own = linter.get()] {
      for (std::size_t i = next++; i < inputs.size(); i = next++) {
        const std::shared_ptr<const SourceText> source = decode(inputs[i]);
        if (source == nullptr) {
          ++failures;
          continue;
        }
        const FileResult result = own->lint(source, options);
        diagnostics += result.diagnostics.size();
        failures += result.rule_failures.size();
      }
    });
  }
  for (std::thread& worker : workers) worker.join();
  const double seconds = seconds_since(start);

  std::size_t bytes = 0;
  for (const Input& input : inputs) bytes += input.bytes.size();
  fmt::print("-j{}  {:8.0f} reports/s  {:7.1f} MB/s  {} reports, {} bytes, {} diagnostics, {} failures, {:.2f} s\n",
             threads, static_cast<double>(inputs.size()) / seconds, static_cast<double>(bytes) / seconds / 1e6,
             inputs.size(), bytes, diagnostics.load(), failures.load(), seconds);
}

// Prints what each stage and each rule takes for a report.
void measure_stages(const std::vector<Input>& inputs, const std::shared_ptr<const Pack>& pack,
                    const LintOptions& options) {
  Linter linter(pack, Language::zh);
  RunTiming run;
  for (const Input& input : inputs) {
    FileTiming file;
    Stopwatch stopwatch(&file);
    const std::shared_ptr<const SourceText> source = decode(input);
    if (source == nullptr) continue;
    stopwatch.lap(Stage::decode);
    LintContext context;
    context.timing = &file;
    linter.lint(source, options, context);
    run.add(input.name, file);
  }

  std::vector<std::pair<std::string_view, std::chrono::nanoseconds>> lines;
  for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
    lines.emplace_back(stage_names[stage], run.stages[stage]);
  }
  const auto all = std::accumulate(run.stages.begin(), run.stages.end(), std::chrono::nanoseconds{});
  for (const auto& [id, rule] : run.rules) lines.emplace_back(id, rule.total);
  std::stable_sort(lines.begin() + static_cast<std::ptrdiff_t>(run.stages.size()), lines.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [name, time] : lines) {
    fmt::print("{:36} {:8.1f} µs  {:4.1f} %\n", name,
               static_cast<double>(time.count()) / 1e3 / static_cast<double>(run.files),
               100 * static_cast<double>(time.count()) / static_cast<double>(all.count()));
  }
}

int run(const std::vector<std::string>& arguments) {
  const char* seeds = std::getenv("GIALINT_SEEDS");
  const fs::path folder = !arguments.empty() ? arguments[0] : seeds != nullptr ? seeds : "fixtures/reports";
  const std::size_t copies = arguments.size() > 1 ? std::stoul(arguments[1]) : 10'000;
  const std::vector<Input> inputs = read_inputs(folder, copies);
  if (inputs.empty()) {
    fmt::print(stderr, "no reports in {}\n", folder.string());
    return 2;
  }
  const Result<std::shared_ptr<const Pack>> pack = load_pack();
  if (!pack.ok()) {
    fmt::print(stderr, "{}\n", to_string(pack.failure(), Language::zh));
    return 2;
  }
  LintOptions options;
  for (const Rule& rule : (*pack)->rules->rules()) options.rules[rule.info.id] = {};

  measure_rate(inputs, *pack, options, 1);
  measure_rate(inputs, *pack, options, 2);
  measure_stages(inputs, *pack, options);
  return 0;
}

}  // namespace
}  // namespace gialint

int main(int argc, char** argv) {
  try {
    return gialint::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 2;
  }
}
