#include "engine/cli/console/status.hpp"

#include <iostream>
#include <optional>

#include "engine/cli/console/messages.hpp"
#include "engine/files/end_request.hpp"
#include "reporters/places.hpp"

namespace gialint {

void complain(std::string_view what) {
  // One write for the whole line, so that lines of several programs do not mix.
  std::cerr << "gialint: " + printable(what) + "\n" << std::flush;
}

void complain(const Failure& failure, Language language) { complain(to_string(failure, language)); }

Status interrupted() {
  const int signal = EndRequest::signal();
  return signal == 0 ? Status::interrupted : static_cast<Status>(128 + signal);
}

Status failed(const Failure& failure, Language language) {
  complain(failure, language);
  return Status::failed;
}

Status failed(std::string_view what) {
  complain(what);
  return Status::failed;
}

bool finish(Output& output, Language language) {
  const std::optional<Failure> failure = output.finish();
  if (!failure) return true;
  if (!output.reader_left()) complain(say(messages::cannot_write, language, to_string(*failure, language)));
  return false;
}

bool save(const std::string& path, std::string_view text, Language language) {
  const std::optional<Failure> failure = write_file(path, text);
  if (failure) complain(say(messages::cannot_write, language, to_string(*failure, language)));
  return !failure;
}

Status print(const std::string& text, Language language) {
  Output output = Output::to_standard_output();
  output.stream() << text;
  return finish(output, language) ? Status::clean : Status::failed;
}

}  // namespace gialint
