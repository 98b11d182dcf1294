#include "engine/files/read_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/files/descriptor.hpp"
#include "engine/files/end_request.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

struct Reason {
  int code;
  Sentence text;
};

Failure failed(const std::string& name, int code) { return {{name}, system_reason(code)}; }

// All bytes of `descriptor`, but at most one over `max_bytes`. `expected` is what the system says its size is. With
// `may_wait` a request to end, while there is nothing to read, is a failure; a pipe that nobody has opened yet is one
// to wait for and not at its end.
Result<std::string> read_all(int descriptor, const std::string& name, std::uint64_t expected, std::uint64_t max_bytes,
                             bool may_wait) {
  constexpr std::size_t step = std::size_t{64} * 1024;
  std::string bytes;
  std::size_t used = 0;
  // One byte more than expected, so that the end of the file shows without another step of growth.
  bytes.resize(static_cast<std::size_t>(std::min(expected, max_bytes)) + 1);
  while (true) {
    if (may_wait && EndRequest::wait_for(descriptor, false) == EndRequest::Ready::request) return failed(name, EINTR);
    const ssize_t got = ::read(descriptor, bytes.data() + used, bytes.size() - used);
    if (got < 0 && (errno == EINTR || (errno == EAGAIN && may_wait))) continue;
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
      {EBADF, {"没有打开", "is not open"}},
      {EINTR, {"中断了", "interrupted"}},
      {EFBIG, {"超过了文件大小的限额", "over the limit of a file's size"}},
  };
  for (const Reason& reason : reasons) {
    if (reason.code == code) return reason.text;
  }
  const std::string message = std::generic_category().message(code);
  return {message, message};
}

bool holds_nul(const std::filesystem::path& path) { return path.native().find('\0') != std::string::npos; }

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes, FileKind kind) {
  static constexpr Sentence no_file("不是普通文件（而是管道、设备之类），没有读",
                                    "is no regular file (a pipe, a device or the like) and was not read");
  static constexpr Sentence nul("路径里有 NUL 字符", "there is a NUL character in the path");
  if (holds_nul(path)) return Failure{{path.native().substr(0, path.native().find('\0'))}, nul};
  const std::string name = path.string();
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  if (!file.is_open() && errno == ENXIO) return Failure{{name}, no_file};  // a socket
  if (!file.is_open()) return failed(name, errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return failed(name, errno);
  if (S_ISREG(status.st_mode)) {
    return read_all(file.number(), name, static_cast<std::uint64_t>(status.st_size), max_bytes, false);
  }
  if (S_ISDIR(status.st_mode)) return failed(name, EISDIR);
  if (kind == FileKind::regular) return Failure{{name}, no_file};
  return read_all(file.number(), name, 0, max_bytes, true);
}

Result<std::string> read_standard_input(const std::string& name, std::uint64_t max_bytes) {
  return read_all(STDIN_FILENO, name, 0, max_bytes, true);
}

}  // namespace gialint
