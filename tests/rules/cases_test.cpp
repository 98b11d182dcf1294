#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <iconv.h>

#include "engine/runner/case_run.hpp"
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

/// The texts of a case as the variant has them.
struct CaseTexts {
  std::vector<MarkedText> marked;
  std::vector<std::shared_ptr<const SourceText>> sources;
};

Result<CaseTexts> make_texts(const RuleCase& each, const Variant& variant) {
  CaseTexts made;
  for (const auto& [name, text] : texts_of(each)) {
    Result<MarkedText> parsed = MarkedText::parse(variant.crlf ? with_crlf(text) : text);
    if (!parsed) return parsed.failure();
    made.sources.push_back(variant.gb18030 ? source_of(name, to_gb18030(parsed->text), Encoding::gb18030)
                                           : source_of(name, parsed->text));
    made.marked.push_back(*std::move(parsed));
  }
  return made;
}

/// What differs, or nothing.
std::string run(const std::string& rule, const RuleCase& each, const Variant& variant, CaseRunner& runner) {
  const Result<CaseTexts> texts = make_texts(each, variant);
  if (!texts) return texts.failure().what;
  std::vector<MarkedSource> marked;
  for (std::size_t i = 0; i < texts->sources.size(); ++i) {
    const SourceText& source = *texts->sources[i];
    const std::string prefix = !each.corpus.empty() ? source.path() + ":" : i > 0 ? "previous:" : "";
    marked.push_back({prefix, texts->marked[i], source});
  }
  const std::vector<FileResult> results = runner.run(rule, each, texts->sources);

  std::vector<ExpectedDiagnostic> found;
  std::string messages;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!results[i].rule_failures.empty()) return to_string(results[i].rule_failures.front().failure);
    for (const Diagnostic& diagnostic : results[i].diagnostics) {
      if (diagnostic.message.empty()) return "a message is empty";
      found.push_back(describe(diagnostic, marked[i], marked));
      messages += "    " + diagnostic.message + "\n";
    }
  }
  if (found != each.expected) {
    return "expected\n" + joined(each.expected) + "  found\n" + joined(found) + messages;
  }
  if (each.fixed) {
    const std::string wanted = variant.crlf ? with_crlf(*each.fixed) : *each.fixed;
    const std::string fixed = apply_fixes(texts->sources.front()->text(), results.front().diagnostics);
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
  std::map<Language, CaseRunner> runners;
  for (const Language language : {Language::zh, Language::en}) runners.try_emplace(language, project_pack(), language);
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
        const std::string difference = run(rule, each, variant, runners.at(variant.language));
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
