#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "engine/readers/document_source.hpp"
#include "engine/report/report.hpp"
#include "engine/run/input_file.hpp"

namespace gialint {

/// For each of some files the number of the file that holds the same body's report for the year before, or a report of
/// the same body for the same year.
class PreviousReports {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// Nobody has one.
  PreviousReports() = default;

  /// Pairs the files by what their titles say, organ and year, whatever they are called. A report whose organ and year
  /// a second file claims too is paired with nothing; one whose title lacks either, neither. An organ that does not say
  /// which region it is of (民政局) is taken for the same body only in one folder or in neighbouring ones.
  ///
  /// Reads every file, up to its title; some hundred bytes are kept of each while it works, and a number afterwards.
  /// `aliases` say which bodies are one. `jobs`: threads, at least 1. `stop`, if any, is asked between files: true
  /// leaves the others unpaired.
  PreviousReports(const std::vector<InputFile>& files, const ReportReader& reader, const ReadOptions& options,
                  const OrganAliases& aliases, unsigned jobs, const std::function<bool()>& stop = {});

  [[nodiscard]] std::size_t of(std::size_t file) const { return at(previous_, file); }
  /// The first file of the same body and year, for each behind it.
  [[nodiscard]] std::size_t same_as(std::size_t file) const { return at(same_, file); }
  /// Whether files were looked at, so that `none` means that there is none.
  [[nodiscard]] bool searched() const { return searched_; }

 private:
  [[nodiscard]] static std::size_t at(const std::vector<std::size_t>& numbers, std::size_t file) {
    return file < numbers.size() ? numbers[file] : none;
  }

  std::vector<std::size_t> previous_;  ///< empty: none has one
  std::vector<std::size_t> same_;      ///< the same
  bool searched_ = false;
};

}  // namespace gialint
