#include "engine/claims/relations.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/claims/trends.hpp"

namespace gialint {
namespace {

/// A paragraph with more numbers is a table that was not seen as one.
constexpr std::size_t most_numbers = 500;

void add_sums(const std::vector<ClaimReading>& readings, std::vector<Decimal>& values) {
  for (const ClaimReading& reading : readings) {
    if (reading.sum) values.push_back(*reading.sum);
  }
}

/// Where the sentence begins that byte `at` of a skeleton's text belongs to.
std::uint32_t sentence_begin(std::string_view text, std::uint32_t at) {
  const std::size_t stop = text.substr(0, at).rfind("。");
  return stop == std::string_view::npos ? 0 : static_cast<std::uint32_t>(stop);
}

/// A claim as one of the numbers of a sum.
Mention mention_of(const Claim& claim) {
  Mention mention;
  mention.span = claim.span;
  mention.unit_span = {claim.span.end, claim.span.end};
  mention.value = mention.low = mention.high = claim.value;
  mention.section = claim.section;
  return mention;
}

}  // namespace

void RelationReader::read(const ParagraphClaims& paragraph, std::vector<Breakdown>& breakdowns,
                          std::vector<Share>& shares) {
  const Skeleton& skeleton = paragraph.skeleton;
  if (skeleton.numbers.size() > most_numbers || skeleton.things.size() > most_numbers) return;
  read_counts(paragraph, breakdowns, shares);
  for (const Balance& balance : lexicon_->balances) read_balance(paragraph, balance, breakdowns);
  read_growth(paragraph, shares);
  if (skeleton.things.size() < 2) return;
  // What no table counts is held against itself alone.
  Skeleton things = skeleton;
  std::erase_if(things.numbers,
                [](const Skeleton::Number& number) { return number.mention.kind != MentionKind::percentage; });
  const auto middle = things.numbers.insert(things.numbers.end(), skeleton.things.begin(), skeleton.things.end());
  std::inplace_merge(things.numbers.begin(), middle, things.numbers.end(),
                     [](const Skeleton::Number& a, const Skeleton::Number& b) { return a.at < b.at; });
  read_counts({things, paragraph.text, paragraph.section, paragraph.year, {}, {}}, breakdowns, shares);
}

void RelationReader::read_counts(const ParagraphClaims& paragraph, std::vector<Breakdown>& breakdowns,
                                 std::vector<Share>& shares) {
  lists_ = find_lists(paragraph.skeleton, *lexicon_);
  mark_parts(paragraph);
  for (const NumberList& list : lists_) breakdowns.push_back(read_list(paragraph, list));
  for (const ShareLink& link : find_shares(paragraph.skeleton, lexicon_->lists)) {
    if (std::optional<Share> share = link.named ? read_rate(paragraph, link) : read_share(paragraph, link)) {
      shares.push_back(*std::move(share));
    }
  }
}

// The number right before the comparison, or the total of the list whose last member that is:
// 收到8件，来自自然人7件、企业1 件，比上年（11件）减少3件.
void RelationReader::read_growth(const ParagraphClaims& paragraph, std::vector<Share>& shares) const {
  const std::vector<Skeleton::Number>& numbers = paragraph.skeleton.numbers;
  for (const GrowthLink& link : find_growth(paragraph.skeleton, *lexicon_)) {
    const Mention& by = numbers[link.by].mention;
    const Mention& before = numbers[link.before].mention;
    const std::optional<Mention> change = as_change(by, *lexicon_);
    if (!change || before.exactness != Exactness::exact) continue;
    Share share;
    share.kind = Share::Kind::growth;
    share.agrees = false;
    bool known = false;
    const std::uint32_t sentence = sentence_begin(paragraph.skeleton.text, numbers[link.now].at);
    for (std::size_t now = link.now + 1; now-- > 0 && numbers[now].at >= sentence && !share.agrees;) {
      const Mention& mention = numbers[now].mention;
      const bool alike =
          mention.kind == numbers[link.now].mention.kind && mention.unit == numbers[link.now].mention.unit;
      if (!alike || mention.exactness != Exactness::exact) continue;
      const std::optional<Growth> growth = check_growth(mention.value, before.value, *change, link.rises);
      if (!growth) continue;
      if (!known || growth->agrees) {
        share.part = in_source(mention, paragraph.text, paragraph.section);
        share.expected = growth->expected;
        share.agrees = growth->agrees;
      }
      known = true;
    }
    if (!known) continue;
    share.stated = in_source(by, paragraph.text, paragraph.section);
    share.span = share.stated.span;
    share.base = before.value;
    shares.push_back(std::move(share));
  }
}

RelationReader::Claims RelationReader::claims_at(const ParagraphClaims& paragraph, std::size_t number) {
  Claims found;
  for (std::size_t i = 0; i < paragraph.claims.size(); ++i) {
    if (paragraph.origins[i].at == paragraph.skeleton.numbers[number].at) found.push_back(i);
  }
  return found;
}

bool RelationReader::is_contradicted(const ParagraphClaims& paragraph, std::size_t number) {
  const Claims claims = claims_at(paragraph, number);
  return std::any_of(claims.begin(), claims.end(),
                     [&](std::size_t claim) { return paragraph.claims[claim].verdict == ClaimVerdict::contradicted; });
}

// 网上申请5件，其中自然人3件: members of a whole that is none of the tables' count a part of what the tables count. So
// do figures that one paragraph states twice with two values: 网上5件，其中予以公开3件；信函4件，其中予以公开2件.
void RelationReader::mark_parts(const ParagraphClaims& paragraph) const {
  const auto mark = [&](std::size_t index) {
    Claim& claim = paragraph.claims[index];
    claim.part = true;
    if (claim.verdict == ClaimVerdict::contradicted) claim.verdict = judge(claim);
  };
  for (const NumberList& list : lists_) {
    if (list.summed) continue;
    const bool known = std::any_of(list.wholes.begin(), list.wholes.end(), [&](std::size_t whole) {
      const Claims claims = claims_at(paragraph, whole);
      return std::any_of(claims.begin(), claims.end(),
                         [&](std::size_t claim) { return !paragraph.claims[claim].part; });
    });
    if (known) continue;
    for (const std::size_t part : list.parts) {
      for (const std::size_t claim : claims_at(paragraph, part)) {
        if (paragraph.origins[claim].names_topic) continue;
        mark(claim);
        // Of what it is a part, nobody knows.
        paragraph.claims[claim].ambiguous = true;
        paragraph.claims[claim].verdict = ClaimVerdict::unknown;
      }
    }
  }
  for (std::size_t i = 0; i < paragraph.claims.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool loose = !paragraph.origins[i].names_topic && !paragraph.origins[j].names_topic;
      const Claim& a = paragraph.claims[i];
      const Claim& b = paragraph.claims[j];
      if (!loose || a.measure != b.measure || a.value == b.value) continue;
      mark(i);
      mark(j);
    }
  }
}

Breakdown RelationReader::read_list(const ParagraphClaims& paragraph, const NumberList& list) {
  const auto contradicted = [&](std::size_t number) { return is_contradicted(paragraph, number); };
  const auto place = [&](std::size_t number) {
    return in_source(paragraph.skeleton.numbers[number].mention, paragraph.text, paragraph.section);
  };
  Breakdown breakdown;
  breakdown.total = place(list.total);
  breakdown.span = breakdown.total.span;
  breakdown.fault = tables_explain(paragraph, list) ? Breakdown::Fault::none : list.fault;
  breakdown.at = list.at;
  breakdown.mixed_units = list.mixed_units;
  breakdown.follows = std::any_of(list.wholes.begin(), list.wholes.end(), contradicted) ||
                      std::any_of(list.parts.begin(), list.parts.end(), contradicted);
  for (const std::size_t part : list.parts) {
    breakdown.parts.push_back(place(part));
    breakdown.sum = add(breakdown.sum, breakdown.parts.back().value).value_or(breakdown.sum);
  }
  return breakdown;
}

// Parts that are what the tables have, or add up to one of the totals there: what is beside them the prose leaves out.
bool RelationReader::tables_explain(const ParagraphClaims& paragraph, const NumberList& list) {
  bool all_agree = true;
  Decimal sum(0);
  std::optional<std::size_t> family;
  for (const std::size_t part : list.parts) {
    const Claims claims = claims_at(paragraph, part);
    all_agree = all_agree && std::any_of(claims.begin(), claims.end(), [&](std::size_t claim) {
                  return paragraph.claims[claim].verdict == ClaimVerdict::agrees;
                });
    if (!claims.empty()) family = paragraph.origins[claims.front()].family;
    sum = add(sum, paragraph.skeleton.numbers[part].mention.value).value_or(sum);
  }
  if (all_agree) return true;
  if (!family || list.fault == Breakdown::Fault::part) return false;
  std::vector<Decimal> bases;
  for (const std::size_t measure : lexicon_->families[*family].bases) add_sums(readings_->of(measure), bases);
  return std::find(bases.begin(), bases.end(), sum) != bases.end();
}

// 受理11件，办结8件，结转下年1件: one figure of each kind in one sentence.
void RelationReader::read_balance(const ParagraphClaims& paragraph, const Balance& balance,
                                  std::vector<Breakdown>& breakdowns) {
  const std::string_view text = paragraph.skeleton.text;
  const auto states_one_of = [&](const Claim& claim, const std::vector<std::size_t>& measures) {
    return std::any_of(measures.begin(), measures.end(),
                       [&](std::size_t measure) { return lexicon_->measures[measure].id == claim.measure; });
  };
  for (std::size_t i = 0; i < paragraph.claims.size(); ++i) {
    const Claim& total = paragraph.claims[i];
    if (!states_one_of(total, balance.total)) continue;
    constexpr std::string_view stop = "。";
    const std::size_t last_stop = text.rfind(stop, paragraph.origins[i].at);
    const std::size_t begin = last_stop == std::string_view::npos ? 0 : last_stop;
    const std::size_t end = std::min(text.find(stop, paragraph.origins[i].at), text.size());
    const auto in_sentence = [&](const std::vector<std::size_t>& measures) {
      std::vector<const Claim*> found;
      for (std::size_t j = 0; j < paragraph.claims.size(); ++j) {
        const bool here = begin <= paragraph.origins[j].at && paragraph.origins[j].at < end;
        if (here && states_one_of(paragraph.claims[j], measures)) found.push_back(&paragraph.claims[j]);
      }
      return found;
    };
    const auto is_plain = [&](const Claim& claim) {
      return claim.exactness == Exactness::exact && !claim.ambiguous && !claim.part && !claim.in_words &&
             claim.statement == Statement::figure && claim.scope == total.scope && claim.year == total.year;
    };
    if (!is_plain(total) || in_sentence(balance.total).size() != 1) continue;
    std::vector<const Claim*> terms{&total};
    for (const std::vector<std::size_t>& measures : balance.parts) {
      const std::vector<const Claim*> found = in_sentence(measures);
      if (found.size() == 1 && is_plain(*found.front())) terms.push_back(found.front());
    }
    if (terms.size() != balance.parts.size() + 1) continue;

    Breakdown breakdown;
    breakdown.total = mention_of(total);
    breakdown.span = total.span;
    for (const Claim* term : terms) {
      breakdown.follows = breakdown.follows || term->verdict == ClaimVerdict::contradicted;
      if (term == &total) continue;
      breakdown.parts.push_back(mention_of(*term));
      breakdown.sum = add(breakdown.sum, term->value).value_or(breakdown.sum);
    }
    // The tables have all of these figures: what does not tie is theirs.
    const bool agreed = std::all_of(terms.begin(), terms.end(),
                                    [](const Claim* term) { return term->verdict == ClaimVerdict::agrees; });
    bool ties = agreed || total.value == breakdown.sum;
    for (const std::size_t measure : balance.plus) {
      // Counted in the total or beside it: where the prose names them, either may be meant.
      const std::string& id = lexicon_->measures[measure].id;
      ties = ties || std::any_of(paragraph.claims.begin(), paragraph.claims.end(),
                                 [&](const Claim& claim) { return claim.measure == id && !claim.value.is_zero(); });
      // What the table has of them can only explain that there is more than the total.
      for (const ClaimReading& reading : readings_->of(measure)) {
        ties =
            ties || (total.value < breakdown.sum && (!reading.sum || add(total.value, *reading.sum) == breakdown.sum));
      }
    }
    if (ties) continue;
    breakdown.fault = total.value < breakdown.sum ? Breakdown::Fault::above : Breakdown::Fault::below;
    breakdowns.push_back(std::move(breakdown));
  }
}

// 发放120份，满意117份，满意率97.5%: of a number of the same sentence that counts the same, or of all of those
// together. The part may stand before other numbers: 合格1187批次、不合格21批次，合格率98.3%.
std::optional<Share> RelationReader::read_rate(const ParagraphClaims& paragraph, ShareLink link) const {
  const std::vector<Skeleton::Number>& numbers = paragraph.skeleton.numbers;
  const Mention& percentage = numbers[link.percentage].mention;
  const std::uint32_t sentence = sentence_begin(paragraph.skeleton.text, numbers[link.part].at);
  std::vector<std::size_t> counts;  // from the last to the first
  for (std::size_t i = link.part + 1; i-- > 0 && numbers[i].at >= sentence;) {
    const Mention& count = numbers[i].mention;
    if (count.kind != numbers[link.part].mention.kind || count.unit != numbers[link.part].mention.unit) continue;
    // What the tables contradict is told there.
    if (count.exactness != Exactness::exact || is_contradicted(paragraph, i)) return std::nullopt;
    counts.push_back(i);
  }
  Share share;
  std::optional<Decimal> nearest;
  for (std::size_t part = 0; part < counts.size(); ++part) {
    const Decimal value = numbers[counts[part]].mention.value;
    Decimal sum;
    for (std::size_t i = part == 0 ? 1 : 0; i < counts.size(); ++i) {
      const Decimal count = numbers[counts[i]].mention.value;
      sum = add(sum, count).value_or(sum);
      for (const Decimal base : {count, sum}) {
        const std::optional<Decimal> expected = value <= base ? share_of(value, base, percentage.step) : std::nullopt;
        const std::optional<Decimal> off = expected ? distance(*expected, percentage.value) : std::nullopt;
        if (!off || (nearest && *nearest <= *off)) continue;
        nearest = off;
        share.part = in_source(numbers[counts[part]].mention, paragraph.text, paragraph.section);
        share.base = base;
        share.expected = *expected;
        share.agrees = is_share(percentage, value, base);
      }
    }
  }
  // 办结率100%: of what was due.
  constexpr std::int64_t all = 100;
  if (!nearest || (percentage.value == Decimal(all) && !share.agrees)) return std::nullopt;
  if (link.base && !share.agrees) {
    const Decimal part = numbers[link.part].mention.value;
    const Decimal base = numbers[*link.base].mention.value;
    const std::optional<Decimal> expected = part <= base ? share_of(part, base, percentage.step) : std::nullopt;
    if (!expected) return std::nullopt;
    share.part = in_source(numbers[link.part].mention, paragraph.text, paragraph.section);
    share.base = base;
    share.expected = *expected;
  }
  share.stated = in_source(percentage, paragraph.text, paragraph.section);
  share.span = share.stated.span;
  return share;
}

// The part may be the number beside the percentage or what the tables have for it, the base any number before it, the
// total of its list, or what the tables have for the family's bases.
std::optional<Share> RelationReader::read_share(const ParagraphClaims& paragraph, ShareLink link) {
  const std::vector<Skeleton::Number>& numbers = paragraph.skeleton.numbers;
  const Mention& percentage = numbers[link.percentage].mention;
  const Mention& part = numbers[link.part].mention;
  if (part.exactness != Exactness::exact) return std::nullopt;
  std::vector<Decimal> parts{part.value};
  std::vector<Decimal> bases;
  for (const NumberList& list : lists_) {
    if (std::find(list.parts.begin(), list.parts.end(), link.part) == list.parts.end()) continue;
    bases.push_back(numbers[list.total].mention.value);
    Decimal all(0);
    for (const std::size_t whole : list.wholes) {
      if (numbers[whole].mention.exactness != Exactness::exact) return std::nullopt;
      all = add(all, numbers[whole].mention.value).value_or(all);
    }
    Decimal sum(0);
    for (const std::size_t other : list.parts) sum = add(sum, numbers[other].mention.value).value_or(sum);
    bases.insert(bases.end(), {all, sum});
  }
  for (const std::size_t index : claims_at(paragraph, link.part)) {
    const Claim& claim = paragraph.claims[index];
    const bool other_subject =
        claim.scope != Scope::own || claim.ambiguous || claim.part || (claim.year && claim.year != paragraph.year);
    if (other_subject) return std::nullopt;
    add_sums(claim.readings, parts);
    for (const std::size_t measure : lexicon_->families[paragraph.origins[index].family].bases) {
      add_sums(readings_->of(measure), bases);
    }
  }
  if (bases.empty()) return std::nullopt;
  Share share;
  share.stated = in_source(percentage, paragraph.text, paragraph.section);
  share.span = share.stated.span;
  share.part = in_source(part, paragraph.text, paragraph.section);
  // Of the bases that come into question, the one whose share comes nearest is most likely meant.
  std::optional<Decimal> nearest;
  for (const Decimal base : bases) {
    const std::optional<Decimal> expected = share_of(part.value, base, percentage.step);
    const std::optional<Decimal> off = expected ? distance(*expected, percentage.value) : std::nullopt;
    if (!off || (nearest && *nearest <= *off)) continue;
    nearest = off;
    share.base = base;
    share.expected = *expected;
  }
  if (!nearest) return std::nullopt;
  for (std::size_t i = 0; i < link.part; ++i) {
    if (numbers[i].mention.kind == MentionKind::count) bases.push_back(numbers[i].mention.value);
  }
  share.agrees = std::any_of(bases.begin(), bases.end(), [&](Decimal base) {
    return std::any_of(parts.begin(), parts.end(), [&](Decimal each) { return is_share(percentage, each, base); });
  });
  return share;
}

}  // namespace gialint
