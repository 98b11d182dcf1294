#include "engine/cli/options/options.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "engine/cli/console/locale_language.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/foreign_words.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {

namespace messages {

constexpr Sentence unknown_option("没有选项 {}{}", "there is no option {}{}");
constexpr Sentence unknown_word("没有命令 {}，也没有这个文件{}", "there is no command or file {}{}");
constexpr Sentence own_words("；在 gialint 里是 {}", "; in gialint it is {}");
constexpr Sentence see_help("用法见 gialint {}--help", "for the usage see gialint {}--help");
constexpr Sentence option_needs_value("选项 {} 后面要有一个值", "the option {} needs a value");
constexpr Sentence wrong_usage("用法不对：{}", "wrong usage: {}");
constexpr Sentence unknown_choice("{} 的值不能是“{}”{}可以是：{}", "{} cannot be '{}'{} It can be: {}");
constexpr Sentence not_a_number("{} 要的是 {} 到 {} 之间的整数，不能是“{}”",
                                "{} takes a whole number from {} to {}, not '{}'");
constexpr Sentence output_twice("两个 --output 写进同一个文件：{}", "two --output write to the same file: {}");

}  // namespace messages

namespace {

// The values given to each option, by its name; a flag has one empty value.
using Values = std::map<std::string, std::vector<std::string>>;

std::vector<std::string> split_list(const std::vector<std::string>& lists) {
  std::vector<std::string> items;
  for (const std::string& list : lists) {
    std::size_t from = 0;
    while (from <= list.size()) {
      const std::size_t comma = std::min(list.find(',', from), list.size());
      const std::string_view item = trim(std::string_view(list).substr(from, comma - from));
      if (!item.empty()) items.emplace_back(item);
      from = comma + 1;
    }
  }
  return items;
}

const OptionEntry* find_option(const std::vector<OptionEntry>& options, std::string_view name) {
  const auto found = std::find_if(options.begin(), options.end(), [&](const OptionEntry& option) {
    return option.name == name || (!option.short_name.empty() && option.short_name == name);
  });
  return found == options.end() ? nullptr : &*found;
}

// Whether the word behind `word` is its value, whatever the command.
bool takes_value(const CommandTable& commands, std::string_view word) {
  return std::any_of(commands.begin(), commands.end(), [&](const Command* command) {
    const std::vector<OptionEntry> options = options_of(*command);
    const OptionEntry* option = find_option(options, word);
    return option != nullptr && !option->is_flag();
  });
}

// The first word that is neither an option nor an option's value, where a command may stand; the end when there is
// none.
std::vector<std::string>::iterator first_word(std::vector<std::string>& arguments, const CommandTable& commands) {
  for (auto word = arguments.begin(); word != arguments.end() && *word != "--"; ++word) {
    if (word->size() <= 1 || word->front() != '-') return word;
    if (takes_value(commands, *word) && ++word == arguments.end()) break;
  }
  return arguments.end();
}

// What to say of a word in a command's place that is neither a command nor a file, but looks like one that somebody
// meant; empty otherwise.
std::string wrong_command(const std::string& word, const CommandTable& commands, Language language) {
  const bool is_plain =
      std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
  std::error_code error;
  if (!is_plain || word == "-" || std::filesystem::exists(word, error)) return {};
  const std::vector<std::string> names = command_names(commands);
  const std::string_view near = nearest_name(word, names);
  if (const std::string_view own = own_words_for(word); !own.empty())
    return say(messages::unknown_word, language, word, say(messages::own_words, language, own));
  if (near.empty()) return {};
  return say(messages::unknown_word, language, word, say(messages::did_you_mean, language, near));
}

// The language to complain in, before anything else is known.
Language complaint_language(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    std::string_view value;
    if (arguments[i].rfind("--lang=", 0) == 0) value = std::string_view(arguments[i]).substr(7);
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) value = arguments[i + 1];
    if (!value.empty()) return value == "en" ? Language::en : Language::zh;
  }
  return locale_language();
}

// Turns the words that options were given into values; the first one that cannot be is the error.
class Reader {
 public:
  /// Both outlive it.
  Reader(const Values& values, const std::vector<OptionEntry>& options, Language language)
      : values_(&values), options_(&options), language_(language) {}

  [[nodiscard]] const std::optional<std::string>& error() const { return error_; }

  [[nodiscard]] bool flag(const std::string& name) const { return values_->count(name) != 0; }

  // Of several, the last.
  [[nodiscard]] std::optional<std::string> word(const std::string& name) const {
    const auto found = values_->find(name);
    if (found == values_->end() || found->second.empty()) return std::nullopt;
    return found->second.back();
  }

  [[nodiscard]] std::vector<std::string> words(const std::string& name) const {
    const auto found = values_->find(name);
    return found == values_->end() ? std::vector<std::string>() : found->second;
  }

  // The words that the option takes.
  [[nodiscard]] std::vector<std::string> choices_of(const std::string& name) const {
    const OptionEntry* option = find_option(*options_, name);
    return option == nullptr ? std::vector<std::string>() : option->words;
  }

  // Whether the option takes a file with the format that is written to it.
  [[nodiscard]] bool takes_outputs(const std::string& name) const {
    const OptionEntry* option = find_option(*options_, name);
    return option != nullptr && option->kind == Expected::outputs;
  }

  // The number of the word among those that the option takes.
  std::optional<std::size_t> choice(const std::string& name) {
    const std::optional<std::string> value = word(name);
    if (!value) return std::nullopt;
    const std::vector<std::string> choices = choices_of(name);
    const auto found = std::find(choices.begin(), choices.end(), *value);
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    refuse(name, *value, choices);
    return std::nullopt;
  }

  std::optional<std::uint64_t> number(const std::string& name, std::uint64_t min, std::uint64_t max) {
    const std::optional<std::string> value = word(name);
    if (!value) return std::nullopt;
    std::uint64_t number = 0;
    const auto [end, status] = std::from_chars(value->data(), value->data() + value->size(), number);
    if (status == std::errc() && end == value->data() + value->size() && number >= min && number <= max) return number;
    set_error(say(messages::not_a_number, language_, name, std::to_string(min), std::to_string(max), *value));
    return std::nullopt;
  }

  void refuse(const std::string& name, const std::string& value, const std::vector<std::string>& choices) {
    const std::string_view near = nearest_name(value, choices);
    const std::string hint =
        near.empty() ? (language_ == Language::zh ? "；" : ".") : say(messages::did_you_mean, language_, near);
    set_error(say(messages::unknown_choice, language_, name, value, hint, fmt::format("{}", fmt::join(choices, ", "))));
  }

  void want_value(const std::string& name) { set_error(say(messages::option_needs_value, language_, name)); }
  void refuse_both(const std::string& one, const std::string& other) {
    set_error(say(messages::option_not_with, language_, one, other));
  }
  void refuse_twice(const std::string& file) { set_error(say(messages::output_twice, language_, file)); }

 private:
  void set_error(std::string error) {
    if (!error_) error_ = std::move(error);
  }

  const Values* values_;
  const std::vector<OptionEntry>* options_;
  Language language_;
  std::optional<std::string> error_;
};

void read_outputs(const std::vector<std::string>& formats, Reader& reader, Options& options) {
  if (!reader.takes_outputs("--output")) {
    options.output = reader.word("--output");
    return;
  }
  std::vector<std::string> files;
  for (const std::string& value : reader.words("--output")) {
    FileOutput output = read_output(value);
    if (output.file.empty()) return reader.want_value("--output");
    files.push_back(output.file);
    if (output.format.empty()) {
      if (options.output) return reader.refuse_both("--output " + *options.output, "--output " + value);
      options.output = output.file;
    } else if (std::find(formats.begin(), formats.end(), output.format) == formats.end()) {
      return reader.refuse("--output", output.format, formats);
    } else {
      options.outputs.push_back(std::move(output));
    }
  }
  if (const auto twice = file_named_twice(files)) reader.refuse_twice(*twice);
}

Options to_options(const Command& command, Reader& reader) {
  Options options;
  options.command = &command;
  options.help = reader.flag("--help");
  if (const auto lang = reader.choice("--lang")) options.language = *lang == 0 ? Language::zh : Language::en;
  const std::vector<std::string> formats = reader.choices_of("--format");
  if (const auto format = reader.choice("--format")) options.format = formats[*format];
  read_outputs(formats, reader, options);
  if (options.format.empty() && options.output) {
    const std::string_view meant = format_of_ending(*options.output);
    if (std::find(formats.begin(), formats.end(), meant) != formats.end()) options.format = meant;
  }
  options.selection.select = split_list(reader.words("--select"));
  options.selection.ignore = split_list(reader.words("--ignore"));
  options.selection.only = split_list(reader.words("--only"));
  const std::vector<std::string> levels = reader.choices_of("--fail-on");
  if (const auto level = reader.choice("--fail-on")) {
    options.never_fail = levels[*level] == "never";
    options.fail_on = severity_named(levels[*level]);
  }
  options.max_warnings = reader.number("--max-warnings", 0, 1'000'000'000);
  options.quiet = reader.flag("--quiet");
  options.show_files = reader.flag("--show-files");
  options.timing = reader.flag("--timing");
  options.config = reader.word("--config");
  options.isolated = reader.flag("--isolated");
  options.trust = reader.flag("--trust");
  options.preset = reader.word("--preset");
  options.exclude = reader.words("--exclude");
  options.follow = reader.flag("--follow");
  if (const auto size = reader.number("--max-size", 1, 1024)) options.max_bytes = *size << 20U;
  options.stdin_filename = reader.word("--stdin-filename");
  options.previous = reader.word("--previous");
  const std::vector<std::string> inputs = reader.choices_of("--input-format");
  if (const auto input = reader.choice("--input-format")) options.input_format = format_named(inputs[*input]);
  if (const std::optional<std::string> encoding = reader.word("--encoding")) {
    options.encoding = encoding_named(*encoding);
    if (!options.encoding) reader.refuse("--encoding", *encoding, reader.choices_of("--encoding"));
  }
  static constexpr ColumnUnit units[] = {ColumnUnit::code_point, ColumnUnit::utf8, ColumnUnit::utf16,
                                         ColumnUnit::display};
  if (const auto unit = reader.choice("--column-unit")) options.column_unit = units[*unit];
  if (const auto width = reader.choice("--ambiguous-width")) options.ambiguous_width = *width == 0 ? 1 : 2;
  static constexpr ColorChoice colors[] = {ColorChoice::automatic, ColorChoice::always, ColorChoice::never};
  if (const auto color = reader.choice("--color")) options.color = colors[*color];
  if (const auto jobs = reader.number("--jobs", 1, 256)) options.jobs = static_cast<unsigned>(*jobs);
  options.convert_with = reader.word("--convert-with");
  options.rules_dir = reader.word("--rules-dir");
  options.files_from = reader.words("--files-from");
  options.no_suppress = reader.flag("--no-suppress");
  options.baseline = reader.word("--baseline");
  options.no_baseline = reader.flag("--no-baseline");
  options.strict_baseline = reader.flag("--strict-baseline");
  options.prune = reader.flag("--prune");
  options.reason = reader.word("--reason");
  options.check = reader.flag("--check");
  options.unsafe = reader.flag("--unsafe");
  options.in_place = reader.flag("--in-place");
  options.remove = reader.flag("--remove");
  options.diff = reader.flag("--diff");
  options.schema = reader.flag("--schema");
  options.tables = reader.flag("--tables");
  options.claims = reader.flag("--claims");
  options.full = reader.flag("--full");
  options.byte_order_mark = reader.flag("--bom");
  options.update = reader.flag("--update");
  options.filter = reader.word("--filter").value_or("");
  options.strict_coverage = reader.flag("--strict-coverage");
  options.coverage = options.strict_coverage || reader.flag("--coverage");
  options.watch = reader.flag("--watch");
  options.dir = reader.word("--dir");
  return options;
}

std::optional<Bilingual> wrong_arguments(const Options& options) {
  const Arguments& wanted = options.command->arguments;
  const std::size_t given = options.arguments.size();
  if (given > wanted.most) return messages::too_many_paths.with(options.arguments[wanted.most]);
  if (given < wanted.least) return messages::missing_argument.with(wanted.names[given]);
  return std::nullopt;
}

// CLI11's own words for what it refuses start with the option's name.
std::string option_in(const std::string& complaint) { return complaint.substr(0, complaint.find_first_of(": ")); }

}  // namespace

std::variant<Options, UsageError> read_options(const std::vector<std::string>& arguments,
                                               const CommandTable& commands) {
  const Language language = complaint_language(arguments);
  std::vector<std::string> words = arguments;
  const auto options_end = std::find(words.begin(), words.end(), "--");
  if (std::find(words.begin(), options_end, "--version") != options_end) {
    Options version;
    version.command = find_command(commands, "version");
    version.language = language;
    return version;
  }
  const auto word = first_word(words, commands);
  const Command* const given = word == words.end() ? nullptr : find_command(commands, *word);
  const Command& command = given != nullptr ? *given : *commands.front();
  const auto error = [&](std::string message) {
    const std::string of = &command == commands.front() ? "" : std::string(command.name) + " ";
    return UsageError{language, std::move(message), say(messages::see_help, language, of)};
  };

  if (given != nullptr) {
    words.erase(word);
  } else if (word != words.end()) {
    std::string wrong = wrong_command(*word, commands, language);
    if (!wrong.empty()) return error(std::move(wrong));
  }

  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  Values values;
  std::vector<std::string> paths;
  std::vector<std::pair<std::string, CLI::Option*>> flags;
  std::vector<std::string> known;
  const std::vector<OptionEntry> entries = options_of(command);
  for (const OptionEntry& entry : entries) {
    known.emplace_back(entry.name);
    std::string names(entry.name);
    if (!entry.short_name.empty()) names += "," + std::string(entry.short_name);
    if (entry.is_flag()) {
      flags.emplace_back(entry.name, app.add_flag(names));
    } else {
      app.add_option(names, values[std::string(entry.name)])->allow_extra_args(false);
    }
  }
  app.add_option("arguments", paths);
  try {
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    app.parse(std::move(reversed));
  } catch (const CLI::ArgumentMismatch& mismatch) {
    return error(say(messages::option_needs_value, language, option_in(mismatch.what())));
  } catch (const CLI::Error& other) {
    return error(say(messages::wrong_usage, language, other.what()));
  }
  for (const auto& [name, option] : flags) {
    if (option->count() > 0) values[name] = {""};
  }

  Reader reader(values, entries, language);
  Options options = to_options(command, reader);
  options.command_given = given != nullptr;
  options.arguments = std::move(paths);
  if (options.help) return options;
  for (const std::string& extra : app.remaining()) {
    if (extra.size() > 1 && extra[0] == '-' && extra != "--") {
      const std::string name = extra.substr(0, extra.find('='));
      const std::string_view own = own_words_for(name);
      const std::string_view near = nearest_name(name, known);
      return error(say(messages::unknown_option, language, name,
                       !own.empty()    ? say(messages::own_words, language, own)
                       : !near.empty() ? say(messages::did_you_mean, language, near)
                                       : std::string()));
    }
  }
  if (reader.error()) return error(*reader.error());
  if (command.refuse != nullptr) {
    if (const std::optional<Bilingual> refused = command.refuse(options)) return error(refused->in(language));
  }
  if (const std::optional<Bilingual> wrong = wrong_arguments(options)) return error(wrong->in(language));
  return options;
}

}  // namespace gialint
