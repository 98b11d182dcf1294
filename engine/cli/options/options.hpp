#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/cli/console/terminal.hpp"
#include "engine/cli/options/output_option.hpp"
#include "engine/config/config.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "engine/readers/reader.hpp"
#include "engine/text/language.hpp"
#include "engine/text/line_index.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

struct Command;

/// What the command line says. An option that its command does not take is at its default.
struct Options {
  const Command* command = nullptr;    ///< null: that of options put together by hand
  bool command_given = false;          ///< rather than left out
  bool help = false;                   ///< --help: of this command
  std::vector<std::string> arguments;  ///< paths, rule ids
  std::optional<Language> language;    ///< --lang

  std::string format;                 ///< --format; empty: as the command does by default
  std::optional<std::string> output;  ///< --output FILE
  std::vector<FileOutput> outputs;    ///< --output FORMAT=FILE
  Selection selection;                ///< --select, --ignore, --only
  std::optional<Severity> fail_on;    ///< --fail-on
  bool never_fail = false;            ///< --fail-on never
  std::optional<std::uint64_t> max_warnings;
  bool quiet = false;
  bool show_files = false;  ///< check --show-files
  bool timing = false;
  std::optional<std::string> config;
  bool isolated = false;
  bool trust = false;  ///< --trust
  std::optional<std::string> preset;
  std::vector<std::string> exclude;
  bool follow = false;                     ///< --follow
  std::optional<std::uint64_t> max_bytes;  ///< --max-size, in bytes
  std::optional<std::string> stdin_filename;
  std::optional<std::string> previous;  ///< --previous
  std::optional<Format> input_format;
  std::optional<Encoding> encoding;
  std::optional<std::string> convert_with;  ///< --convert-with
  ColumnUnit column_unit = ColumnUnit::code_point;
  int ambiguous_width = 1;
  ColorChoice color = ColorChoice::automatic;
  unsigned jobs = 0;  ///< 0: as many as there are cores
  std::optional<std::string> rules_dir;
  std::vector<std::string> files_from;  ///< --files-from
  bool no_suppress = false;             ///< --no-suppress
  std::optional<std::string> baseline;  ///< --baseline
  bool no_baseline = false;             ///< --no-baseline
  bool strict_baseline = false;         ///< --strict-baseline
  bool prune = false;                   ///< baseline --prune
  std::optional<std::string> reason;    ///< baseline --reason
  bool check = false;                   ///< docs --check, rules --check, baseline --check, fix --check
  bool unsafe = false;                  ///< fix --unsafe
  bool in_place = false;                ///< comment --in-place
  bool remove = false;                  ///< comment --remove
  bool diff = false;                    ///< fix --diff
  bool schema = false;                  ///< config --schema
  bool tables = false;                  ///< model --tables
  bool claims = false;                  ///< model --claims
  bool full = false;                    ///< model --tables --full
  bool byte_order_mark = false;         ///< extract --bom
  bool update = false;                  ///< test --update, baseline --update
  std::string filter;                   ///< test --filter
  bool coverage = false;                ///< test --coverage, and with --strict-coverage
  bool strict_coverage = false;         ///< test --strict-coverage
  bool watch = false;                   ///< check --watch, test --watch
  std::optional<std::string> dir;       ///< new --dir
};

/// What is wrong with a command line, as sentences for the user.
struct UsageError {
  Language language = Language::zh;
  std::string message;
  std::string hint;  ///< where the usage stands
};

/// Reads the arguments after the program's name, for one of `commands`.
std::variant<Options, UsageError> read_options(const std::vector<std::string>& arguments,
                                               const std::vector<const Command*>& commands);

/// The help for one of `commands`; for the whole program without one.
std::string help_text(const Command* command, const std::vector<const Command*>& commands, Language language);

}  // namespace gialint
