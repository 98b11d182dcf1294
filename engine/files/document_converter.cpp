#include "engine/files/document_converter.hpp"

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/files/end_request.hpp"
#include "engine/files/read_file.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_bytes = 256ULL << 20U;  ///< of the .docx

// A folder of its own, gone with it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "gialint-XXXXXX").string();
    if (!error && ::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }

  [[nodiscard]] const fs::path& path() const { return path_; }  ///< empty when it could not be made

 private:
  fs::path path_;
};

// In the child: only what is safe between fork() and exec().
[[noreturn]] void become(const std::vector<char*>& arguments) {
  ::setpgid(0, 0);
  for (const int ignored : {SIGPIPE, SIGXFSZ}) ::signal(ignored, SIG_DFL);  // by us, not by whoever started us
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nothing >= 0) {
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
  }
  ::execvp(arguments.front(), arguments.data());
  ::_exit(127);
}

// How the program ended; nothing when it did not in time, and was ended with its whole process group.
std::optional<int> run(std::vector<std::string> words, std::chrono::milliseconds most_time) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) become(arguments);
  if (child < 0) return 127;
  ::setpgid(child, child);
  const auto end = std::chrono::steady_clock::now() + most_time;
  int status = 0;
  for (;;) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) break;
    if (ended < 0 && errno != EINTR) return 127;
    if (std::chrono::steady_clock::now() >= end || EndRequest::is_there()) {
      ::kill(-child, SIGKILL);
      ::waitpid(child, &status, 0);
      return std::nullopt;
    }
    static_cast<void>(EndRequest::wait(std::chrono::milliseconds(20)));
  }
  // What it left running must not hold on to the folder.
  ::kill(-child, SIGKILL);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 126;
}

}  // namespace

Result<std::string> DocumentConverter::to_docx(std::string_view bytes, std::string_view ending) {
  static constexpr Sentence no_folder("没有地方放转换用的临时文件，没有转换",
                                      "there is no room for a temporary folder: not converted");
  static constexpr Sentence not_started("运行不了转换程序 {}：请安装 LibreOffice，或者写明它的路径",
                                        "cannot run the converter {}: install LibreOffice, or give its path");
  static constexpr Sentence too_slow(
      "转换程序 {} 用了 {} 秒还没有结束，已经停止：请在 Word 或 WPS 中另存为 .docx 后再检查",
      "the converter {} did not end within {} seconds and was stopped: save the document "
      "as .docx in Word or WPS and check that");
  static constexpr Sentence no_result("转换程序 {} 没有转出 .docx：请在 Word 或 WPS 中另存为 .docx 后再检查",
                                      "the converter {} gave no .docx: save the document as .docx in Word or WPS and "
                                      "check that");
  const std::lock_guard lock(one_at_a_time_);
  const ScratchFolder folder;
  if (folder.path().empty()) return Failure{{}, no_folder};
  const fs::path document = folder.path() / (std::string("document").append(ending));
  std::ofstream(document, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const std::optional<int> status = run(
      {program_, "--headless", "--norestore", "-env:UserInstallation=file://" + (folder.path() / "profile").string(),
       "--convert-to", "docx", "--outdir", (folder.path() / "out").string(), document.string()},
      most_time_);
  if (!status) return Failure{{}, too_slow.with(program_, most_time_.count() / 1000)};
  if (*status == 127) return Failure{{}, not_started.with(program_)};
  Result<std::string> converted = read_file(folder.path() / "out" / "document.docx", most_bytes);
  if (*status != 0 || !converted.ok() || converted->empty()) return Failure{{}, no_result.with(program_)};
  return converted;
}

}  // namespace gialint
