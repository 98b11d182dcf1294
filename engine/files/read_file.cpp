#include "engine/files/read_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

/// Closes the file however its reading ends.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

struct Reason {
  int code;
  Sentence text;
};

Failure failed(const std::string& name, int code) { return {{name}, system_reason(code)}; }

// All bytes of `descriptor`, but at most one over `max_bytes`. `expected` is what the system says its size is.
Result<std::string> read_all(int descriptor, const std::string& name, std::uint64_t expected, std::uint64_t max_bytes) {
  constexpr std::size_t step = std::size_t{64} * 1024;
  std::string bytes;
  std::size_t used = 0;
  // One byte more than expected, so that the end of the file shows without another step of growth.
  bytes.resize(static_cast<std::size_t>(std::min(expected, max_bytes)) + 1);
  while (true) {
    const ssize_t got = ::read(descriptor, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failed(name, errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > max_bytes) break;
    if (used == bytes.size()) {
      const std::uint64_t more = bytes.size() + std::max(step, bytes.size() / 2);
      bytes.resize(static_cast<std::size_t>(std::min(more, max_bytes + 1)));
    }
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace

Bilingual system_reason(int code) {
  static constexpr Reason reasons[] = {
      {ENOENT, {"没有这个文件或者文件夹", "no such file or folder"}},
      {EACCES, {"没有权限", "permission denied"}},
      {EPERM, {"系统不允许这个操作", "operation not permitted"}},
      {EISDIR, {"这是文件夹，不是文件", "is a folder, not a file"}},
      {ENOTDIR, {"路径中有一段不是文件夹", "a part of the path is no folder"}},
      {ELOOP, {"符号链接绕成了圈", "too many symbolic links"}},
      {EMFILE, {"打开的文件太多", "too many open files"}},
      {ENOSPC, {"磁盘已满", "no space left on the disk"}},
      {EROFS, {"文件系统只能读", "the file system is read-only"}},
      {EEXIST, {"已经存在", "exists already"}},
      {EIO, {"读写设备时出错", "input or output error of the device"}},
      {ENAMETOOLONG, {"文件名太长", "the name is too long"}},
  };
  for (const Reason& reason : reasons) {
    if (reason.code == code) return reason.text;
  }
  const std::string message = std::generic_category().message(code);
  return {message, message};
}

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes) {
  const std::string name = path.string();
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (file.number() < 0) return failed(name, errno);
  struct stat status {};
  const bool regular = ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode);
  return read_all(file.number(), name, regular ? static_cast<std::uint64_t>(status.st_size) : 0, max_bytes);
}

Result<std::string> read_standard_input(const std::string& name, std::uint64_t max_bytes) {
  return read_all(STDIN_FILENO, name, 0, max_bytes);
}

}  // namespace gialint
