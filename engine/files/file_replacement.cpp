#include "engine/files/file_replacement.hpp"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "engine/files/read_file.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

// One name for each file and not a random one, so that what a killed run left is found by the next that writes the same
// file; short, since the file's own name may be as long as the system allows.
std::string temporary_name(std::string_view name, int number) {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  char text[48];
  std::snprintf(text, sizeof text, ".gialint-%016llx-%d.tmp", static_cast<unsigned long long>(hash), number);
  return text;
}

// Takes away the file that a run wrote which is no more: one that still writes holds a lock on it. False when there is
// such a run, or it is not ours to take.
bool remove_leftover(int folder, const std::string& name) {
  const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  if (status.st_uid != ::geteuid() || ::flock(file.number(), LOCK_EX | LOCK_NB) != 0) return false;
  return ::unlinkat(folder, name.c_str(), 0) == 0;
}

int copy_attribute(int from, int to, const char* name) {
  std::vector<char> value(256);
  ssize_t size = ::fgetxattr(from, name, value.data(), value.size());
  if (size < 0 && errno == ERANGE) {
    value.resize(std::size_t{64} * 1024);  // the most that Linux keeps
    size = ::fgetxattr(from, name, value.data(), value.size());
  }
  if (size < 0) return errno;
  return ::fsetxattr(to, name, value.data(), static_cast<std::size_t>(size), 0) == 0 ? 0 : errno;
}

// Those of the user and the access list must come along; others (security.…) are the system's to set.
int copy_attributes(int from, int to) {
  const ssize_t size = ::flistxattr(from, nullptr, 0);
  if (size < 0) return errno == ENOTSUP ? 0 : errno;
  std::vector<char> names(static_cast<std::size_t>(size) + 1);
  const ssize_t got = ::flistxattr(from, names.data(), names.size());
  if (got < 0) return errno;
  for (ssize_t at = 0; at < got;) {
    const std::string name = names.data() + at;
    at += static_cast<ssize_t>(name.size()) + 1;
    const int code = copy_attribute(from, to, name.c_str());
    const bool must = name.starts_with("user.") || name.starts_with("system.posix_acl_");
    if (code != 0 && must) return code;
  }
  return 0;
}

Failure failed(const fs::path& path, int code) { return {{path.string()}, system_reason(code)}; }

constexpr Sentence changed_meanwhile("读取以后内容变了，没有覆盖；请再运行一次",
                                     "changed since it was read and was not overwritten; run it again");

}  // namespace

Result<FileReplacement> FileReplacement::of(const fs::path& path) {
  static constexpr Sentence no_file("不是普通文件，没有改动", "is no regular file and was left as it is");
  static constexpr Sentence read_only("文件是只读的，没有改动", "is read-only and was left as it is");
  static constexpr Sentence several_names(
      "这个文件还有别的名字（硬链接），没有改动：改了一个，别的就成了旧的内容",
      "has other names, too (hard links), and was left as it is: they would keep the old content");
  if (holds_nul(path)) return failed(path, ENOENT);
  std::error_code error;
  fs::path target = fs::canonical(path, error);
  if (error) target = path;  // a new file, or a link to where there will be one
  FileReplacement replacement;
  replacement.name_ = target.filename().string();
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  replacement.folder_ = Descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!replacement.folder_.is_open() && errno == EACCES) {
    replacement.folder_ = Descriptor(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  }
  if (!replacement.folder_.is_open()) return failed(path, errno);
  struct stat status {};
  Descriptor old;
  const int at = replacement.folder_.number();
  if (::fstatat(at, replacement.name_.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
    if (S_ISDIR(status.st_mode)) return failed(path, EISDIR);
    if (S_ISLNK(status.st_mode)) return failed(path, error ? error.value() : ELOOP);
    if (!S_ISREG(status.st_mode)) return Failure{{path.string()}, no_file};
    // Root may write it all the same, but whoever took the right away meant it.
    const bool may_write = (status.st_mode & 0222U) != 0 && ::faccessat(at, replacement.name_.c_str(), W_OK, 0) == 0;
    if (!may_write) return Failure{{path.string()}, read_only};
    if (status.st_nlink > 1) return Failure{{path.string()}, several_names};
    old = Descriptor(::openat(at, replacement.name_.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    replacement.existed_ = true;
    replacement.device_ = status.st_dev;
    replacement.inode_ = status.st_ino;
  }
  if (const int code = replacement.make_temporary()) return failed(path, code);
  if (replacement.existed_) {
    if (const int code = replacement.keep_attributes(status, old.number())) return failed(path, code);
  }
  return replacement;
}

int FileReplacement::make_temporary() {
  constexpr int most_at_once = 8;  // runs that write the same file
  // Nobody else reads what belongs to a file that has its own mode before that mode is set.
  const mode_t mode = existed_ ? 0600 : 0666;
  for (int number = 0; number < most_at_once; ++number) {
    const std::string name = temporary_name(name_, number);
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    file_ = Descriptor(::openat(folder_.number(), name.c_str(), flags, mode));
    if (!file_.is_open() && errno != EEXIST) return errno;
    if (!file_.is_open() && remove_leftover(folder_.number(), name))
      file_ = Descriptor(::openat(folder_.number(), name.c_str(), flags, mode));
    if (!file_.is_open()) continue;
    struct stat status {};
    // Between the two steps another run may have taken it for a leftover.
    if (::flock(file_.number(), LOCK_EX | LOCK_NB) == 0 && ::fstat(file_.number(), &status) == 0 &&
        status.st_nlink == 1) {
      temporary_ = name;
      removed_at_end_ = std::make_unique<RemovedAtEnd>(folder_.number(), name);
      return 0;
    }
    ::unlinkat(folder_.number(), name.c_str(), 0);
  }
  return EEXIST;
}

int FileReplacement::keep_attributes(const struct stat& old_status, int old_file) const {
  // Root, who may, leaves a file to its owner; for others it is theirs anyway.
  [[maybe_unused]] const int owner = ::fchown(file_.number(), old_status.st_uid, old_status.st_gid);
  if (::fchmod(file_.number(), old_status.st_mode & 07777U) != 0) return errno;
  return old_file < 0 ? 0 : copy_attributes(old_file, file_.number());
}

FileReplacement::FileReplacement(FileReplacement&& other) noexcept
    : folder_(std::move(other.folder_)),
      file_(std::move(other.file_)),
      name_(std::move(other.name_)),
      temporary_(std::exchange(other.temporary_, std::string())),
      removed_at_end_(std::move(other.removed_at_end_)),
      existed_(other.existed_),
      device_(other.device_),
      inode_(other.inode_) {}

FileReplacement::~FileReplacement() {
  if (!temporary_.empty()) ::unlinkat(folder_.number(), temporary_.c_str(), 0);
}

int FileReplacement::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_.number(), bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int FileReplacement::put(There there) {
  if (::fsync(file_.number()) != 0) return errno;
  struct stat status {};
  const int at = folder_.number();
  if (there == There::the_same) {
    if (::fstatat(at, name_.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return errno;
    if (!existed_ || status.st_dev != device_ || status.st_ino != inode_) return ESTALE;
  }
  if (there == There::nothing) {
    if (::renameat2(at, temporary_.c_str(), at, name_.c_str(), RENAME_NOREPLACE) != 0) {
      if (errno != EINVAL && errno != ENOSYS) return errno;
      // A file system that cannot do it: a second name is refused just the same.
      if (::linkat(at, temporary_.c_str(), at, name_.c_str(), 0) != 0) return errno;
      ::unlinkat(at, temporary_.c_str(), 0);
    }
  } else if (::renameat(at, temporary_.c_str(), at, name_.c_str()) != 0) {
    return errno;
  }
  temporary_.clear();
  removed_at_end_.reset();
  // A folder that may not be read, or a file system that knows no such thing, cannot be told to.
  if (::fsync(at) != 0 && errno != EBADF && errno != EINVAL) return errno;
  return file_.close();
}

std::optional<Failure> rewrite_file(const fs::path& path, std::string_view before, std::string_view after,
                                    const fs::path& tree) {
  static constexpr Sentence outside(
      "经符号链接通到文件夹外面，没有改动：要改就写明它通到的文件",
      "lies outside the folder, behind a symbolic link, and was left as it is: to change it, "
      "name the file itself");
  if (holds_nul(path)) return failed(path, ENOENT);
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) return failed(path, error.value());
  if (!lies_within(tree, real)) return Failure{{path.string()}, outside};
  // First, so that what is read below is the very file that put() looks for.
  Result<FileReplacement> replacement = FileReplacement::of(real);
  if (!replacement.ok()) return Failure{{path.string()}, replacement.failure().what};
  const Result<std::string> now = read_file(real, before.size());
  if (!now.ok()) return Failure{{path.string()}, now.failure().what};
  if (*now != before) return Failure{{path.string()}, changed_meanwhile};
  int code = replacement->write(after);
  if (code == 0) code = replacement->put(FileReplacement::There::the_same);
  if (code == ESTALE) return Failure{{path.string()}, changed_meanwhile};
  if (code != 0) return failed(path, code);
  return std::nullopt;
}

}  // namespace gialint
