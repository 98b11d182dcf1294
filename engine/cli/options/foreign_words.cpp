#include "engine/cli/options/foreign_words.hpp"

#include <array>
#include <utility>

namespace gialint {

std::string_view own_words_for(std::string_view foreign) {
  static constexpr auto words = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"--disable", "--ignore"},
      {"--enable", "--select"},
      {"--error-on-warnings", "--fail-on warning"},
      {"--exit-zero", "--fail-on never"},
      {"--explain", "gialint explain"},
      {"--extend-ignore", "--ignore"},
      {"--extend-select", "--select"},
      {"--fix", "gialint fix"},
      {"--fix-dry-run", "gialint fix --diff"},
      {"--fix-only", "gialint fix"},
      {"--diff", "gialint fix --diff"},
      {"--init", "gialint init"},
      {"--list-rules", "gialint rules"},
      {"--no-config", "--isolated"},
      {"--no-exit", "--fail-on never"},
      {"--out", "--output"},
      {"--output-file", "--output"},
      {"--output-format", "--format"},
      {"--print-config", "gialint config"},
      {"--reporter", "--format"},
      {"--rule", "--only"},
      {"--rules", "gialint rules"},
      {"--rulesdir", "--rules-dir"},
      {"--show-settings", "gialint config"},
      {"--silent", "--quiet"},
      {"--statistics", "--format summary"},
      {"--stats", "--format summary"},
      {"--stdin", "-"},
      {"--stdin-filepath", "--stdin-filename"},
      {"--strict", "--preset strict"},
      {"--threads", "--jobs"},
      {"--unsafe-fixes", "gialint fix --unsafe"},
      {"--warnings-as-errors", "--fail-on warning"},
      {"-V", "gialint version"},
      {"-v", "gialint version"},
      {"diff", "gialint fix --diff"},
      {"format", "gialint fix"},
      {"lint", "gialint check"},
      {"list", "gialint rules"},
      {"rule", "gialint explain"},
      {"run", "gialint check"},
      {"scan", "gialint check"},
      {"server", "gialint lsp"},
      {"validate", "gialint check"},
  });
  for (const auto& [theirs, ours] : words) {
    if (theirs == foreign) return ours;
  }
  return {};
}

}  // namespace gialint
