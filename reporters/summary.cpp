#include <algorithm>
#include <cstddef>
#include <map>
#include <ostream>
#include <tuple>
#include <utility>

#include "engine/text/display.hpp"
#include "reporters/formats.hpp"
#include "reporters/places.hpp"
#include "reporters/totals.hpp"

namespace gialint {
namespace {

/// A page shows the worst of the files and bodies; who needs all takes a machine format.
constexpr std::size_t longest_list = 20;
constexpr int longest_name = 60;
constexpr int number_width = 6;

struct Counts {
  std::uint64_t errors = 0;
  std::uint64_t warnings = 0;
  std::uint64_t infos = 0;

  void add(Severity severity) {
    ++(severity == Severity::error ? errors : severity == Severity::warning ? warnings : infos);
  }
};

using Tally = std::map<std::string, Counts>;

/// The worst first, equal ones by name.
std::vector<std::pair<std::string, Counts>> worst_first(const Tally& tally) {
  std::vector<std::pair<std::string, Counts>> rows(tally.begin(), tally.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    const auto badness = [](const Counts& counts) { return std::tie(counts.errors, counts.warnings, counts.infos); };
    return badness(a.second) > badness(b.second);
  });
  return rows;
}

/// Counts by rule, by file and by body, for people who want to know where to begin.
class SummaryReporter final : public Reporter {
 public:
  SummaryReporter(std::ostream& out, const ReporterOptions& options) : out_(out), options_(options) {}

  void begin(const RunInfo& run) override {
    language_ = run.language;
    for (const RuleInfo& rule : run.rules) titles_[rule.id] = rule.title.in(language_);
  }

  void file(const FileResult& result) override {
    if (result.previous) (result.previous->empty() ? alone_ : paired_).emplace_back(result.path, *result.previous);
    if (result.diagnostics.empty()) return;
    Counts& of_file = files_[result.path];
    Counts* of_organ = result.organ.empty() ? nullptr : &organs_[result.organ];
    for (const Diagnostic& diagnostic : result.diagnostics) {
      of_file.add(diagnostic.severity);
      rules_[diagnostic.rule].add(diagnostic.severity);
      if (of_organ != nullptr) of_organ->add(diagnostic.severity);
    }
  }

  void end(const RunSummary& summary) override {
    for (const TotalPiece& piece : totals_line(summary, language_)) out_ << piece.text;
    out_ << '\n';
    add_table({"规则", "rule"}, rules_, rules_.size());
    add_table({"文件", "file"}, files_, longest_list);
    add_table({"机关", "organ"}, organs_, longest_list);
    add_pairs();
    out_.flush();
  }

 private:
  void add_table(const Bilingual& name, const Tally& tally, std::size_t most) {
    if (tally.empty()) return;
    const std::vector<std::pair<std::string, Counts>> rows = worst_first(tally);
    const std::size_t shown = std::min(most, rows.size());
    int width = display_width(name.in(language_), options_.ambiguous_width);
    for (std::size_t i = 0; i < shown; ++i)
      width = std::max(width, display_width(label(rows[i].first), options_.ambiguous_width));
    out_ << '\n' << left(name.in(language_), width);
    for (const Bilingual& heading : {Bilingual{"错误", "error"}, {"警告", "warn"}, {"提示", "info"}})
      out_ << right(heading.in(language_));
    out_ << '\n';
    for (std::size_t i = 0; i < shown; ++i) {
      const Counts& counts = rows[i].second;
      out_ << left(label(rows[i].first), width);
      for (const std::uint64_t number : {counts.errors, counts.warnings, counts.infos})
        out_ << right(std::to_string(number));
      const auto title = titles_.find(rows[i].first);
      if (title != titles_.end() && !title->second.empty()) out_ << "  " << printable(title->second);
      out_ << '\n';
    }
    if (shown < rows.size()) write_others(rows.size());
  }

  /// Which report was compared with which as last year's, and which with none.
  void add_pairs() {
    if (paired_.empty() && alone_.empty()) return;
    const bool zh = language_ == Language::zh;
    const auto print_rows = [&](const char* heading, const auto& rows, const char* arrow) {
      out_ << '\n' << heading << right(std::to_string(rows.size())) << '\n';
      for (std::size_t i = 0; i < std::min(longest_list, rows.size()); ++i)
        out_ << label(rows[i].first) << arrow << label(rows[i].second) << '\n';
      write_others(rows.size());
    };
    if (!paired_.empty())
      print_rows(zh ? "与上年年报比较过" : "compared with the report for the year before", paired_, "  ←  ");
    if (!alone_.empty()) print_rows(zh ? "没有上年年报" : "no report for the year before", alone_, "");
  }

  void write_others(std::size_t rows) {
    if (rows <= longest_list) return;
    const std::string others = std::to_string(rows - longest_list);
    out_ << (language_ == Language::zh ? "……另有 " + others + " 个" : "… and " + others + " more") << '\n';
  }

  /// A name on one line and not too long for the columns behind it.
  [[nodiscard]] std::string label(const std::string& name) const {
    return elide_middle(printable(name), longest_name, options_.ambiguous_width);
  }
  [[nodiscard]] std::string left(const std::string& text, int width) const {
    return pad_right(text, width, options_.ambiguous_width);
  }
  [[nodiscard]] std::string right(const std::string& text) const {
    return pad_left(text, number_width, options_.ambiguous_width);
  }

  std::ostream& out_;
  ReporterOptions options_;
  Language language_ = Language::zh;
  std::map<std::string, std::string> titles_;  ///< of rules, by id
  Tally rules_;
  Tally files_;  ///< those with diagnostics
  Tally organs_;
  std::vector<std::pair<std::string, std::string>> paired_;  ///< the report, and last year's
  std::vector<std::pair<std::string, std::string>> alone_;   ///< those without; the second is empty
};

}  // namespace

std::unique_ptr<Reporter> make_summary_reporter(std::ostream& out, const ReporterOptions& options) {
  return std::make_unique<SummaryReporter>(out, options);
}

}  // namespace gialint
