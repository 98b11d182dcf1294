#include "engine/fix/fix.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "engine/fix/fix_bytes.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

bool changes(std::string_view text, const Edit& edit) {
  return text.substr(edit.span.begin, edit.span.size()) != edit.replacement;
}

// Two insertions at one place touch, and so do an end and a beginning.
bool touch(Span a, Span b) { return a.begin <= b.end && b.begin <= a.end; }

// Spans that are taken, none touching another.
class Taken {
 public:
  [[nodiscard]] bool is_free(Span span) const {
    const auto after = spans_.upper_bound({span.end, UINT32_MAX});
    return after == spans_.begin() || !touch(*std::prev(after), span);
  }
  void take(Span span) { spans_.insert(span); }

 private:
  std::set<Span> spans_;
};

// A round's fixes in the bytes of the file.
struct Round {
  std::vector<ByteEdit> edits;
  std::map<std::string, std::size_t> fixed;  // by rule
};

FilePlace where(const FileResult& result, Span span) {
  const Position at = result.source->position(span.begin, ColumnUnit::code_point);
  return {result.path, at.line, at.column};
}

// What was refused once is refused in every round.
using Refused = std::set<std::pair<std::string, std::string>>;  // rule and fingerprint

Round translate(const FileResult& result, const FileBytes& bytes, const FixOptions& options, Refused& refused,
                std::vector<Failure>& reasons) {
  static constexpr Sentence not_made("{} 的修改没有做：{}", "the fix of {} was not made: {}");
  const auto wanted = [&](const Diagnostic& diagnostic) {
    return is_wanted(*diagnostic.fix, options) && refused.count({diagnostic.rule, diagnostic.fingerprint}) == 0;
  };
  Round round;
  for (const Diagnostic* chosen : fixes_at_once(result.source->text(), result.diagnostics, wanted)) {
    std::vector<ByteEdit> edits;
    std::optional<Bilingual> reason;
    for (const Edit& edit : chosen->fix->edits) {
      Result<ByteEdit> translated = bytes.translate(edit);
      if (!translated.ok()) {
        reason = translated.failure().what;
        break;
      }
      edits.push_back(std::move(*translated));
    }
    if (reason) {
      refused.emplace(chosen->rule, chosen->fingerprint);
      reasons.push_back({where(result, chosen->fix->edits.front().span), not_made.with(chosen->rule, *reason)});
      continue;
    }
    ++round.fixed[chosen->rule];
    std::move(edits.begin(), edits.end(), std::back_inserter(round.edits));
  }
  std::sort(round.edits.begin(), round.edits.end(),
            [](const ByteEdit& a, const ByteEdit& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
  return round;
}

// A state that the file went through, and the rules whose fixes led on from it.
struct State {
  std::string bytes;
  std::set<std::string> rules;
};

Failure endless(const std::string& path, std::vector<State>::const_iterator from,
                std::vector<State>::const_iterator to) {
  static constexpr Sentence one("规则 {} 的修改没完没了，这个文件没有改动",
                                "the fixes of {} never come to an end; the file is left as it was");
  static constexpr Sentence two("规则 {} 和 {} 的修改互相抵触，这个文件没有改动",
                                "the fixes of {} and {} undo each other; the file is left as it was");
  std::set<std::string> rules;
  for (; from != to; ++from) rules.insert(from->rules.begin(), from->rules.end());
  if (rules.size() == 1) return {{path}, one.with(*rules.begin())};
  return {{path}, two.with(*rules.begin(), *std::next(rules.begin()))};
}

// Moves what a run before knew to where it was put then.
void set_known_apart(FileResult& result, const std::set<std::string>& known) {
  std::vector<Diagnostic> left;
  for (Diagnostic& diagnostic : result.diagnostics) {
    (known.count(diagnostic.fingerprint) != 0 ? result.in_baseline : left).push_back(std::move(diagnostic));
  }
  result.diagnostics = std::move(left);
}

}  // namespace

std::vector<const Diagnostic*> fixes_at_once(std::string_view text, const std::vector<Diagnostic>& diagnostics,
                                             const FixFilter& wanted) {
  std::vector<const Diagnostic*> all;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!diagnostic.fix || !wanted(diagnostic)) continue;
    const std::vector<Edit>& edits = diagnostic.fix->edits;
    if (std::any_of(edits.begin(), edits.end(), [&](const Edit& edit) { return changes(text, edit); }))
      all.push_back(&diagnostic);
  }
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic* a, const Diagnostic* b) {
    return a->fix->edits.front().span < b->fix->edits.front().span;
  });
  Taken taken;
  std::vector<const Diagnostic*> chosen;
  for (const Diagnostic* diagnostic : all) {
    const std::vector<Edit>& edits = diagnostic->fix->edits;
    if (!std::all_of(edits.begin(), edits.end(), [&](const Edit& edit) { return taken.is_free(edit.span); })) continue;
    for (const Edit& edit : edits) taken.take(edit.span);
    chosen.push_back(diagnostic);
  }
  return chosen;
}

std::string apply_fixes(std::string_view text, const std::vector<Diagnostic>& diagnostics) {
  std::vector<Edit> edits;
  for (const Diagnostic* each : fixes_at_once(text, diagnostics, [](const Diagnostic&) { return true; })) {
    edits.insert(edits.end(), each->fix->edits.begin(), each->fix->edits.end());
  }
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.span < b.span; });
  std::string fixed;
  std::uint32_t done = 0;
  for (const Edit& edit : edits) {
    fixed.append(text.substr(done, edit.span.begin - done)).append(edit.replacement);
    done = edit.span.end;
  }
  return fixed.append(text.substr(done));
}

bool is_wanted(const Fix& fix, const FixOptions& options) {
  return fix.safety == FixSafety::safe || (options.unsafe && fix.safety == FixSafety::unsafe);
}

Result<FixedFile> fix_bytes(FileResult result, std::string bytes, std::optional<Format> format,
                            const FixOptions& options, const LintBytes& lint) {
  static constexpr Sentence other_encoding("改好以后会被当作 {} 编码，不是 {}：没有改动；可用 --encoding 指明编码",
                                           "with its fixes it would be read as {}, not {}, and is left as it was; "
                                           "--encoding names the encoding");
  FixedFile file;
  std::set<std::string> known;
  for (const Diagnostic& diagnostic : result.in_baseline) known.insert(diagnostic.fingerprint);
  const Encoding encoding = result.source->encoding();
  Refused refused;
  std::vector<State> states;
  while (true) {
    const std::size_t refused_before = refused.size();
    const FileBytes now(bytes, *result.source, format.value_or(detect_format(result.source->text())));
    const Round round = translate(result, now, options, refused, file.refused);
    // One that was refused may have kept others waiting.
    if (round.edits.empty() && refused.size() > refused_before) continue;
    if (round.edits.empty()) break;

    std::string changed = now.with(round.edits);
    State& state = states.emplace_back(State{std::move(bytes), {}});
    for (const auto& [rule, count] : round.fixed) {
      file.fixed[rule] += count;
      state.rules.insert(rule);
    }
    auto same = std::find_if(states.begin(), states.end(), [&](const State& one) { return one.bytes == changed; });
    if (same == states.end() && states.size() > options.rounds)
      same = states.end() - std::min<std::ptrdiff_t>(2, std::ssize(states));
    if (same != states.end()) return endless(result.path, same, states.end());

    bytes = std::move(changed);
    const std::string path = std::move(result.path);
    result = lint(bytes);
    result.path = path;
    if (result.unreadable) return Failure{{path}, result.unreadable->what};
    if (result.source->encoding() != encoding) {
      return Failure{{path}, other_encoding.with(encoding_name(result.source->encoding()), encoding_name(encoding))};
    }
    set_known_apart(result, known);
  }
  file.bytes = std::move(bytes);
  file.left = std::move(result);
  return file;
}

}  // namespace gialint
