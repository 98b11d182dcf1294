#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "engine/hash/sha256.hpp"
#include "engine/text/unicode.hpp"
#include "reporters/equations.hpp"
#include "reporters/formats.hpp"
#include "reporters/html_assets.hpp"
#include "reporters/html_escape.hpp"
#include "reporters/html_report.hpp"
#include "reporters/places.hpp"
#include "reporters/totals.hpp"

namespace gialint {
namespace {

/// One page. A file's part is written when it comes; the overview is made from those parts by the page's script, so
/// that nothing is kept here.
class HtmlReporter final : public Reporter {
 public:
  explicit HtmlReporter(std::ostream& out) : out_(out) {}

  [[nodiscard]] FileDetails wants() const override {
    FileDetails details;
    details.report = true;
    return details;
  }

  void begin(const RunInfo& run) override {
    run_ = run;
    for (std::size_t i = 0; i < run_.rules.size(); ++i) rules_.emplace(run_.rules[i].id, i);
    write_head();
    write_filters();
    pending_ += "<main id=\"main\">\n<div id=\"files\">\n";
    hand_over();
  }

  void file(const FileResult& result) override {
    ++files_;
    prefix_ = fmt::format("f{}-", files_);
    std::vector<HtmlFinding> findings = findings_of(result);
    if (findings.empty() && result.rule_failures.empty() && !result.unreadable) {
      write_clean(result);
    } else {
      write_file(result, findings);
    }
    hand_over();
  }

  void end(const RunSummary& summary) override {
    pending_ += "</div>\n";
    write_overview(summary);
    pending_ += "</main>\n<script>";
    pending_ += html_script();
    pending_ += "</script>\n</body>\n</html>\n";
    hand_over();
    out_.flush();
  }

 private:
  [[nodiscard]] bool zh() const { return run_.language == Language::zh; }
  [[nodiscard]] std::string_view say(std::string_view in_zh, std::string_view in_en) const {
    return zh() ? in_zh : in_en;
  }
  /// "2 处错误", "2 errors".
  [[nodiscard]] std::string count(std::uint64_t number, std::string_view in_zh, std::string_view in_en) const {
    return zh() ? fmt::format("{} {}", number, in_zh) : fmt::format("{} {}{}", number, in_en, number == 1 ? "" : "s");
  }
  [[nodiscard]] std::string_view severity_word(Severity severity) const {
    if (severity == Severity::error) return say("错误", "error");
    return severity == Severity::warning ? say("警告", "warning") : say("提示", "info");
  }

  template <class... Values>
  void print(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(pending_), format, std::forward<Values>(values)...);
  }

  void write_head() {
    print("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", say("zh-CN", "en"));
    print(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; "
        "script-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n",
        sha256_base64(html_style()), sha256_base64(html_script()));
    pending_ +=
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n";
    print("<meta name=\"generator\" content=\"gialint {}\">\n<title>{}</title>\n<style>", html(run_.version),
          heading());
    pending_ += html_style();
    pending_ += "</style>\n</head>\n<body>\n";
    print("<a class=\"skip\" href=\"#overview\">{}</a>\n<a class=\"skip\" href=\"#files\">{}</a>\n",
          say("跳到总览", "Skip to the overview"), say("跳到报告", "Skip to the reports"));
  }

  [[nodiscard]] std::string_view heading() const { return say("年度报告检查结果", "Annual reports, checked"); }

  /// Shown by the script, since without it nothing could be filtered.
  void write_filters() {
    print("<header class=\"top\">\n<h1>{}</h1>\n<form id=\"filters\" role=\"search\" aria-label=\"{}\" hidden>\n",
          heading(), say("筛选", "Filters"));
    print("<fieldset><legend>{}</legend>\n", say("级别", "Severity"));
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
      print(
          R"(<label><input type="checkbox" name="severity" value="{}" checked> <span class="sev {}">{} {}</span></label>)",
          html_severity(severity), html_severity(severity), html_sign(severity), severity_word(severity));
      pending_ += '\n';
    }
    print("</fieldset>\n<label>{} <select name=\"rule\"><option value=\"\">{}</option></select></label>\n",
          say("规则", "Rule"), say("全部", "all"));
    print("<label>{} <input type=\"search\" name=\"words\" placeholder=\"{}\"></label>\n", say("查找", "Find"),
          say("机关或者文件", "organ or file"));
    print("<label><input type=\"checkbox\" name=\"quiet\"> {}</label>\n",
          say("显示已抑制和基线中已有的", "Show suppressed and baseline"));
    print("<output name=\"shown\" data-text=\"{}\"></output>\n", say("显示 {n} 处，共 {all} 处", "{n} of {all} shown"));
    print("<p class=\"keys\">{}</p>\n</form>\n</header>\n",
          say("<kbd>j</kbd> 下一处，<kbd>k</kbd> 上一处", "<kbd>j</kbd> next, <kbd>k</kbd> previous"));
  }

  [[nodiscard]] static std::vector<HtmlFinding> findings_of(const FileResult& result) {
    std::vector<HtmlFinding> findings;
    const auto next = [&] { return findings.size() + 1; };
    for (const Diagnostic& diagnostic : result.diagnostics) findings.push_back({&diagnostic, next(), nullptr, false});
    for (const SuppressedDiagnostic& suppressed : result.suppressed)
      findings.push_back({&suppressed.diagnostic, next(), &suppressed.suppression, false});
    for (const Diagnostic& diagnostic : result.in_baseline) findings.push_back({&diagnostic, next(), nullptr, true});
    return findings;
  }

  /// What the overview says of a file.
  void write_identity(const FileResult& result) {
    print(" data-path=\"{}\"", html(result.path));
    if (!result.organ.empty()) print(" data-organ=\"{}\"", html(result.organ));
    if (result.year) print(" data-year=\"{}\"", *result.year);
  }

  void write_clean(const FileResult& result) {
    if (result.at_end_of_run) return;
    pending_ += "<p class=\"clean\"";
    write_identity(result);
    print("><bdi>{}</bdi>{}", html(result.path), say("：没有发现问题", ": nothing found"));
    write_previous(result);
    pending_ += "</p>\n";
  }

  /// Which report it was compared with as last year's, where one was looked for.
  void write_previous(const FileResult& result) {
    if (!result.previous) return;
    if (result.previous->empty()) {
      print("{}", say("，没有上年年报", ", no report for the year before"));
    } else {
      print("{}<bdi>{}</bdi>", say("，上年年报：", ", the year before: "), html(*result.previous));
    }
  }

  /// "totals/balance:e:2 text/width:w:1"
  static std::string counts_of(const std::vector<HtmlFinding>& findings, bool quiet) {
    std::map<std::pair<std::string, std::string_view>, int> counts;
    for (const HtmlFinding& finding : findings) {
      if (finding.quiet() == quiet) ++counts[{finding.diagnostic->rule, html_severity(finding.diagnostic->severity)}];
    }
    std::string text;
    for (const auto& [what, number] : counts)
      text += fmt::format("{}{}:{}:{}", text.empty() ? "" : " ", html(what.first), what.second, number);
    return text;
  }

  void write_file(const FileResult& result, const std::vector<HtmlFinding>& findings) {
    print("<details class=\"file\" id=\"f{}\" open", files_);
    write_identity(result);
    if (result.unreadable) pending_ += " data-unreadable";
    print(" data-n=\"{}\"", counts_of(findings, false));
    if (const std::string quiet = counts_of(findings, true); !quiet.empty()) print(" data-q=\"{}\"", quiet);
    print(">\n<summary><h2><bdi>{}</bdi></h2> <span class=\"who\">", html(result.path));
    if (result.at_end_of_run) print("{} ", say("整批检查所见", "of the whole run"));
    print("{}", html(result.organ));
    if (result.year) print(" {}{}", *result.year, say(" 年度", ""));
    write_previous(result);
    pending_ += "</span> <span class=\"counts\">";
    write_counts(result);
    // With scripts on, a browser takes this for one piece of text, so that a page of 2,000 reports opens at once; the
    // script makes elements of it when they are looked at. With scripts off it is simply there.
    pending_ += "</span></summary>\n<noscript>\n";
    write_failures(result);
    pending_ += "<div class=\"sides\">\n";
    if (result.source && !result.at_end_of_run) {
      print("<article class=\"paper\" lang=\"zh-CN\" aria-label=\"{} {}\">\n", say("报告", "Report"),
            html(result.path));
      pending_ += html_report(result, findings, prefix_, run_);
      pending_ += "</article>\n";
    }
    if (!findings.empty()) {
      print("<section class=\"list\" aria-label=\"{} {}\">\n<ol>\n", say("发现的问题", "Findings in"),
            html(result.path));
      explained_.clear();
      for (const HtmlFinding& finding : findings) write_finding(result, finding);
      pending_ += "</ol>\n</section>\n";
    }
    pending_ += "</div>\n</noscript>\n</details>\n";
  }

  void write_counts(const FileResult& result) {
    if (result.unreadable) {
      pending_ += say("无法读取", "unreadable");
      return;
    }
    std::map<Severity, int> counts;
    for (const Diagnostic& diagnostic : result.diagnostics) ++counts[diagnostic.severity];
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
      if (counts[severity] == 0) continue;
      print(R"(<span class="sev {}">{} {} {}</span> )", html_severity(severity), html_sign(severity),
            severity_word(severity), counts[severity]);
    }
    const std::size_t quiet = result.suppressed.size() + result.in_baseline.size();
    if (quiet > 0) print("<span class=\"q\">{} {}</span>", say("已抑制或者已知", "suppressed or known"), quiet);
  }

  void write_failures(const FileResult& result) {
    if (result.unreadable) print("<p class=\"fail\">{}</p>\n", html(result.unreadable->what.in(run_.language)));
    for (const RuleFailure& failed : result.rule_failures) {
      print("<p class=\"fail\">{} <code>{}</code>{} {} <span class=\"where\">{}</span></p>\n",
            say("规则没有运行完：", "A rule did not finish:"), html(failed.rule), say("，", ","),
            html(failed.failure.what.in(run_.language)), html(to_string(failed.failure.where)));
    }
  }

  void write_finding(const FileResult& result, const HtmlFinding& finding) {
    const Diagnostic& diagnostic = *finding.diagnostic;
    const std::string_view severity = html_severity(diagnostic.severity);
    print("<li id=\"{}d{}\" class=\"{}{}\" data-d=\"{}\" data-r=\"{}\" tabindex=\"-1\">\n", prefix_, finding.number,
          severity, finding.quiet() ? " q" : "", finding.number, html(diagnostic.rule));
    print("<p class=\"message\"><span class=\"sev {}\">{}{} {}</span> ", severity, html_sign(diagnostic.severity),
          finding.number, severity_word(diagnostic.severity));
    if (result.source)
      write_place(result, diagnostic.span, diagnostic.location, fmt::format("{}m{}", prefix_, finding.number));
    print(" {}</p>\n", html(diagnostic.message));
    if (result.source) write_quote(*result.source, diagnostic.span);
    if (result.report) {
      for (const std::string& equation : broken_equations(*result.report, diagnostic))
        print("<p class=\"equation\" lang=\"zh-CN\">{}</p>\n", html(equation));
    }
    if (finding.suppression != nullptr) {
      print("<p class=\"why\">{}{} <span class=\"where\">{}</span></p>\n", say("已抑制：", "Suppressed: "),
            html(finding.suppression->reason), html(to_string(finding.suppression->where)));
    }
    if (finding.known) print("<p class=\"why\">{}</p>\n", say("基线中已有", "In the baseline"));
    if (result.source) {
      write_related(result, finding);
      write_fix(*result.source, diagnostic);
    }
    write_rule(diagnostic.rule, finding.number);
    pending_ += "</li>\n";
  }

  /// The location in words, where there is one, else line and column.
  void write_place(const FileResult& result, Span span, const std::string& location, const std::string& id) {
    const std::string at = location.empty() ? position(*result.source, span.begin) : html(location);
    if (result.at_end_of_run) {
      print("<span class=\"at\">{}</span>", at);
    } else {
      print("<a class=\"at\" href=\"#{}\">{}</a>", id, at);
    }
  }

  [[nodiscard]] std::string position(const SourceText& source, std::uint32_t offset) const {
    const Position at =
        source.position(std::min(offset, static_cast<std::uint32_t>(source.text().size())), run_.column_unit);
    return fmt::format("{}:{}", at.line, at.column);
  }

  /// What is marked, or its beginning.
  static std::string quote(const SourceText& source, Span span) {
    constexpr std::size_t longest = 60;
    const std::string_view text = source.slice(clamped(source, span));
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
      if (characters == longest) return html(text.substr(0, at)) + "…";
      at += code_point_at(text, at).length;
    }
    return html(text);
  }

  void write_quote(const SourceText& source, Span span) {
    const std::string words = quote(source, span);
    if (!words.empty()) print("<p class=\"quote\"><q lang=\"zh-CN\">{}</q></p>\n", words);
  }

  void write_related(const FileResult& result, const HtmlFinding& finding) {
    const std::vector<Related>& related = finding.diagnostic->related;
    if (related.empty()) return;
    pending_ += "<ul class=\"related\">\n";
    for (std::size_t i = 0; i < related.size(); ++i) {
      const SourceText& source = related[i].text(*result.source);
      pending_ += "<li>";
      if (related[i].source) {
        const std::string& location = related[i].location;
        print("<span class=\"at\"><bdi>{}</bdi>:{}</span>", html(source.path()),
              location.empty() ? position(source, related[i].span.begin) : html(location));
      } else {
        write_place(result, related[i].span, related[i].location,
                    fmt::format("{}m{}-{}", prefix_, finding.number, i + 1));
      }
      print(" {}", html(related[i].message));
      if (const std::string words = quote(source, related[i].span); !words.empty())
        print(" <q lang=\"zh-CN\">{}</q>", words);
      pending_ += "</li>\n";
    }
    pending_ += "</ul>\n";
  }

  void write_fix(const SourceText& source, const Diagnostic& diagnostic) {
    if (!diagnostic.fix) return;
    const Fix& fix = *diagnostic.fix;
    const std::string_view safety = fix.safety == FixSafety::safe     ? say("可自动修改", "safe fix")
                                    : fix.safety == FixSafety::unsafe ? say("修改前须核对", "fix, to be confirmed")
                                                                      : say("建议", "suggestion");
    print("<p class=\"fix\"><span class=\"safety\">{}</span> {}", safety, html(fix.message));
    for (const Edit& edit : fix.edits) {
      print(" <span class=\"edit\"><span class=\"at\">{}</span> ", position(source, edit.span.begin));
      if (const std::string words = quote(source, edit.span); !words.empty()) print("<del>{}</del>", words);
      if (!edit.replacement.empty()) print("<ins>{}</ins>", html(edit.replacement));
      pending_ += "</span>";
    }
    pending_ += "</p>\n";
  }

  /// A rule's help and basis stand below its first finding in a file.
  void write_rule(const std::string& rule, std::size_t number) {
    const auto found = rules_.find(rule);
    if (found == rules_.end()) {
      print("<p class=\"rule\"><code>{}</code></p>\n", html(rule));
      return;
    }
    used_.insert(found->second);
    const RuleInfo& info = run_.rules[found->second];
    print("<p class=\"rule\"><a href=\"#r{}\"><code>{}</code></a> {}", found->second, html(rule),
          html(info.title.in(run_.language)));
    const auto [first, is_first] = explained_.emplace(rule, number);
    if (!is_first && has_details(info)) {
      print(" <a href=\"#{}d{}\">{} {}</a>", prefix_, first->second, say("依据和办法见", "basis and help: see"),
            first->second);
    }
    pending_ += "</p>\n";
    if (is_first) write_details(info);
  }

  [[nodiscard]] bool has_details(const RuleInfo& info) const {
    return !info.help.in(run_.language).empty() || !info.basis.empty();
  }

  void write_details(const RuleInfo& info) {
    if (!info.help.in(run_.language).empty())
      print("<p class=\"help\">{}{}</p>\n", say("办法：", "Help: "), html(info.help.in(run_.language)));
    if (info.basis.empty()) return;
    print("<p class=\"basis\">{}", say("依据：", "Basis: "));
    for (const std::string& basis : info.basis) print("<cite lang=\"zh-CN\">{}</cite> ", html(basis));
    pending_ += "</p>\n";
  }

  void write_overview(const RunSummary& summary) {
    print(
        "<section id=\"overview\" aria-labelledby=\"overview-title\">\n<h2 id=\"overview-title\">{}</h2>\n<p "
        "class=\"sum\">",
        say("总览", "Overview"));
    for (const TotalPiece& piece : totals_line(summary, run_.language)) write_total(piece);
    pending_ += "</p>\n";
    print(
        "<div id=\"matrix\" data-caption=\"{}\" data-organ=\"{}\" data-unreadable=\"{}\" data-more=\"{}\" "
        "data-clean=\"{}\" "
        "data-e=\"{}\" data-w=\"{}\" data-i=\"{}\"></div>\n",
        say("机关与规则，问题多的在前", "Organs and rules, the worst first"), say("机关、文件", "Organ, file"),
        say("无法读取", "unreadable"), say("再列 {n} 个", "{n} more"),
        say("没有发现问题的文件：{n} 个", "Nothing found in {n} files"), severity_word(Severity::error),
        severity_word(Severity::warning), severity_word(Severity::info));
    if (!used_.empty()) {
      print("<details class=\"rules\" open>\n<summary><h3>{}</h3></summary>\n<dl>\n", say("规则", "Rules"));
      for (const std::size_t index : used_) write_rule_entry(index, summary);
      pending_ += "</dl>\n</details>\n";
    }
    pending_ += "</section>\n";
  }

  void write_total(const TotalPiece& piece) {
    const std::optional<Severity> severity = piece.kind == TotalKind::errors     ? std::optional(Severity::error)
                                             : piece.kind == TotalKind::warnings ? std::optional(Severity::warning)
                                             : piece.kind == TotalKind::infos    ? std::optional(Severity::info)
                                                                                 : std::nullopt;
    if (severity) {
      print(R"(<span class="sev {}">{} {}</span>)", html_severity(*severity), html_sign(*severity), html(piece.text));
    } else {
      append_html(pending_, piece.text);
    }
  }

  void write_rule_entry(std::size_t index, const RunSummary& summary) {
    const RuleInfo& info = run_.rules[index];
    const auto found = summary.by_rule.find(info.id);
    print("<dt id=\"r{}\"><code>{}</code> {} <span class=\"times\">{}</span></dt>\n<dd>", index, html(info.id),
          html(info.title.in(run_.language)),
          count(found == summary.by_rule.end() ? 0 : found->second, "处", "finding"));
    write_details(info);
    pending_ += "</dd>\n";
  }

  void hand_over() {
    out_ << pending_;
    pending_.clear();
  }

  std::ostream& out_;
  std::string pending_;  ///< of the file at hand
  RunInfo run_;
  std::map<std::string, std::size_t> rules_;  ///< id → index into run_.rules
  std::set<std::size_t> used_;                ///< those that said something
  std::size_t files_ = 0;
  std::string prefix_;                            ///< of the ids of the file at hand
  std::map<std::string, std::size_t> explained_;  ///< rule → the finding of that file that its help stands below
};

}  // namespace

std::unique_ptr<Reporter> make_html_reporter(std::ostream& out, const ReporterOptions& /*options*/) {
  return std::make_unique<HtmlReporter>(out);
}

}  // namespace gialint
