#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/digest.hpp"

namespace gialint {

/// A region and the bodies in it that report, as the configuration declares them.
struct Region {
  std::string name;                 ///< of the organ that reports for the region
  std::vector<std::string> bodies;  ///< whose figures its report adds up
};

/// All reports of one run.
struct Corpus {
  std::vector<ReportDigest> reports;  ///< in the order of their paths
  std::vector<Region> regions;        ///< in the order of their names
  OrganAliases aliases;               ///< which bodies are one

  /// The number of that organ's report for `year`; reports.size() when there is none. The first of several: a report
  /// may be there twice.
  [[nodiscard]] std::size_t find(std::string_view organ, int year) const;
};

/// Two reports whose texts are alike, by their numbers.
struct LikePair {
  std::size_t report = 0;
  std::size_t other = 0;  ///< before `report`
  int percent = 0;        ///< likeness() of their sketches
};

/// For each report the first earlier one that is at least `percent` alike, for the same year, but by another organ.
/// Leaves out texts with fewer than `length` code points of their own, reports that name no organ or year, and organs
/// whose name begins with the other's (a government and its office may well report alike).
///
/// Takes time in proportion to the number of reports: only those that share a part of their sketches are compared.
std::vector<LikePair> find_alike(const Corpus& corpus, int percent, std::size_t length);

/// Whether two reports are for the same year and by bodies that report separately.
bool are_of_two_bodies(const ReportDigest& a, const ReportDigest& b);

}  // namespace gialint
