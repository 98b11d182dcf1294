#pragma once

#include <optional>
#include <vector>

#include "engine/claims/claim.hpp"
#include "engine/claims/frame_reader.hpp"
#include "engine/document/outline.hpp"
#include "engine/document/paragraphs.hpp"
#include "engine/forms/lexicon.hpp"
#include "engine/tables/table.hpp"

namespace gialint {

/// A number, or a negation, of which frames claim nothing, with its places in the source.
struct Silence {
  FrameRule rule = FrameRule::no_class;
  Span span;   ///< the number, or the words of the negation
  Span cause;  ///< the word because of which; empty when it is no one word
  bool of_number = false;
};

/// Makes claims about the tables of what frames say of one report's paragraphs.
class FrameClaims {
 public:
  /// `year` is the report's; all must outlive this.
  FrameClaims(const Outline& outline, std::optional<int> year, const Lexicon& lexicon);

  struct Read {
    std::vector<Claim> claims;          ///< in the order of the text
    std::vector<FrameRule> rules;       ///< by which each came about
    std::vector<std::uint32_t> places;  ///< of each in its paragraph, in bytes
    std::vector<Silence> silences;
  };
  /// To be called for all paragraphs in the order of the text; `section` is the id of the one they stand in.
  Read read(const Paragraph& paragraph, const char* section);

 private:
  [[nodiscard]] std::optional<Claim> claim_of(const FrameClaim& stated, const Skeleton& skeleton,
                                              const Paragraph& paragraph) const;
  [[nodiscard]] bool is_own_region(std::string_view words) const;

  std::optional<int> year_;
  const Lexicon* lexicon_;
  bool government_ = false;
  std::string_view level_;  ///< of a government's region, in its name: 县
  FrameReader reader_;
  const char* section_ = nullptr;
};

/// All of a report, as read_prose() gives it. Never fails.
FrameClaims::Read read_frames(const Outline& outline, const Paragraphs& paragraphs, std::optional<int> year,
                              const Lexicon& lexicon);

}  // namespace gialint
