#include "tests/cli/program.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gialint {
namespace {

namespace fs = std::filesystem;

// Replaces the child process. Anything that goes wrong ends it with a status of its own.
[[noreturn]] void become(const std::vector<std::string>& words, const std::vector<std::string>& environment,
                         const std::string& folder, const std::string& files) {
  const auto redirect = [&](const char* name, int flags, int number) {
    const int file = ::open((files + name).c_str(), flags, 0600);
    if (file < 0 || ::dup2(file, number) < 0) ::_exit(125);
    ::close(file);
  };
  redirect("/stdin", O_RDONLY, 0);
  redirect("/stdout", O_WRONLY | O_CREAT | O_TRUNC, 1);
  redirect("/stderr", O_WRONLY | O_CREAT | O_TRUNC, 2);
  if (::chdir(folder.c_str()) != 0) ::_exit(126);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  std::vector<char*> variables;
  for (const std::string& variable : environment) variables.push_back(const_cast<char*>(variable.c_str()));
  variables.push_back(nullptr);
  ::execve(arguments[0], arguments.data(), variables.data());
  ::_exit(127);
}

Outcome run(const std::vector<std::string>& words, const Setting& setting) {
  const Folder files;
  files.write("stdin", setting.input);
  std::vector<std::string> environment = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "GIALINT=" GIALINT_PROGRAM};
  for (const auto& [name, value] : setting.environment) environment.push_back(name + "=" + value);
  if (const char* options = std::getenv("ASAN_OPTIONS")) environment.push_back(std::string("ASAN_OPTIONS=") + options);

  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) become(words, environment, setting.folder, files.path());
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  Outcome outcome;
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.out = bytes_of(files / "stdout");
  outcome.err = bytes_of(files / "stderr");
  return outcome;
}

}  // namespace

Outcome gialint(const std::vector<std::string>& arguments, const Setting& setting) {
  std::vector<std::string> words = {GIALINT_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run(words, setting);
}

Outcome shell(const std::string& line, const Setting& setting) { return run({"/bin/sh", "-c", line}, setting); }

Folder::Folder() {
  std::string name = (fs::canonical(fs::temp_directory_path()) / "gialint-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string Folder::write(const std::string& name, std::string_view bytes) const {
  const fs::path path = fs::path(path_) / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return path.string();
}

std::string Folder::copy(const std::string& fixture_name, const std::string& name) const {
  const fs::path path = fs::path(path_) / name;
  fs::create_directories(path.parent_path());
  fs::copy(fixture(fixture_name), path, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  return path.string();
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string fixture(std::string_view name) { return GIALINT_SOURCE_DIR "/fixtures/cli/" + std::string(name); }

std::vector<std::string> with_test_rules(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--isolated", "--rules-dir", fixture("rules")});
  return arguments;
}

}  // namespace gialint
