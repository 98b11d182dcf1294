#include "engine/cli/console/output.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstddef>
#include <streambuf>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/files/descriptor.hpp"
#include "engine/files/end_request.hpp"
#include "engine/files/file_replacement.hpp"
#include "engine/files/read_file.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

constexpr Sentence reason("{}", "{}");

bool is_regular(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

class Output::Target {
  /// Bytes to a file descriptor; remembers why a write failed, which std::ofstream does not tell.
  class DescriptorBuffer final : public std::streambuf {
   public:
    explicit DescriptorBuffer(int descriptor)
        : descriptor_(descriptor), may_wait_(!is_regular(descriptor)), buffer_(std::size_t{64} * 1024) {
      reset();
    }

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
        std::size_t size = static_cast<std::size_t>(pptr() - from);
        if (may_wait_) {
          size = std::min<std::size_t>(size, PIPE_BUF);  // what a pipe that can be written to takes without waiting
          if (!wait()) {
            error_ = EINTR;
            break;
          }
        }
        const ssize_t written = ::write(descriptor_, from, size);
        if (written >= 0) {
          from += written;
        } else if (errno != EINTR && errno != EAGAIN) {
          error_ = errno;
        }
      }
      reset();
      return error_ == 0;
    }

    // Until somebody reads at the other end; false when the program is asked to end, and nobody does within a moment.
    [[nodiscard]] bool wait() const {
      constexpr std::chrono::milliseconds moment{500};
      using Ready = EndRequest::Ready;
      if (EndRequest::wait_for(descriptor_, true) == Ready::stream) return true;
      struct pollfd output {};
      output.fd = descriptor_;
      output.events = POLLOUT;
      return ::poll(&output, 1, static_cast<int>(moment.count())) > 0;
    }

    int descriptor_;
    bool may_wait_;  ///< for whoever reads it
    int error_ = 0;
    std::vector<char> buffer_;
  };

 public:
  /// A standard stream. `failed`: how a failure tells of it, with the reason in its place.
  Target(int stream, const Sentence& failed) : failed_(failed), buffer_(stream), stream_(&buffer_) {}
  // A device or pipe.
  Target(Descriptor device, FilePlace where)
      : device_(std::move(device)),
        where_(std::move(where)),
        failed_(reason),
        buffer_(device_.number()),
        stream_(&buffer_) {}
  Target(FileReplacement file, FilePlace where)
      : file_(std::move(file)),
        where_(std::move(where)),
        failed_(reason),
        buffer_(file_->descriptor()),
        stream_(&buffer_) {}
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;
  ~Target() = default;

  std::ostream& stream() { return stream_; }
  [[nodiscard]] int error() const { return buffer_.error(); }

  std::optional<Failure> finish() {
    stream_.flush();
    if (error() != 0) return failure(error());
    const int code = file_ ? file_->put() : device_.close();
    if (code != 0) return failure(code);
    return std::nullopt;
  }

 private:
  [[nodiscard]] Failure failure(int code) const { return {where_, failed_.with(system_reason(code))}; }

  Descriptor device_;
  std::optional<FileReplacement> file_;
  FilePlace where_;
  Sentence failed_;
  DescriptorBuffer buffer_;  ///< over one of the two above, or a standard stream
  std::ostream stream_;
};

Output::Output(std::unique_ptr<Target> target) : target_(std::move(target)) {}
Output::Output(Output&&) noexcept = default;
Output& Output::operator=(Output&&) noexcept = default;
Output::~Output() = default;

Output Output::to_standard_output() {
  static constexpr Sentence failed("标准输出: {}", "standard output: {}");
  return Output(std::make_unique<Target>(STDOUT_FILENO, failed));
}

Output Output::to_standard_error() {
  static constexpr Sentence failed("标准错误: {}", "standard error: {}");
  return Output(std::make_unique<Target>(STDERR_FILENO, failed));
}

Result<Output> Output::to_file(const std::string& path) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) {
    Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (!device.is_open()) return Failure{{path}, system_reason(errno)};
    return Output(std::make_unique<Target>(std::move(device), FilePlace{path}));
  }
  Result<FileReplacement> file = FileReplacement::of(path);
  if (!file.ok()) return file.failure();
  return Output(std::make_unique<Target>(*std::move(file), FilePlace{path}));
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
