#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <sys/stat.h>

#include "engine/files/descriptor.hpp"
#include "engine/files/end_request.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// What a file is to hold, written beside it and put in its place whole or not at all. Everything happens in the one
/// folder that was opened first, whatever becomes of its path meanwhile.
class FileReplacement {
 public:
  /// For the file at `path`, be it there or not. A symbolic link keeps being one: what it leads to is replaced. Mode,
  /// extended attributes and access lists are those of the file that is there, its owner where the system lets us.
  ///
  /// Fails, with the path, for what is no regular file, for one that nobody may write, for one with several names
  /// (hard links), since the others would keep the old content, and when no file can be made in the folder.
  static Result<FileReplacement> of(const std::filesystem::path& path);

  FileReplacement(FileReplacement&& other) noexcept;
  FileReplacement& operator=(FileReplacement&&) = delete;
  /// Takes away what was written, unless it was put in its place.
  ~FileReplacement();

  /// Where the new content is written to.
  [[nodiscard]] int descriptor() const { return file_.number(); }

  /// Appends to the new content. The error number, 0 when there was none.
  int write(std::string_view bytes) const;

  /// What may be there when the new content is put in its place.
  enum class There {
    anything,  ///< a file that came there meanwhile goes
    the_same,  ///< the very file that was there at first: else ESTALE
    nothing,   ///< else EEXIST
  };

  /// Puts the new content in its place, on the disk and not only in memory. The error number, 0 when there was none.
  int put(There there = There::anything);

 private:
  FileReplacement() = default;
  int make_temporary();
  int keep_attributes(const struct stat& old_status, int old_file) const;

  Descriptor folder_;
  Descriptor file_;
  std::string name_;       ///< in the folder
  std::string temporary_;  ///< likewise; empty once it is gone
  std::unique_ptr<RemovedAtEnd> removed_at_end_;
  bool existed_ = false;
  dev_t device_ = 0;  ///< with `inode_`, the file that was there
  ino_t inode_ = 0;
};

/// Writes `after` in place of a file that holds `before`. Nothing, or why it was left as it is: what
/// FileReplacement::of() says, or that it is another file or holds something else by now. `tree`, a real path: a file
/// that symbolic links lead to outside it is left as it is.
std::optional<Failure> rewrite_file(const std::filesystem::path& path, std::string_view before, std::string_view after,
                                    const std::filesystem::path& tree);

}  // namespace gialint
