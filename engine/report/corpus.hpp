#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/digest.hpp"

namespace gialint {

/// A region and the bodies that report in it, as the configuration declares it.
struct Region {
  std::string name;                 ///< of the organ that reports for the region
  std::vector<std::string> bodies;  ///< of those whose figures its report adds up
};

/// All reports of one run.
struct Corpus {
  std::vector<ReportDigest> reports;  ///< in the order of their paths
  std::vector<Region> regions;        ///< in the order of their names

  /// The number of the report of the organ of that name for `year`; reports.size() when there is none. Of several the
  /// first: one report may lie there twice.
  [[nodiscard]] std::size_t find(std::string_view organ, int year) const;
};

/// Two reports whose texts are alike, by their numbers.
struct LikePair {
  std::size_t report = 0;
  std::size_t other = 0;  ///< before `report`
  int percent = 0;        ///< likeness() of their sketches
};

/// For each report the first one before it that is alike in at least `percent` of 100 and of the same year, but of
/// another organ. Texts with less than `length` code points of their own are left out; so are reports that name no
/// organ or year, and two organs of which one's name is the beginning of the other's (a government and its office may
/// well report alike).
///
/// Takes time in proportion to the number of reports: only those that share a part of their sketches are compared.
std::vector<LikePair> find_alike(const Corpus& corpus, int percent, std::size_t length);

/// Whether two reports are of two bodies that report apart, and for the same year.
bool are_of_two_bodies(const ReportDigest& a, const ReportDigest& b);

}  // namespace gialint
