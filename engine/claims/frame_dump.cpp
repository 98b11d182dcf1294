#include "engine/claims/frame_dump.hpp"

#include <string_view>
#include <vector>

#include "engine/claims/frame_claims.hpp"
#include "engine/claims/frame_reader.hpp"
#include "engine/claims/frame_tokens.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

std::string_view kind_name(FrameToken::Kind kind) {
  switch (kind) {
    case FrameToken::Kind::word:
      return "word";
    case FrameToken::Kind::gap:
      return "?";
    case FrameToken::Kind::mark:
      return "mark";
    case FrameToken::Kind::number:
      return "number";
    case FrameToken::Kind::percent:
      return "percent";
    case FrameToken::Kind::year:
      return "year";
    case FrameToken::Kind::date:
      return "date";
    case FrameToken::Kind::full_year:
      return "full-year";
    case FrameToken::Kind::title:
      return "title";
    case FrameToken::Kind::other:
      break;
  }
  return "other";
}

class FrameDump {
 public:
  FrameDump(std::optional<int> year, const Lexicon& lexicon)
      : year_(year), lexicon_(&lexicon), reader_(lexicon, year) {}

  void begin_section() { reader_.begin_section(); }
  void add(const Paragraph& paragraph);
  std::string take() { return std::move(out_); }

 private:
  void add_tokens(const std::vector<FrameToken>& tokens);
  void add_claim(const FrameClaim& claim);
  void add_silence(const FrameSilence& silence);
  [[nodiscard]] std::string text_of(Span part) const;
  [[nodiscard]] std::string printed(const Skeleton::Number* number, Span words) const;
  [[nodiscard]] std::string frame_text(const ProseFrame& frame) const;

  std::optional<int> year_;
  const Lexicon* lexicon_;
  FrameReader reader_;
  const Skeleton* skeleton_ = nullptr;
  std::string_view paragraph_;
  std::string out_;
};

std::string FrameDump::text_of(Span part) const {
  const Span inside = skeleton_->source(part.begin, part.end);
  return one_line(trim(paragraph_.substr(inside.begin, inside.size())));
}

// The number with its unit.
std::string FrameDump::printed(const Skeleton::Number* number, Span words) const {
  if (number == nullptr) return text_of(words);
  const Span span = number->mention.span;
  return one_line(paragraph_.substr(span.begin, number->end - span.begin));
}

std::string FrameDump::frame_text(const ProseFrame& frame) const {
  const Vocabulary& words = lexicon_->vocabulary;
  std::string text;
  const auto add = [&](Slot slot, auto value) {
    if (static_cast<std::uint16_t>(value) == 0) return;
    if (!text.empty()) text += ' ';
    text += words.values(slot)[static_cast<std::size_t>(value)];
  };
  add(Slot::thing, frame.thing);
  add(Slot::act, frame.act);
  add(Slot::outcome, frame.outcome);
  add(Slot::result, frame.result);
  add(Slot::applicant, frame.applicant);
  return text;
}

void FrameDump::add_tokens(const std::vector<FrameToken>& tokens) {
  for (const FrameToken& token : tokens) {
    if (token.kind == FrameToken::Kind::mark) {
      out_ += text_of(token.at);
      continue;
    }
    if (!out_.empty() && out_.back() != '\n') out_ += ' ';
    out_ += token.kind == FrameToken::Kind::number ? printed(token.number, token.at) : text_of(token.at);
    out_ += '/';
    if (token.kind == FrameToken::Kind::word) {
      std::string labels = lexicon_->vocabulary.describe(token.labels);
      for (char& c : labels) c = c == ' ' ? ',' : c;
      out_ += labels;
    } else {
      out_ += kind_name(token.kind);
    }
  }
  out_ += '\n';
}

void FrameDump::add_claim(const FrameClaim& claim) {
  out_ += "CLAIM  " + printed(claim.number, claim.words) + "  " + lexicon_->measures[claim.measure].id + "  {" +
          frame_text(claim.frame) + "}  " + std::string(frame_rule_name(claim.rule));
  if (claim.weak) out_ += " weak";
  if (claim.ambiguous) out_ += " ambiguous";
  if (claim.part) out_ += " part";
  if (claim.scope != Scope::own) out_ += " " + std::string(scope_name(claim.scope));
  if (claim.year && claim.year != year_) out_ += " " + std::to_string(*claim.year);
  out_ += '\n';
}

void FrameDump::add_silence(const FrameSilence& silence) {
  out_ += "SILENT " + printed(silence.number, silence.words) + "  " + std::string(frame_rule_name(silence.rule));
  if (!silence.cause.empty()) out_ += ": " + text_of(silence.cause);
  out_ += '\n';
}

void FrameDump::add(const Paragraph& paragraph) {
  paragraph_ = paragraph.text.text();
  const Skeleton skeleton = build_frame_skeleton(paragraph_, year_, lexicon_->numbers);
  skeleton_ = &skeleton;
  const std::vector<FrameToken> tokens = frame_tokens(skeleton, lexicon_->vocabulary);
  const FrameReading reading = reader_.read(tokens, paragraph.heading);
  if (reading.claims.empty() && reading.silences.empty()) return;
  if (!out_.empty()) out_ += '\n';
  add_tokens(tokens);
  // In the order of the text, claims and silences together.
  std::size_t silence = 0;
  for (const FrameClaim& claim : reading.claims) {
    while (silence < reading.silences.size() && reading.silences[silence].words < claim.words)
      add_silence(reading.silences[silence++]);
    add_claim(claim);
  }
  while (silence < reading.silences.size()) add_silence(reading.silences[silence++]);
}

}  // namespace

std::string dump_frames(const Outline& outline, const Paragraphs& paragraphs, std::optional<int> year,
                        const Lexicon& lexicon) {
  FrameDump dump(year, lexicon);
  for (const Paragraph& paragraph : paragraphs.preface) dump.add(paragraph);
  for (const Section& section : outline.sections) {
    dump.begin_section();
    for (const Paragraph& paragraph : paragraphs.of(section)) dump.add(paragraph);
  }
  return dump.take();
}

}  // namespace gialint
