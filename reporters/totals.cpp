#include "reporters/totals.hpp"

#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace gialint {
namespace {

class TotalsLine {
 public:
  explicit TotalsLine(Language language) : language_(language) {}

  [[nodiscard]] std::string counted(std::uint64_t number, std::string_view zh, std::string_view one,
                                    std::string_view many) const {
    return language_ == Language::zh ? fmt::format("{} {}", number, zh)
                                     : fmt::format("{} {}", number, number == 1 ? one : many);
  }

  void say(std::string_view zh, std::string_view en) {
    pieces.push_back({std::string(language_ == Language::zh ? zh : en), TotalKind::plain});
  }

  void count(TotalKind kind, std::uint64_t number, std::string_view zh, std::string_view one, std::string_view many) {
    pieces.push_back({counted(number, zh, one, many), number > 0 ? kind : TotalKind::plain});
  }

  /// What is worth a word only when there is some.
  void count_if_any(TotalKind kind, std::uint64_t number, std::string_view zh, std::string_view one,
                    std::string_view many) {
    if (number == 0) return;
    say("；", "; ");
    count(kind, number, zh, one, many);
  }

  std::vector<TotalPiece> pieces;

 private:
  Language language_;
};

}  // namespace

std::vector<TotalPiece> totals_line(const RunSummary& summary, Language language) {
  TotalsLine line(language);
  const std::string files = line.counted(summary.files, "个文件", "file", "files");
  if (summary.errors + summary.warnings + summary.infos == 0) {
    line.say(fmt::format("共检查 {}，没有发现问题", files), "nothing found in " + files);
  } else {
    line.say(fmt::format("共检查 {}：", files), files + ": ");
    line.count(TotalKind::errors, summary.errors, "个错误", "error", "errors");
    line.say("，", ", ");
    line.count(TotalKind::warnings, summary.warnings, "个警告", "warning", "warnings");
    line.say("，", ", ");
    line.count(TotalKind::infos, summary.infos, "个提示", "info", "infos");
  }
  line.count_if_any(TotalKind::plain, summary.suppressed, "处按配置不计", "suppressed", "suppressed");
  line.count_if_any(TotalKind::plain, summary.known, "处已在基线中", "in the baseline", "in the baseline");
  line.count_if_any(TotalKind::failures, summary.unreadable, "个文件未能读取", "file could not be read",
                    "files could not be read");
  line.count_if_any(TotalKind::failures, summary.rule_failures, "次规则运行出错", "rule failure", "rule failures");
  return std::move(line.pieces);
}

}  // namespace gialint
