#include "engine/report/corpus.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <unordered_map>
#include <utility>

#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

// Two sketches of which nine tenths agree share one of 32 parts of four bins in all but one case in 10^14.
constexpr std::size_t bins_of_part = 4;
// Of the reports that share a part, only the first few are looked at: those behind them are like them.
constexpr std::size_t most_in_bucket = 8;

}  // namespace

std::size_t Corpus::find(std::string_view organ, int year) const {
  const std::string key = to_utf8(fold_text(aliases.name_of(organ)));
  const auto found = std::find_if(reports.begin(), reports.end(), [&](const ReportDigest& report) {
    return report.year == year && report.organ_key == key;
  });
  return static_cast<std::size_t>(found - reports.begin());
}

bool are_of_two_bodies(const ReportDigest& a, const ReportDigest& b) {
  if (a.organ_key.empty() || b.organ_key.empty() || !a.year || a.year != b.year) return false;
  const std::size_t shorter = std::min(a.organ_key.size(), b.organ_key.size());
  return a.organ_key.compare(0, shorter, b.organ_key, 0, shorter) != 0;
}

std::vector<LikePair> find_alike(const Corpus& corpus, int percent, std::size_t length) {
  std::vector<LikePair> pairs;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> buckets;
  std::set<std::pair<std::string_view, int>> seen;  // organ and year: a second copy says nothing new
  for (std::size_t number = 0; number < corpus.reports.size(); ++number) {
    const ReportDigest& report = corpus.reports[number];
    if (report.text.length < length || report.organ_key.empty() || !report.year) continue;
    if (!seen.emplace(report.organ_key, *report.year).second) continue;
    LikePair best{number, number, 0};
    for (std::size_t part = 0; part < TextSketch::size; part += bins_of_part) {
      std::uint64_t key = part;
      bool used = false;
      for (std::size_t bin = part; bin < part + bins_of_part; ++bin) {
        key = (key ^ report.text.least[bin]) * 0x100000001b3ULL + (key >> 29U);
        used = used || report.text.least[bin] != TextSketch::empty;
      }
      if (!used) continue;
      std::vector<std::size_t>& bucket = buckets[key];
      for (const std::size_t other : bucket) {
        if (other >= best.other || !are_of_two_bodies(report, corpus.reports[other])) continue;
        const int alike = likeness(report.text, corpus.reports[other].text);
        if (alike >= percent) best = {number, other, alike};
      }
      if (bucket.size() < most_in_bucket) bucket.push_back(number);
    }
    if (best.other != number) pairs.push_back(best);
  }
  return pairs;
}

}  // namespace gialint
