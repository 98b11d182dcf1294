#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gialint {

/// What a run of the built program gave.
struct Outcome {
  int status = -1;  ///< of the exit; 128 + the signal's number when one ended it
  std::string out;
  std::string err;
};

/// Where and with what the program runs.
struct Setting {
  std::string folder = ".";                        ///< it starts here
  std::string input;                               ///< its standard input
  std::map<std::string, std::string> environment;  ///< besides a minimal one
};

/// Runs gialint and waits for its end.
Outcome gialint(const std::vector<std::string>& arguments, const Setting& setting = {});

/// Runs a line of sh in which $GIALINT is the program, quoted as need be.
Outcome shell(const std::string& line, const Setting& setting = {});

/// A folder of its own for one test; gone with it.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string operator/(std::string_view name) const { return path_ + "/" + std::string(name); }

  /// Writes a file, and the folders above it, below this one. Gives its path.
  std::string write(const std::string& name, std::string_view bytes) const;
  /// Copies a file or folder of fixtures/cli.
  std::string copy(const std::string& fixture, const std::string& name) const;

 private:
  std::string path_;
};

/// The bytes of a file; empty when there is none.
std::string bytes_of(const std::string& path);

/// fixtures/cli/NAME.
std::string fixture(std::string_view name);

/// The rules that look for 甲, 乙 and 丙, instead of the national ones.
std::vector<std::string> with_test_rules(std::vector<std::string> arguments);

}  // namespace gialint
