#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "engine/text/language.hpp"

namespace gialint {

/// Where an option stands in the help.
enum class OptionGroup { rules, verdict, files, input, output, general };

/// What is expected where a value or an argument stands.
enum class Expected {
  nothing,
  text,     ///< anything: nobody can complete it
  number,   ///< a whole number
  words,    ///< one of a few
  files,    ///< a file, or a folder where the command takes both
  outputs,  ///< a file, or FORMAT=FILE
  folders,  ///< a folder
  rule,     ///< the id of a rule
  rules,    ///< ids and categories, comma separated
};

/// One option as the help shows it, the parser takes it and a shell completes it.
struct OptionEntry {
  std::string_view name;              ///< "--format"
  std::string_view short_name;        ///< "-f", or empty
  Bilingual value;                    ///< "格式": what the help calls its value; empty: a flag
  Expected kind = Expected::nothing;  ///< of the value; `nothing`: a flag
  std::vector<std::string> words;     ///< those it takes, when that is all it takes
  OptionGroup group = OptionGroup::general;
  Bilingual help;

  [[nodiscard]] bool is_flag() const { return kind == Expected::nothing; }
};

/// The options that several commands take in the same way. What one command alone takes stands with it.
namespace option {

/// An option without a value, long name only.
OptionEntry flag(std::string_view name, OptionGroup group, Bilingual help);

OptionEntry select();
OptionEntry ignore();
OptionEntry only();
OptionEntry config();
OptionEntry preset();
OptionEntry isolated();
OptionEntry trust();
OptionEntry rules_dir();
OptionEntry fail_on();
OptionEntry max_warnings();
OptionEntry no_suppress();
OptionEntry baseline();
OptionEntry no_baseline();
OptionEntry files_from();
OptionEntry exclude();
OptionEntry follow();
OptionEntry max_size();
OptionEntry stdin_filename();
OptionEntry previous();
OptionEntry jobs();
OptionEntry input_format();
OptionEntry encoding();
OptionEntry convert_with();
OptionEntry report_format();
OptionEntry report_output();
OptionEntry output();
OptionEntry quiet();
OptionEntry column_unit();
OptionEntry ambiguous_width();
OptionEntry color();

/// Which rules there are and which of them run, with what settings.
std::vector<OptionEntry> choosing_rules();
/// From which diagnostics on a run fails.
std::vector<OptionEntry> failing();
/// What becomes of diagnostics that somebody knows of.
std::vector<OptionEntry> known_diagnostics();
/// Which files are read, and how.
std::vector<OptionEntry> choosing_files();

}  // namespace option

/// Options and lists of them, one after the other.
template <class... Parts>
std::vector<OptionEntry> option_list(const Parts&... parts) {
  std::vector<OptionEntry> all;
  const auto add = [&](const auto& part) {
    if constexpr (std::is_same_v<std::decay_t<decltype(part)>, OptionEntry>) {
      all.push_back(part);
    } else {
      all.insert(all.end(), part.begin(), part.end());
    }
  };
  (add(parts), ...);
  return all;
}

/// What every command takes.
const std::vector<OptionEntry>& common_options();

/// The heading of a group of options.
const std::string& group_title(OptionGroup group, Language language);

}  // namespace gialint
