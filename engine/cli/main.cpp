#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <variant>
#include <vector>

#include "engine/cli/commands/command_table.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/options/options.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/files/descriptor.hpp"
#include "engine/files/end_request.hpp"

namespace gialint {

namespace messages {

constexpr Sentence internal_error("程序内部错误：{}", "internal error: {}");
constexpr Sentence out_of_memory("内存不足", "out of memory");

}  // namespace messages

namespace {

Status run(const std::vector<std::string>& arguments) {
  const std::variant<Options, UsageError> read = read_options(arguments, command_table());
  if (const auto* error = std::get_if<UsageError>(&read)) {
    complain(error->message);
    complain(error->hint);
    return Status::failed;
  }
  const auto& options = std::get<Options>(read);
  if (options.help) {
    const bool whole = !options.command_given;
    return print(help_text(whole ? nullptr : options.command, command_table(), language_of(options)),
                 language_of(options));
  }
  return options.command->run(options);
}

}  // namespace
}  // namespace gialint

int main(int count, char** words) {
  if (!gialint::occupy_standard_streams()) return static_cast<int>(gialint::Status::failed);
  // A reader who went away shows as a failed write, which ends the run in order.
  std::signal(SIGPIPE, SIG_IGN);
  // As does a file that grew larger than the system lets it.
  std::signal(SIGXFSZ, SIG_IGN);
  const gialint::EndRequest end_request;
  try {
    return static_cast<int>(gialint::run({words + 1, words + count}));
  } catch (const std::bad_alloc&) {
    gialint::complain(gialint::say(gialint::messages::out_of_memory, gialint::Language::zh));
  } catch (const std::exception& error) {
    gialint::complain(gialint::say(gialint::messages::internal_error, gialint::Language::zh, error.what()));
  }
  return static_cast<int>(gialint::Status::failed);
}
