#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/report/report.hpp"
#include "engine/text/language.hpp"

namespace gialint {

/// Tells where things stand to somebody who looks at the document itself and sees no lines: "表三第5行“自然人”列",
/// "“一、总体情况”第2段". The tables are numbered as their sections are. Rows count from the top of the table as it is
/// drawn, header rows among them; paragraphs from the section's heading, blank ones left out.
class Locations {
 public:
  /// The report must outlive it.
  Locations(const Report& report, Language language);

  /// Where `span`, of the report's text, begins. An empty one is something missing in front of what stands there.
  [[nodiscard]] std::string of(Span span) const;

 private:
  struct Place {
    std::uint32_t section = 0;  ///< of Outline::sections, from 1; 0: in front of them all
    std::uint32_t number = 0;   ///< of the block among the paragraphs, or the tables, of its section, from 1
  };

  [[nodiscard]] Bilingual place_of(Span span) const;
  [[nodiscard]] Bilingual in_grid(std::size_t block, Span span) const;
  [[nodiscard]] Bilingual in_text(std::size_t block, Span span) const;
  [[nodiscard]] Bilingual table_name(std::size_t block) const;
  [[nodiscard]] std::string form_column(Span span) const;
  [[nodiscard]] std::string words(Span span) const;

  const Report& report_;
  Language language_;
  std::vector<Place> places_;          ///< of the blocks
  std::vector<std::uint32_t> tables_;  ///< how many each section holds; at 0 those in front of them all
};

}  // namespace gialint
