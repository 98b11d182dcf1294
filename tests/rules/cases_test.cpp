#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <iconv.h>

#include "tests/rules/rule_lint.hpp"
#include "tests/support/expectations.hpp"

namespace gialint::test {
namespace {

namespace fs = std::filesystem;

const fs::path rules_folder = fs::path(GIALINT_SOURCE_DIR) / "rules";

std::string to_gb18030(std::string text) {
  const iconv_t converter = iconv_open("GB18030", "UTF-8");
  REQUIRE(converter != reinterpret_cast<iconv_t>(-1));
  std::string bytes(text.size() * 2 + 16, '\0');
  char* in = text.data();
  char* out = bytes.data();
  std::size_t in_left = text.size();
  std::size_t out_left = bytes.size();
  const std::size_t result = iconv(converter, &in, &in_left, &out, &out_left);
  iconv_close(converter);
  REQUIRE(result != static_cast<std::size_t>(-1));
  bytes.resize(bytes.size() - out_left);
  return bytes;
}

std::string with_crlf(const std::string& text) {
  std::string converted;
  for (const char c : text) converted += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return converted;
}

/// One way to run a case: language, line ends, encoding.
struct Variant {
  const char* name;
  Language language;
  bool crlf;
  bool gb18030;
};

constexpr Variant variants[] = {
    {"zh", Language::zh, false, false},
    {"en", Language::en, false, false},
    {"zh, CRLF", Language::zh, true, false},
    {"zh, GB18030", Language::zh, false, true},
};

std::string joined(const std::vector<ExpectedDiagnostic>& diagnostics) {
  std::string lines;
  for (const ExpectedDiagnostic& diagnostic : diagnostics) lines += "    " + to_string(diagnostic) + "\n";
  return lines.empty() ? "    (nothing)\n" : lines;
}

/// A text of a case as the variant has it.
struct CaseText {
  MarkedText marked;
  std::shared_ptr<const SourceText> source;
};

Result<CaseText> make_text(const std::string& name, const std::string& text, const Variant& variant) {
  Result<MarkedText> parsed = MarkedText::parse(variant.crlf ? with_crlf(text) : text);
  if (!parsed) return parsed.failure();
  auto source =
      variant.gb18030 ? source_of(name, to_gb18030(parsed->text), Encoding::gb18030) : source_of(name, parsed->text);
  return CaseText{*std::move(parsed), std::move(source)};
}

/// The texts of a case: the report, then last year's, or all reports of a corpus.
struct CaseTexts {
  std::vector<CaseText> texts;
  std::vector<MarkedSource> marked;  ///< of each
};

Result<CaseTexts> make_texts(const RuleCase& each, const Variant& variant) {
  std::vector<RuleCase::NamedReport> reports = each.corpus;
  if (reports.empty()) reports.push_back({"case.txt", each.report});
  if (each.previous) reports.push_back({"previous.txt", *each.previous});
  CaseTexts made;
  for (const RuleCase::NamedReport& report : reports) {
    Result<CaseText> text = make_text(report.name, report.text, variant);
    if (!text) return text.failure();
    made.texts.push_back(*std::move(text));
  }
  for (const CaseText& text : made.texts) {
    const std::string& name = text.source->path();
    const std::string prefix = !each.corpus.empty() ? name + ":" : name == "previous.txt" ? "previous:" : "";
    made.marked.push_back({prefix, text.marked, *text.source});
  }
  return made;
}

/// What a run of one rule over a case gave.
struct CaseOutcome {
  std::vector<Diagnostic> diagnostics;
  std::vector<std::size_t> reports;  ///< which text each is about
  std::vector<RuleFailure> failures;
};

CaseOutcome run_on_report(const RuleCase& each, const CaseTexts& texts, LintOptions options, Language language) {
  std::optional<Report> previous;
  if (each.previous) previous = project_pack()->reader().read(texts.texts.back().source);
  options.fragment = true;
  FileResult result = Linter(project_pack(), language)
                          .lint(texts.texts.front().source, options, {previous ? &*previous : nullptr, nullptr});
  const std::size_t count = result.diagnostics.size();
  return {std::move(result.diagnostics), std::vector<std::size_t>(count, 0), std::move(result.rule_failures)};
}

CaseOutcome run_on_corpus(const RuleCase& each, const CaseTexts& texts, const RuleSettings& rules, Language language) {
  std::vector<Report> reports;
  Corpus corpus;
  corpus.regions = each.regions;
  for (const CaseText& text : texts.texts) {
    reports.push_back(project_pack()->reader().read(text.source));
    corpus.reports.push_back(make_digest(reports.back()));
  }
  CorpusOutcome said = RuleRunner(project_pack()->rules, language).run(corpus, rules);
  CaseOutcome outcome;
  outcome.failures = std::move(said.failures);
  for (CorpusDiagnostic& one : said.diagnostics) {
    Diagnostic& diagnostic = one.diagnostic;
    diagnostic.span = span_of_place(reports[one.report], diagnostic.place);
    for (std::size_t i = 0; i < one.related.size(); ++i) {
      diagnostic.related[i].span = span_of_place(reports[one.related[i]], diagnostic.related[i].place);
      diagnostic.related[i].source = texts.texts[one.related[i]].source;
    }
    outcome.reports.push_back(one.report);
    outcome.diagnostics.push_back(std::move(diagnostic));
  }
  return outcome;
}

/// What differs, or nothing.
std::string run(const std::string& rule, const RuleCase& each, const Variant& variant) {
  const Result<CaseTexts> texts = make_texts(each, variant);
  if (!texts) return texts.failure().what;
  LintOptions options;
  options.rules[rule].options = each.options;
  const CaseOutcome outcome = each.corpus.empty() ? run_on_report(each, *texts, options, variant.language)
                                                  : run_on_corpus(each, *texts, options.rules, variant.language);
  if (!outcome.failures.empty()) return to_string(outcome.failures.front().failure);

  std::vector<ExpectedDiagnostic> found;
  std::string messages;
  for (std::size_t i = 0; i < outcome.diagnostics.size(); ++i) {
    const Diagnostic& diagnostic = outcome.diagnostics[i];
    if (diagnostic.message.empty()) return "a message is empty";
    found.push_back(describe(diagnostic, texts->marked[outcome.reports[i]], texts->marked));
    messages += "    " + diagnostic.message + "\n";
  }
  if (found != each.expected) {
    return "expected\n" + joined(each.expected) + "  found\n" + joined(found) + messages;
  }
  if (each.fixed) {
    const std::string wanted = variant.crlf ? with_crlf(*each.fixed) : *each.fixed;
    const std::string fixed = apply_fixes(texts->texts.front().source->text(), outcome.diagnostics);
    if (fixed != wanted) return "after the fixes\n" + fixed + "\n  expected\n" + wanted;
  }
  return {};
}

std::vector<fs::path> files_with(const std::string& extension) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(rules_folder)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string rule_id(const fs::path& file) {
  return fs::relative(file, rules_folder).replace_extension().generic_string();
}

TEST_CASE("every rule says what its cases expect, in both languages, with CRLF and in GB18030", "[rules]") {
  for (const fs::path& file : files_with(".test")) {
    const std::string rule = rule_id(file);
    const std::string name = "rules/" + rule + ".test";
    if (project_pack()->rules->find(rule) == nullptr) {
      FAIL_CHECK(name << ": no such rule");
      continue;
    }
    const Result<std::vector<RuleCase>> cases = read_rule_cases(read_bytes(file), name);
    if (!cases) {
      FAIL_CHECK(to_string(cases.failure()));
      continue;
    }
    for (const RuleCase& each : *cases) {
      std::string trouble;
      for (const Variant& variant : variants) {
        const std::string difference = run(rule, each, variant);
        if (difference.empty()) continue;
        trouble = "(" + std::string(variant.name) + ") " + difference;
        break;
      }
      if (each.todo) {
        if (trouble.empty())
          FAIL_CHECK(name << ":" << each.line << ": passes, so it is no longer to do: " << each.title);
      } else if (!trouble.empty()) {
        FAIL_CHECK(name << ":" << each.line << ": " << each.title << "\n  " << trouble);
      } else {
        SUCCEED();
      }
    }
  }
}

TEST_CASE("every rule has a case that it flags and one that it passes over", "[rules]") {
  for (const fs::path& file : files_with(".lua")) {
    const fs::path test = fs::path(file).replace_extension(".test");
    INFO("rules/" << rule_id(file) << ".test");
    CHECK(fs::exists(test));
    if (!fs::exists(test)) continue;
    const Result<std::vector<RuleCase>> cases = read_rule_cases(read_bytes(test), test.filename().string());
    if (!cases) continue;  // told by the test above
    CHECK(std::any_of(cases->begin(), cases->end(), [](const RuleCase& each) { return !each.expected.empty(); }));
    CHECK(std::any_of(cases->begin(), cases->end(), [](const RuleCase& each) { return each.expected.empty(); }));
  }
}

}  // namespace
}  // namespace gialint::test
