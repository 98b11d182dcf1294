#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/report.hpp"
#include "engine/text/decimal.hpp"
#include "engine/text/likeness.hpp"

namespace gialint {

/// What a run keeps of a report for rules about all its reports: under 4 KB, so that a hundred thousand fit.
struct ReportDigest {
  std::string path;        ///< as printed
  std::string organ;       ///< as the title prints it, without blanks; empty when it names none
  std::string organ_key;   ///< the same folded, of a body of several names the one: two spellings are equal
  std::string organ_kind;  ///< "department"; empty: not known
  std::optional<int> year;
  const Edition* edition = nullptr;  ///< of the tables; outlives it
  TextSketch text;                   ///< of the body's own words, without its name and digits

  std::size_t nonzero = 0;    ///< figures other than 0, totals left out
  bool complete = false;      ///< every cell of the form has a figure
  std::uint64_t figures = 0;  ///< a hash of all figures, the same for the same figures of one edition

  /// The figure of a cell, by its indices in the edition; empty when it does not count.
  [[nodiscard]] std::optional<Decimal> figure(std::size_t table, std::size_t row, std::size_t column) const;

  std::vector<std::int64_t> units;    ///< of each cell of the edition in print order …
  std::vector<std::int8_t> decimals;  ///< … and how many of its digits are decimals; -1: it does not count
};

/// `aliases` say which bodies are one.
ReportDigest make_digest(const Report& report, const OrganAliases& aliases = {});

/// Where a place of the model ("title", "requests/new_received/total") is in the text; zero-width at the start of the
/// text when there is no such place.
Span span_of_place(const Report& report, std::string_view place);

}  // namespace gialint
