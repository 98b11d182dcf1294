#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <variant>
#include <vector>

#include "engine/cli/authoring/commands.hpp"
#include "engine/cli/commands/commands.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/options/options.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/text/normalize.hpp"

namespace gialint {

namespace messages {

constexpr Sentence unknown_command("没有命令 {}{}", "there is no command {}{}");
constexpr Sentence internal_error("程序内部错误：{}", "internal error: {}");
constexpr Sentence out_of_memory("内存不足", "out of memory");

}  // namespace messages

namespace {

Status help(const Options& options) {
  const Language language = language_of(options);
  if (options.arguments.empty()) return print(help_text(std::nullopt, language), language);
  const std::string& name = options.arguments.front();
  if (const std::optional<Command> command = command_named(name)) return print(help_text(command, language), language);
  const std::vector<std::string> names = command_names();
  const std::string_view near = nearest_name(name, names);
  complain(say(messages::unknown_command, language, name,
               near.empty() ? std::string() : say(messages::did_you_mean, language, near)));
  return Status::failed;
}

Status run(const std::vector<std::string>& arguments) {
  const std::variant<Options, UsageError> read = read_options(arguments);
  if (const auto* error = std::get_if<UsageError>(&read)) {
    complain(error->message);
    complain(error->hint);
    return Status::failed;
  }
  const auto& options = std::get<Options>(read);
  if (options.help) {
    const bool whole = !options.command_given;
    return print(help_text(whole ? std::nullopt : std::optional(options.command), language_of(options)),
                 language_of(options));
  }
  switch (options.command) {
    case Command::check:
      return run_check(options);
    case Command::fix:
      return run_fix(options);
    case Command::baseline:
      return run_baseline(options);
    case Command::rules:
      return run_rules(options);
    case Command::explain:
      return run_explain(options);
    case Command::docs:
      return run_docs(options);
    case Command::config:
      return run_config(options);
    case Command::plugin:
      return run_plugin(options);
    case Command::extract:
      return run_extract(options);
    case Command::model:
      return run_model(options);
    case Command::init:
      return run_init(options);
    case Command::test:
      return run_test(options);
    case Command::create:
      return run_new(options);
    case Command::api:
      return run_api(options);
    case Command::completion:
      return run_completion(options);
    case Command::man:
      return run_man(options);
    case Command::version:
      return run_version(options);
    case Command::help:
      return help(options);
  }
  return Status::failed;
}

}  // namespace
}  // namespace gialint

int main(int count, char** words) {
  // A reader who went away shows as a failed write, which ends the run in order.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return static_cast<int>(gialint::run({words + 1, words + count}));
  } catch (const std::bad_alloc&) {
    gialint::complain(gialint::say(gialint::messages::out_of_memory, gialint::Language::zh));
  } catch (const std::exception& error) {
    gialint::complain(gialint::say(gialint::messages::internal_error, gialint::Language::zh, error.what()));
  }
  return static_cast<int>(gialint::Status::failed);
}
