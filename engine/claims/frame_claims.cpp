#include "engine/claims/frame_claims.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/claims/readings.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// The last administrative level that `name` holds; empty when it holds none.
std::string_view last_level(const std::optional<Pattern>& levels, std::string_view name) {
  std::string_view last;
  if (!levels) return last;
  for (const Pattern::Match& match : levels->find_all(name)) last = name.substr(match.span.begin, match.span.size());
  return last;
}

Span source_of(Span part, const Skeleton& skeleton, const Paragraph& paragraph) {
  const Span inside = skeleton.source(part.begin, part.end);
  const std::string_view text = paragraph.text.text().substr(inside.begin, inside.size());
  const std::string_view kept = trim(text);
  const auto start = static_cast<std::uint32_t>(kept.empty() ? 0 : kept.data() - text.data());
  return paragraph.text.source({inside.begin + start, inside.begin + start + static_cast<std::uint32_t>(kept.size())});
}

bool scale_down(int exponent, Decimal& value) {
  const std::optional<Decimal> scaled = Decimal::scaled(value.units(), value.scale() + exponent);
  if (scaled) value = *scaled;
  return scaled.has_value();
}

}  // namespace

FrameClaims::FrameClaims(const Outline& outline, std::optional<int> year, const Lexicon& lexicon)
    : year_(year), lexicon_(&lexicon), reader_(lexicon, year) {
  const std::optional<Pattern>& government = lexicon.context.government;
  government_ = outline.title && government && government->is_in(outline.title->organ_name);
  if (government_) level_ = last_level(lexicon.context.level, outline.title->organ_name);
}

// A county's report speaks of its own region as 全县; 全市 there is the city it lies in.
bool FrameClaims::is_own_region(std::string_view words) const {
  const std::string_view level = last_level(lexicon_->context.level, words);
  return government_ && (level.empty() || level == level_);
}

std::optional<Claim> FrameClaims::claim_of(const FrameClaim& stated, const Skeleton& skeleton,
                                           const Paragraph& paragraph) const {
  const Measure& measure = lexicon_->measures[stated.measure];
  Claim claim;
  claim.measure = measure.id;
  claim.statement = stated.statement;
  if (stated.number != nullptr) {
    const Mention& mention = stated.number->mention;
    claim.span = paragraph.text.source(mention.span);
    claim.value = mention.value;
    claim.low = mention.low;
    claim.high = mention.high;
    claim.exactness = mention.exactness;
    claim.step = mention.step;
  } else {
    claim.span = source_of(stated.words, skeleton, paragraph);
  }
  claim.printed = claim.value;
  for (Decimal* value : {&claim.value, &claim.low, &claim.high, &claim.step}) {
    if (!scale_down(measure.cell_exponent, *value)) return std::nullopt;
  }
  claim.clause = hull(source_of(stated.clause, skeleton, paragraph), claim.span);
  claim.in_words = stated.in_words;
  claim.ambiguous = stated.ambiguous;
  claim.weak = stated.weak;
  claim.part = stated.part && government_;
  claim.year = stated.year;
  claim.section = section_;
  claim.scope = stated.scope;
  if (claim.scope == Scope::region &&
      is_own_region(std::string_view(skeleton.text).substr(stated.region.begin, stated.region.size()))) {
    claim.scope = Scope::own;
  }
  return claim;
}

FrameClaims::Read FrameClaims::read(const Paragraph& paragraph, const char* section) {
  if (section_ == nullptr || std::string_view(section_) != section) {
    reader_.begin_section();
    section_ = section;
  }
  const Skeleton skeleton = build_frame_skeleton(paragraph.text.text(), year_, lexicon_->numbers);
  const std::vector<FrameToken> tokens = frame_tokens(skeleton, lexicon_->vocabulary);
  const FrameReading reading = reader_.read(tokens, paragraph.heading);
  Read read;
  for (const FrameClaim& stated : reading.claims) {
    std::optional<Claim> claim = claim_of(stated, skeleton, paragraph);
    if (!claim) continue;
    read.claims.push_back(*std::move(claim));
    read.rules.push_back(stated.rule);
    read.places.push_back(stated.number != nullptr ? stated.number->mention.span.begin
                                                   : skeleton.source(stated.words.begin, stated.words.end).begin);
  }
  for (const FrameSilence& silence : reading.silences) {
    const bool of_number = silence.number != nullptr;
    read.silences.push_back({silence.rule,
                             of_number ? paragraph.text.source(silence.number->mention.span)
                                       : source_of(silence.words, skeleton, paragraph),
                             silence.cause.empty() ? Span{} : source_of(silence.cause, skeleton, paragraph),
                             of_number});
  }
  return read;
}

FrameClaims::Read read_frames(const Outline& outline, const Paragraphs& paragraphs, std::optional<int> year,
                              const Lexicon& lexicon) {
  FrameClaims frames(outline, year, lexicon);
  FrameClaims::Read all;
  const auto add = [&](const Paragraph& paragraph, const char* section) {
    FrameClaims::Read read = frames.read(paragraph, section);
    std::move(read.claims.begin(), read.claims.end(), std::back_inserter(all.claims));
    all.rules.insert(all.rules.end(), read.rules.begin(), read.rules.end());
    all.places.insert(all.places.end(), read.places.begin(), read.places.end());
    all.silences.insert(all.silences.end(), read.silences.begin(), read.silences.end());
  };
  for (const Paragraph& paragraph : paragraphs.preface) add(paragraph, "preface");
  for (const Section& section : outline.sections) {
    for (const Paragraph& paragraph : paragraphs.of(section)) add(paragraph, section.id.c_str());
  }
  return all;
}

}  // namespace gialint
