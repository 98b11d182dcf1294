#include "tests/reporters/sample_run.hpp"

#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>

#include <catch2/catch.hpp>

#include "engine/diagnostics/fingerprint.hpp"
#include "engine/hash/sha256.hpp"

namespace gialint {
namespace {

std::shared_ptr<const SourceText> source_of(const std::string& path, std::string_view bytes) {
  Result<SourceText> source = SourceText::from_bytes(path, std::string(bytes));
  REQUIRE(source.ok());
  return std::make_shared<const SourceText>(*std::move(source));
}

RuleInfo rule(std::string id, Severity severity, Bilingual title) {
  RuleInfo info;
  info.id = std::move(id);
  info.category = info.id.substr(0, info.id.find('/'));
  info.since = "0.1.0";
  info.precision = "high";
  info.severity = severity;
  info.title = std::move(title);
  return info;
}

std::vector<RuleInfo> sample_rules() {
  RuleInfo empty = rule("sample/empty-part", Severity::info, {"部分为空", "part is empty"});
  empty.messages["empty"] = {"这一部分没有内容", "nothing stands in this part"};
  RuleInfo header = rule("sample/header-text", Severity::error, {"表头文字不符", "header differs from the form"});
  header.help = {"照格式改表头", "Write the header as the form has it."};
  header.basis = {"国办公开办函〔2021〕30号，第二部分"};
  header.messages["differs"] = {"表头“{found}”应为“{expected}”", "header '{found}' should read '{expected}'"};
  header.has_fix = true;
  header.fix_safety = FixSafety::safe;
  RuleInfo missing = rule("sample/missing-part", Severity::error, {"缺少一个部分", "part is missing"});
  missing.help = {"补上这一部分，没有内容时写“无”", "Add the part; where there is nothing to say, say so."};
  missing.basis = {"《政府信息公开条例》第五十条", "国办公开办函〔2021〕30号，格式"};
  missing.messages["missing"] = {"缺少{part}", "{part} is missing"};
  RuleInfo count = rule("sample/part-count", Severity::warning, {"件数不符", "counts differ"});
  count.messages["differs"] = {"{what}为 {count}，表中为 {table}", "{what} is {count}, the table has {table}"};
  return {empty, header, missing, count};
}

constexpr std::string_view report =
    "\xEF\xBB\xBF"
    "某县退役军人局2022年度报告\r\n"
    "\r\n"
    "一、总体情况\r\n"
    "𠮷林😀局收到申请58件，其中\t公民 12 件，法人 12 件。\r\n"
    "二、主动公开\r\n"
    "内容\t本年制发\t本年度止\t现行有效\r\n"
    "规章\t0\t0\t0\r\n"
    "\r\n"
    "四、其他\r\n";

std::vector<Diagnostic> report_diagnostics(std::string_view text, Language language) {
  const bool zh = language == Language::zh;
  std::vector<Diagnostic> all;

  Diagnostic count;
  count.rule = "sample/part-count";
  count.severity = Severity::warning;
  count.place = "section/overall";
  count.message_id = "differs";
  count.sums = {{"requests.row_total", "new_received"}, {"requests.balance", "total"}};
  for (std::uint32_t i = 0; i < 2; ++i) {
    const std::string what = i == 0 ? "公民" : "法人";
    count.span = span_of(text, "12", static_cast<int>(i));
    count.message = zh ? what + "为 12，表中为 29" : what + " is 12, the table has 29";
    count.facts = {{"count", "12"}, {"table", "29"}, {"what", what}};
    count.related = {{span_of(text, "58"), "section/overall", zh ? "合计" : "total"},
                     {span_of(text, "规章\t0\t0\t0"), "documents/rules", zh ? "表中" : "in the table"}};
    count.fix = Fix{FixSafety::unsafe, zh ? "改为 29" : "replace by 29", {{count.span, "29"}}};
    count.emission = i;
    all.push_back(count);
  }

  Diagnostic empty;
  empty.rule = "sample/empty-part";
  empty.severity = Severity::info;
  empty.span = {span_of(text, "二、主动公开").begin, span_of(text, "规章").end};
  empty.place = "section/disclosure";
  empty.message_id = "empty";
  empty.message = zh ? "这一部分没有内容" : "nothing stands in this part";
  all.push_back(empty);

  Diagnostic header;
  header.rule = "sample/header-text";
  header.severity = Severity::error;
  header.span = span_of(text, "本年度止");
  header.place = "documents/header/repealed";
  header.message_id = "differs";
  header.message = zh ? "表头“本年度止”应为“本年废止”" : "header '本年度止' should read '本年废止'";
  header.facts = {{"expected", "本年废止"}, {"found", "本年度止"}};
  header.fix = Fix{FixSafety::safe,
                   zh ? "改为“本年废止”" : "replace by “本年废止”",
                   {{span_of(text, "度"), ""}, {{span_of(text, "止\t").begin, span_of(text, "止\t").begin}, "废"}}};
  header.fix->edits[0].span = span_of(text.substr(0, text.find("止\t")), "度", 1);
  all.push_back(header);

  Diagnostic missing;
  missing.rule = "sample/missing-part";
  missing.severity = Severity::error;
  const std::uint32_t at = span_of(text, "四、其他").begin;
  missing.span = {at, at};
  missing.place = "section/requests";
  missing.message_id = "missing";
  missing.message = zh ? "缺少\"三、收到\x1b[31m和\n处理\\\"" : "\"三、收到\x1b[31m和\n处理\\\" is missing";
  missing.facts = {{"part", "\"三、收到\x1b[31m和\n处理\\\""}};
  missing.fix = Fix{FixSafety::suggestion, zh ? "在此处补上标题" : "add the heading here", {{{at, at}, "三、\r\n"}}};
  all.push_back(missing);
  return all;
}

SuppressedDiagnostic suppressed_one(std::string_view text, Language language) {
  const bool zh = language == Language::zh;
  Diagnostic empty;
  empty.rule = "sample/empty-part";
  empty.severity = Severity::warning;
  empty.span = span_of(text, "一、总体情况");
  empty.place = "section/overall";
  empty.message_id = "empty";
  empty.message = zh ? "这一部分没有内容" : "nothing stands in this part";
  return {empty, {"已另行公布 <见网站>", {"gialint.toml", 12, 1}}};
}

}  // namespace

Span span_of(std::string_view text, std::string_view phrase, int occurrence) {
  std::size_t at = text.find(phrase);
  for (; occurrence > 0 && at != std::string_view::npos; --occurrence) at = text.find(phrase, at + 1);
  INFO("looking for " << phrase);
  REQUIRE(at != std::string_view::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + phrase.size())};
}

SampleRun sample_run(Language language) {
  const bool zh = language == Language::zh;
  SampleRun run;
  run.info.version = "0.1.0";
  run.info.language = language;
  run.info.rules = sample_rules();

  FileResult whole;
  whole.path = "数据 #1/100%\t年报.txt";
  whole.source = source_of(whole.path, report);
  whole.diagnostics = report_diagnostics(whole.source->text(), language);
  whole.organ = "某县退役军人局";
  whole.year = 2022;
  whole.sha256 = sha256_hex(report);
  for (const RuleInfo& info : run.info.rules) whole.rules.push_back({info.id, true});
  whole.suppressed = {suppressed_one(whole.source->text(), language)};
  run.files.push_back(whole);

  FileResult clean;
  clean.path = "数据/无误.md";
  clean.source = source_of(clean.path, "# 年度报告\n");
  clean.rules = {{"sample/empty-part", true}, {"sample/header-text", false}, {"sample/part-count", true}};
  clean.rule_failures = {
      {"sample/part-count",
       {{"rules/sample/part-count.lua", 12}, {"ran over its budget of steps", "ran over its budget of steps"}}}};
  run.files.push_back(clean);

  FileResult unreadable;
  unreadable.path = "数据/缺.txt";
  unreadable.unreadable = Failure{{"数据/缺.txt"}, {"no such file", "no such file"}};
  run.files.push_back(unreadable);

  FileResult gb;
  gb.path = "旧/gb.txt";
  // 年报：本年度止
  gb.source = source_of(gb.path, "\xC4\xEA\xB1\xA8\xA3\xBA\xB1\xBE\xC4\xEA\xB6\xC8\xD6\xB9");
  REQUIRE(gb.source->encoding() == Encoding::gb18030);
  Diagnostic header;
  header.rule = "sample/header-text";
  header.severity = Severity::error;
  header.span = span_of(gb.source->text(), "本年度止");
  header.place = "documents/header/repealed";
  header.message_id = "differs";
  header.message = zh ? "表头“本年度止”应为“本年废止”" : "header '本年度止' should read '本年废止'";
  header.facts = {{"expected", "本年废止"}, {"found", "本年度止"}};
  gb.diagnostics = {header};
  gb.organ = "某县林业局";
  run.files.push_back(gb);

  run.summary.files = 4;
  run.summary.unreadable = 1;
  run.summary.errors = 3;
  run.summary.warnings = 2;
  run.summary.infos = 1;
  run.summary.suppressed = 1;
  run.summary.rule_failures = 1;
  run.summary.by_rule = {
      {"sample/empty-part", 1}, {"sample/header-text", 2}, {"sample/missing-part", 1}, {"sample/part-count", 2}};
  run.summary.exit_status = 2;
  return run;
}

SampleRun baseline_run() {
  SampleRun run = sample_run();
  run.info.has_baseline = true;
  FileResult& whole = run.files.front();
  whole.in_baseline = {whole.diagnostics[0], whole.diagnostics[2]};
  whole.diagnostics.erase(whole.diagnostics.begin() + 2);
  whole.diagnostics.erase(whole.diagnostics.begin());
  run.summary.warnings -= 1;
  run.summary.infos -= 1;
  run.summary.known = 2;
  run.summary.by_rule.erase("sample/empty-part");
  run.summary.by_rule["sample/part-count"] = 1;
  return run;
}

SampleRun run_of(std::string_view text, std::vector<Diagnostic> diagnostics) {
  SampleRun run;
  run.info.version = "0.1.0";
  run.info.rules = sample_rules();
  FileResult file;
  file.path = "a.txt";
  file.source = source_of(file.path, text);
  file.diagnostics = std::move(diagnostics);
  run.summary.files = 1;
  for (const Diagnostic& diagnostic : file.diagnostics) {
    run.summary.errors += diagnostic.severity == Severity::error ? 1 : 0;
    run.summary.warnings += diagnostic.severity == Severity::warning ? 1 : 0;
    run.summary.infos += diagnostic.severity == Severity::info ? 1 : 0;
    ++run.summary.by_rule[diagnostic.rule];
  }
  run.summary.exit_status = run.summary.errors > 0 ? 1 : 0;
  run.files.push_back(std::move(file));
  return run;
}

std::string printed(const SampleRun& run, std::string_view format, const ReporterOptions& options) {
  std::ostringstream out;
  const std::unique_ptr<Reporter> reporter = make_reporter(format, out, options);
  REQUIRE(reporter);
  reporter->begin(run.info);
  for (FileResult file : run.files) {
    if (file.source) {
      Fingerprints names;
      for (Diagnostic& diagnostic : file.in_baseline) diagnostic.fingerprint = names.next(*file.source, diagnostic);
      for (Diagnostic& diagnostic : file.diagnostics) diagnostic.fingerprint = names.next(*file.source, diagnostic);
      for (SuppressedDiagnostic& held : file.suppressed)
        held.diagnostic.fingerprint = names.next(*file.source, held.diagnostic);
    }
    reporter->file(file);
  }
  reporter->end(run.summary);
  return out.str();
}

std::string expected_output(std::string_view name, std::string_view actual) {
  const std::string path = std::string(GIALINT_SOURCE_DIR "/fixtures/output/").append(name);
  if (std::getenv("GIALINT_UPDATE_FIXTURES") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
  }
  std::ifstream file(path, std::ios::binary);
  INFO("reading " << path);
  REQUIRE(file);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace gialint
