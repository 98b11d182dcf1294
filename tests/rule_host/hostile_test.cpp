// Runs every rule of tests/rule_host/hostile between two honest ones. The comments at the head of each file say what it
// tries and what must come of it:
//
//   -- expect: steps, memory, depth, time or error: how it is stopped, in the line marked "-- here", if there is one;
//              load: its pack does not load; harmless: it runs to its end
//   -- says: a part of what the user is told
//   -- run: report (when nothing is said), history or corpus: on what it runs
//   -- limits: small (when nothing is said); default: those that users have; memory: little memory but many steps;
//   clock:
//              steps without end but little time
//   -- file: whole: the file is a rule as it stands; else it returns a check function

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/report/corpus.hpp"
#include "tests/support/reports.hpp"
#include "tests/support/rules.hpp"

namespace gialint::test {
namespace {

constexpr std::string_view mark = "-- here";

struct Hostile {
  std::string name;
  std::string text;
  std::string expect;
  std::string says;
  std::string run = "report";
  std::string limits = "small";
  std::string file;
  int line = 0;  // of the mark; 0: there is none
};

Hostile read_hostile(const std::string& name) {
  Hostile hostile;
  hostile.name = name;
  hostile.text = read_project_file("tests/rule_host/hostile/" + name + ".lua");
  const std::map<std::string, std::string*> fields = {{"expect", &hostile.expect},
                                                      {"says", &hostile.says},
                                                      {"run", &hostile.run},
                                                      {"limits", &hostile.limits},
                                                      {"file", &hostile.file}};
  std::istringstream lines(hostile.text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.find(mark) != std::string::npos) hostile.line = number;
    const std::size_t colon = line.find(": ");
    if (line.compare(0, 3, "-- ") != 0 || colon == std::string::npos) continue;
    const auto field = fields.find(line.substr(3, colon - 3));
    if (field != fields.end()) *field->second = line.substr(colon + 2);
  }
  return hostile;
}

std::vector<Hostile> hostile_rules() {
  std::vector<Hostile> rules;
  const std::filesystem::path folder = std::filesystem::path(GIALINT_SOURCE_DIR) / "tests/rule_host/hostile";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    rules.push_back(read_hostile(entry.path().stem().string()));
  }
  std::sort(rules.begin(), rules.end(), [](const Hostile& a, const Hostile& b) { return a.name < b.name; });
  return rules;
}

std::string id_of(const Hostile& hostile) {
  return (hostile.run == "report" ? "hostile" : hostile.run) + "/" + hostile.name;
}

// The rule file; its lines are those of the hostile file.
std::string file_of(const Hostile& hostile) {
  if (hostile.file == "whole") return hostile.text;
  return "local function file() " + hostile.text + R"( end
return {
  api = 1, since = "0.1.0", severity = "warning", precision = "high", fixable = "unsafe",
  title = { zh = "题目", en = "title" }, help = { zh = "怎么办", en = "what to do" }, basis = { "依据" },
  messages = { value = { zh = "值为 {v}", en = "value '{v}'" }, plain = { zh = "有误", en = "wrong" } },
  options = {
    limit = { type = "integer", default = 3, doc = { zh = "数", en = "number" } },
    words = { type = "list", default = { "a" }, doc = { zh = "词", en = "words" } },
  },
  check = file(),
}
)";
}

RuleLimits limits_of(const Hostile& hostile) {
  RuleLimits limits;
  if (hostile.limits == "default") return limits;
  limits.memory = std::size_t{4} << 20U;
  limits.allocation = std::size_t{256} << 10U;
  if (hostile.limits == "small") limits.steps = 200'000;
  if (hostile.limits == "clock") {
    limits = RuleLimits();
    limits.steps = std::uint64_t{1} << 60U;
    limits.milliseconds = 300;
  }
  return limits;
}

// What the user is told of each way to be stopped.
std::string words_for(const std::string& expect) {
  static const std::map<std::string, std::string> words = {{"steps", "步的上限"},   {"memory", "内存上限"},
                                                           {"depth", "层数过深"},   {"time", "毫秒"},
                                                           {"error", "规则出错："}, {"load", ""}};
  return words.at(expect);
}

// ---- the honest rules: one walks the model, one searches the text

const char* const walks = R"lua(
  for _, section in ipairs(report.sections) do
    ctx:emit { at = section, message = "value", data = { v = section.id } }
  end
  for _, table in ipairs(report.tables) do
    for _, row in ipairs(table.rows) do
      for _, cell in ipairs(row.cells) do
        if cell.counts and cell.value ~= 0 then
          ctx:emit { at = cell, message = "value", data = { v = gia.row_name(row) .. tostring(cell.value) } }
        end
      end
    end
  end
  for _, claim in ipairs(report.claims) do ctx:emit { at = claim, message = "value", data = { v = claim.verdict } } end)lua";

const char* const searches = R"lua(
  local years, lengths = {}, {}
  for _, year in ipairs(report:find_all("[0-9]{4}年")) do years[year.text] = (years[year.text] or 0) + 1 end
  for year, count in pairs(years) do
    ctx:emit { at = report:find(year), message = "value", data = { v = string.format("%s×%d", year, count) } }
  end
  for _, paragraph in ipairs(report.paragraphs) do lengths[#lengths + 1] = utf8.len(paragraph.text) end
  table.sort(lengths, function(a, b) return a > b end)
  local found = report.paragraphs:find("(公开)(.)")
  ctx:emit { at = found, message = "value", data = { v = table.concat(lengths, " ") .. #found.groups },
             related = { { at = report.title } } })lua";

const char* const counts = R"lua(
  for _, digest in ipairs(report.reports) do
    ctx:emit { at = digest, message = "value", data = { v = digest.organ_name .. digest.nonzero } }
  end
  ctx:emit { at = report.reports[1], message = "value", data = { v = #report:alike(50, 1) } })lua";

std::vector<PackFile> honest_files() {
  return {{"a/walks.lua", rule_text(walks)},
          {"z/searches.lua", rule_text(searches)},
          {"z/walks.lua", rule_text(walks)},
          {"corpus/a.lua", rule_text(counts)},
          {"corpus/zz.lua", rule_text(counts)}};
}

std::shared_ptr<const RulePack> pack_with(const Hostile& hostile) {
  std::vector<PackFile> files = honest_files();
  files.push_back({id_of(hostile) + ".lua", file_of(hostile)});
  return load_rules(files);
}

// ---- runs

// What a run says, in words that two runs can be compared by.
struct Said {
  std::vector<std::string> diagnostics;
  std::vector<RuleFailure> failures;

  // Without what one rule says.
  [[nodiscard]] std::vector<std::string> without(const std::string& rule) const {
    std::vector<std::string> others;
    std::copy_if(diagnostics.begin(), diagnostics.end(), std::back_inserter(others),
                 [&](const std::string& line) { return line.compare(0, rule.size() + 1, rule + ":") != 0; });
    return others;
  }
};

std::string words_of(const Diagnostic& diagnostic) {
  std::ostringstream words;
  words << diagnostic.rule << ": " << diagnostic.span.begin << "-" << diagnostic.span.end << " " << diagnostic.place
        << " " << severity_name(diagnostic.severity) << " " << diagnostic.message << " " << diagnostic.related.size()
        << (diagnostic.fix ? " fix" : "");
  return words.str();
}

// Two reports of two bodies for two years, and the corpora of them.
class Runs {
 public:
  Runs() {
    for (const char* const file : {"damaged-cells.txt", "count-mismatch.txt"}) {
      reports_.push_back(read_report(read_project_file(std::string("fixtures/reports/") + file)));
    }
    for (const Report& report : reports_) {
      Corpus& corpus = corpora_.emplace_back();
      if (corpora_.size() > 1) corpus.reports = corpora_.front().reports;
      corpus.reports.push_back(make_digest(report));
      corpus.reports.push_back(make_digest(report));
      corpus.reports.back().organ_key = corpus.reports.back().organ = "乙县丙局";
    }
  }

  Said run(RuleRunner& runner, const RulePack& pack, const std::string& on, int number) const {
    const auto at = static_cast<std::size_t>(number);
    Said said;
    if (on == "corpus") {
      CorpusOutcome outcome = runner.run(corpora_[at], all_on(pack));
      for (const CorpusDiagnostic& each : outcome.diagnostics) said.diagnostics.push_back(words_of(each.diagnostic));
      said.failures = std::move(outcome.failures);
    } else {
      const Report* previous = on == "history" ? &reports_[1 - at] : nullptr;
      RuleOutcome outcome = runner.run(reports_[at], all_on(pack), previous);
      for (const Diagnostic& each : outcome.diagnostics) said.diagnostics.push_back(words_of(each));
      said.failures = std::move(outcome.failures);
    }
    return said;
  }

  // What the honest rules say when they are alone.
  const Said& honest(const std::string& on, int number) {
    const auto [entry, is_new] = honest_.try_emplace({on, number});
    if (is_new) {
      const auto pack = load_rules(honest_files());
      RuleRunner runner(pack, Language::zh);
      entry->second = run(runner, *pack, on, number);
      REQUIRE(entry->second.failures.empty());
      REQUIRE(entry->second.diagnostics.size() >= 4);
    }
    return entry->second;
  }

 private:
  std::vector<Report> reports_;
  std::vector<Corpus> corpora_;
  std::map<std::pair<std::string, int>, Said> honest_;
};

void check_failure(const Hostile& hostile, const Failure& failure) {
  const std::string file = "rules/" + id_of(hostile) + ".lua";
  if (hostile.line == 0) {
    CHECK(to_string(failure.where).compare(0, file.size(), file) == 0);
  } else {
    CHECK(to_string(failure.where) == file + ":" + std::to_string(hostile.line));
  }
  CHECK_THAT(failure.what.zh, Catch::Contains(words_for(hostile.expect)) && Catch::Contains(hostile.says));
  CHECK(failure.what.zh.size() < 400);
  CHECK(failure.what.zh.find("0x") == std::string::npos);  // an address
}

void check_load(const Hostile& hostile) {
  const Result<RulePack> pack = RulePack::load({{id_of(hostile) + ".lua", file_of(hostile)}});
  REQUIRE_FALSE(pack);
  check_failure(hostile, pack.failure());
}

void check_run(Runs& runs, const Hostile& hostile) {
  const auto pack = pack_with(hostile);
  RuleRunner runner(pack, Language::zh, limits_of(hostile));
  const bool is_harmless = hostile.expect == "harmless";
  // The worker goes on to another report and comes back to the first: nothing must be left behind.
  std::vector<Said> said;
  const bool is_long = hostile.limits == "default" || hostile.limits == "clock";
  for (const int number : is_long ? std::vector<int>{0, 1} : std::vector<int>{0, 1, 0}) {
    INFO("run " << said.size() + 1);
    said.push_back(runs.run(runner, *pack, hostile.run, number));
    CHECK(said.back().without(id_of(hostile)) == runs.honest(hostile.run, number).diagnostics);
    if (!is_harmless) {
      CHECK(said.back().diagnostics == said.back().without(id_of(hostile)));
      CHECK(said.back().failures.size() == 1);
      for (const RuleFailure& failure : said.back().failures) {
        CHECK(failure.rule == id_of(hostile));
        check_failure(hostile, failure.failure);
      }
    } else if (!said.back().failures.empty()) {
      FAIL_CHECK(to_string(said.back().failures[0].failure, Language::zh));
    }
  }
  if (is_harmless) {
    CHECK(said[0].diagnostics == said[2].diagnostics);
    CHECK(said[0].diagnostics != said[0].without(id_of(hostile)));  // it says something, so that this shows something
    RuleRunner fresh(pack, Language::zh, limits_of(hostile));
    CHECK(said[1].diagnostics == runs.run(fresh, *pack, hostile.run, 1).diagnostics);
  }
}

TEST_CASE("no hostile rule gets out, stays unnoticed, or is noticed by others", "[rule_host][hostile]") {
  const std::vector<Hostile> rules = hostile_rules();
  CHECK(rules.size() >= 250);
  Runs runs;
  for (const Hostile& hostile : rules) {
    INFO(hostile.name);
    if (hostile.expect == "load") {
      check_load(hostile);
    } else {
      check_run(runs, hostile);
    }
  }
}

TEST_CASE("hostile rules together leave the worker as it was", "[rule_host][hostile]") {
  std::vector<PackFile> files = honest_files();
  std::size_t failing = 0;
  for (const Hostile& hostile : hostile_rules()) {
    if (hostile.expect == "load" || hostile.run != "report" || hostile.limits != "small") continue;
    files.push_back({id_of(hostile) + ".lua", file_of(hostile)});
    failing += hostile.expect == "harmless" ? 0 : 1;
  }
  const auto pack = load_rules(files);
  Runs runs;
  RuleRunner runner(pack, Language::zh, limits_of(Hostile()));
  for (const int number : {0, 1, 0}) {
    const Said said = runs.run(runner, *pack, "report", number);
    CHECK(said.failures.size() == failing);
    std::vector<std::string> honest = said.diagnostics;
    honest.erase(std::remove_if(honest.begin(), honest.end(),
                                [](const std::string& line) { return line.compare(0, 8, "hostile/") == 0; }),
                 honest.end());
    CHECK(honest == runs.honest("report", number).diagnostics);
  }
}

}  // namespace
}  // namespace gialint::test
