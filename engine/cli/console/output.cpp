#include "engine/cli/console/output.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <streambuf>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/files/read_file.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

mode_t usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

}  // namespace

class Output::Target {
  /// Bytes to a file descriptor; remembers why a write failed, which std::ofstream does not tell.
  class DescriptorBuffer final : public std::streambuf {
   public:
    explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor), buffer_(std::size_t{64} * 1024) { reset(); }

    [[nodiscard]] int error() const { return error_; }

   protected:
    int_type overflow(int_type character) override {
      if (!write_out()) return traits_type::eof();
      if (!traits_type::eq_int_type(character, traits_type::eof())) {
        *pptr() = traits_type::to_char_type(character);
        pbump(1);
      }
      return traits_type::not_eof(character);
    }
    int sync() override { return write_out() ? 0 : -1; }

   private:
    void reset() { setp(buffer_.data(), buffer_.data() + buffer_.size()); }

    bool write_out() {
      const char* from = pbase();
      while (error_ == 0 && from < pptr()) {
        const ssize_t written = ::write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
        if (written >= 0) {
          from += written;
        } else if (errno != EINTR) {
          error_ = errno;
        }
      }
      reset();
      return error_ == 0;
    }

    int descriptor_;
    int error_ = 0;
    std::vector<char> buffer_;
  };

 public:
  /// `failed`: how a failure tells of what is written to, with the reason in its place.
  Target(int descriptor, FilePlace where, const Sentence& failed)
      : descriptor_(descriptor), where_(std::move(where)), failed_(failed), buffer_(descriptor), stream_(&buffer_) {}
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;
  ~Target() {
    if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }

  // What is written goes to `temporary` and replaces `target` in the end.
  void replace(std::string temporary, std::string target) {
    temporary_ = std::move(temporary);
    target_ = std::move(target);
  }

  std::ostream& stream() { return stream_; }
  [[nodiscard]] int error() const { return buffer_.error(); }

  std::optional<Failure> finish() {
    stream_.flush();
    if (error() != 0) return failure(error());
    if (descriptor_ > STDERR_FILENO && ::close(std::exchange(descriptor_, -1)) != 0) return failure(errno);
    if (temporary_.empty()) return std::nullopt;
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) return failure(errno);
    temporary_.clear();
    return std::nullopt;
  }

 private:
  [[nodiscard]] Failure failure(int code) const { return {where_, failed_.with(system_reason(code))}; }

  int descriptor_;
  FilePlace where_;
  Sentence failed_;
  DescriptorBuffer buffer_;
  std::ostream stream_;
  std::string temporary_;
  std::string target_;
};

Output::Output(std::unique_ptr<Target> target) : target_(std::move(target)) {}
Output::Output(Output&&) noexcept = default;
Output& Output::operator=(Output&&) noexcept = default;
Output::~Output() = default;

Output Output::to_standard_output() {
  static constexpr Sentence failed("标准输出: {}", "standard output: {}");
  return Output(std::make_unique<Target>(STDOUT_FILENO, FilePlace(), failed));
}

Output Output::to_standard_error() {
  static constexpr Sentence failed("标准错误: {}", "standard error: {}");
  return Output(std::make_unique<Target>(STDERR_FILENO, FilePlace(), failed));
}

Result<Output> Output::to_file(const std::string& path) {
  static constexpr Sentence reason("{}", "{}");
  const auto failed = [&](int code) { return Failure{{path}, system_reason(code)}; };
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return failed(EISDIR);
  if (exists && !S_ISREG(status.st_mode)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return failed(errno);
    return Output(std::make_unique<Target>(descriptor, FilePlace{path}, reason));
  }
  // A link keeps being one: what it points to is replaced.
  std::error_code error;
  const fs::path real = exists ? fs::canonical(path, error) : fs::path(path);
  const fs::path target = error ? fs::path(path) : real;
  std::string temporary = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return failed(errno);
  auto file = std::make_unique<Target>(descriptor, FilePlace{path}, reason);
  file->replace(temporary, target.string());
  // Root, who may, leaves a file to its owner; for others it is theirs anyway.
  if (exists) [[maybe_unused]]
    const int owner = ::fchown(descriptor, status.st_uid, status.st_gid);
  ::fchmod(descriptor, exists ? status.st_mode & 07777U : usual_mode());
  return Output(std::move(file));
}

std::ostream& Output::stream() { return target_->stream(); }
bool Output::broken() const { return target_->error() != 0; }
bool Output::reader_left() const { return target_->error() == EPIPE; }
std::optional<Failure> Output::finish() { return target_->finish(); }

std::optional<Failure> write_file(const std::string& path, std::string_view text) {
  Result<Output> output = Output::to_file(path);
  if (!output.ok()) return output.failure();
  output->stream() << text;
  return output->finish();
}

}  // namespace gialint
