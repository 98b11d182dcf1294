#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/claims/claim_reader.hpp"

namespace gialint::testing {

inline constexpr int report_year = 2023;

/// Section "overall" and what stands in it.
struct Written {
  Outline outline;
  Paragraphs paragraphs;
};

/// One paragraph for each line of `prose`; a line that starts with "# " is a heading.
inline Written write(std::string_view prose, std::string_view organ = "") {
  Written written;
  if (!organ.empty()) {
    written.outline.title.emplace();
    written.outline.title->organ_name = organ;
  }
  written.outline.sections.emplace_back().id = "overall";
  std::vector<Paragraph>& paragraphs = written.paragraphs.sections.emplace_back();
  for (std::size_t at = 0; at < prose.size();) {
    const std::size_t end = std::min(prose.find('\n', at), prose.size());
    Paragraph paragraph;
    std::size_t begin = at;
    if (prose.substr(at, 2) == "# ") {
      paragraph.heading = true;
      begin += 2;
    }
    paragraph.text.append(prose.substr(begin, end - begin), static_cast<std::uint32_t>(begin));
    paragraph.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    paragraphs.push_back(std::move(paragraph));
    at = end + 1;
  }
  return written;
}

/// What `prose` says in a report without tables, for `year`.
inline Prose read(std::string_view prose, const Lexicon& lexicon, std::string_view organ = "",
                  std::optional<int> year = report_year) {
  const Written written = write(prose, organ);
  return read_prose(written.outline, written.paragraphs, Tables{}, year, lexicon);
}

/// "requests.received=3 requests.answered=2": ~ ambiguous, ? weak, w in words, < a part, @region, @2022, [low..high];
/// a statement that all is finished or nobody was found wrong is "=finished", "=outcome".
inline std::string dump(std::string_view prose, const std::vector<Claim>& claims) {
  std::string out;
  for (const Claim& claim : claims) {
    out += (out.empty() ? "" : " ") + claim.measure + "=";
    out += claim.statement == Statement::finished  ? "finished"
           : claim.statement == Statement::outcome ? "outcome"
                                                   : to_string(claim.value);
    if (claim.exactness != Exactness::exact) {
      out += "[" + to_string(claim.low) + ".." + to_string(claim.high) + "]";
    }
    if (claim.ambiguous) out += "~";
    if (claim.weak) out += "?";
    if (claim.part) out += "<";
    if (claim.in_words && claim.statement == Statement::figure) out += "w";
    if (claim.scope == Scope::region) out += "@region";
    if (claim.scope == Scope::system) out += "@system";
    if (claim.year && *claim.year != report_year) out += "@" + std::to_string(*claim.year);
    if (claim.span.empty() || claim.span.end > prose.size() || !claim.clause.contains(claim.span)) out += " misplaced";
  }
  return out;
}

/// The claims as above, then "list(75: 1+19+2)" for a total with its parts and "share(35=4.34%)" for a percentage. What
/// does not tie ends in "!": list(11: 9+3 !above), share(258=33.9% !32.0).
inline std::string dump(std::string_view text, const Prose& prose) {
  std::string out = dump(text, prose.claims);
  const auto add = [&](const std::string& item) { out += (out.empty() ? "" : " ") + item; };
  for (const Breakdown& breakdown : prose.breakdowns) {
    std::string item = "list(" + to_string(breakdown.total.value) + ":";
    for (std::size_t i = 0; i < breakdown.parts.size(); ++i) {
      item += (i == 0 ? " " : "+") + to_string(breakdown.parts[i].value);
    }
    switch (breakdown.fault) {
      case Breakdown::Fault::part:
        item += " !part";
        break;
      case Breakdown::Fault::above:
        item += " !above";
        break;
      case Breakdown::Fault::below:
        item += " !below";
        break;
      case Breakdown::Fault::none:
        break;
    }
    add(item + (breakdown.mixed_units ? " mixed)" : ")"));
  }
  for (const Share& share : prose.shares) {
    std::string item = share.kind == Share::Kind::growth ? "growth(" : "share(";
    item += to_string(share.part.value) + "=" + to_string(share.stated.value) + share.stated.unit;
    add(item + (share.agrees ? ")" : " !" + to_string(share.expected) + ")"));
  }
  return out;
}

}  // namespace gialint::testing
