#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "engine/text/result.hpp"

namespace gialint {

/// Where a command's output goes: the standard output, or a file that appears whole or not at all.
class Output {
 public:
  static Output to_standard_output();
  static Output to_standard_error();

  /// Writes beside `path` and renames at finish(), so that nobody ever sees half a file. What is no plain file
  /// (/dev/null, a pipe) is written to as it is. Fails when the file cannot be made.
  static Result<Output> to_file(const std::string& path);

  Output(Output&&) noexcept;
  Output& operator=(Output&&) noexcept;
  ~Output();

  [[nodiscard]] std::ostream& stream();

  /// Whether nothing more can be written: the reader at the other end went away, or the disk is full.
  [[nodiscard]] bool broken() const;
  /// Whether it is the reader who went away: `gialint … | head -1`. Nobody needs to hear of it.
  [[nodiscard]] bool reader_left() const;

  /// Writes out what is left and puts a file in its place. The failure, when anything could not be written.
  std::optional<Failure> finish();

 private:
  class Target;
  explicit Output(std::unique_ptr<Target> target);
  std::unique_ptr<Target> target_;
};

/// Writes a file in place of what is there, whole or not at all. The failure, when it cannot be written.
std::optional<Failure> write_file(const std::string& path, std::string_view text);

}  // namespace gialint
