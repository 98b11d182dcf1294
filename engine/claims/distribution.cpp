#include "engine/claims/distribution.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gialint {
namespace {

// What ends an enumeration's first label on its left.
constexpr std::array<std::string_view, 8> borders = {"，", "。", "；", "：", "（", "）", "！", "？"};
constexpr std::string_view comma = "，";
constexpr std::string_view label_joint = "、";
// Marks of numbers and this punctuation take three bytes each in UTF-8.
constexpr std::uint32_t mark_bytes = 3;
/// Labels further back than this, in bytes, are none: what bounds the look back from each word.
constexpr std::uint32_t longest_enumeration = 600;

/// A part of the skeleton's text.
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Enumeration {
  Piece word;  ///< 分别为
  std::vector<Piece> labels;
  std::vector<std::uint32_t> numbers;  ///< where their marks stand, one for each label
  std::uint32_t end = 0;               ///< behind the last number
};

/// Finds the enumerations of a skeleton.
class EnumerationReader {
 public:
  EnumerationReader(const Skeleton& skeleton, const NumberWords& words) : skeleton_(&skeleton), words_(&words) {}

  /// From left to right, none overlapping.
  [[nodiscard]] std::vector<Enumeration> read() const {
    std::vector<Enumeration> found;
    for (const Piece word : words()) {
      const std::uint32_t free_from = found.empty() ? 0 : found.back().end;
      if (word.begin < free_from) continue;
      std::optional<Enumeration> enumeration = read_at(word, free_from);
      if (enumeration) found.push_back(std::move(*enumeration));
    }
    return found;
  }

 private:
  [[nodiscard]] std::string_view text() const { return skeleton_->text; }
  [[nodiscard]] bool stands_at(std::uint32_t at, std::string_view word) const {
    return text().substr(at, word.size()) == word;
  }

  /// Every 分别为 and the like; of two that begin together the longer.
  [[nodiscard]] std::vector<Piece> words() const {
    std::vector<Piece> found;
    words_->respectively_words.find_all(text(), [&](std::uint32_t word, std::uint32_t at) {
      const auto end = at + static_cast<std::uint32_t>(words_->respectively_words.words()[word].size());
      if (found.empty() || found.back().begin < at) {
        found.push_back({at, end});
      } else {
        found.back().end = std::max(found.back().end, end);
      }
    });
    return found;
  }

  [[nodiscard]] std::optional<Enumeration> read_at(Piece word, std::uint32_t free_from) const {
    Enumeration found;
    found.word = word;
    read_numbers(found);
    if (found.numbers.size() < 2) return std::nullopt;
    read_labels(found, free_from);
    if (found.labels.size() != found.numbers.size()) return std::nullopt;
    return found;
  }

  void read_numbers(Enumeration& found) const {
    std::uint32_t at = found.word.end;
    while (skeleton_->number_at(at) != nullptr) {
      found.numbers.push_back(at);
      found.end = at + mark_bytes;
      at = found.end;
      if (stands_at(at, label_joint) || stands_at(at, comma)) at += mark_bytes;
      at += joint_at(at);
    }
  }

  /// How many bytes a word like 和 takes here; 0 where there is none.
  [[nodiscard]] std::uint32_t joint_at(std::uint32_t at) const {
    const auto word = std::find_if(words_->and_words.begin(), words_->and_words.end(),
                                   [&](const std::string& each) { return stands_at(at, each); });
    return word == words_->and_words.end() ? 0 : static_cast<std::uint32_t>(word->size());
  }

  /// Where the first label begins; nothing when that is further back than labels reach.
  [[nodiscard]] std::optional<std::uint32_t> labels_begin(std::uint32_t word, std::uint32_t free_from) const {
    std::uint32_t begin = word;
    const std::uint32_t least = std::max(free_from, word > longest_enumeration ? word - longest_enumeration : 0);
    const auto behind_border = [&](std::uint32_t at) {
      return at >= mark_bytes && std::any_of(borders.begin(), borders.end(),
                                             [&](std::string_view each) { return stands_at(at - mark_bytes, each); });
    };
    while (begin > least && !behind_border(begin)) --begin;
    return begin == free_from || behind_border(begin) ? std::optional(begin) : std::nullopt;
  }

  void read_labels(Enumeration& found, std::uint32_t free_from) const {
    const std::optional<std::uint32_t> begin = labels_begin(found.word.begin, free_from);
    if (!begin) return;
    if (first_mark(skeleton_->numbers, *begin) < found.word.begin) return;
    const auto split = [&](std::uint32_t from, std::uint32_t at, std::uint32_t size) {
      if (at > from) found.labels.push_back({from, at});
      return at + size;
    };
    std::uint32_t label = *begin;
    for (std::uint32_t at = *begin; at < found.word.begin;) {
      if (stands_at(at, label_joint)) {
        label = at = split(label, at, mark_bytes);
      } else {
        ++at;
      }
    }
    // The last two are mostly joined by a word: 行政处罚和行政强制.
    for (std::uint32_t at = label; found.labels.size() + 2 == found.numbers.size() && at < found.word.begin; ++at) {
      if (const std::uint32_t size = at > label ? joint_at(at) : 0; size > 0) label = split(label, at, size);
    }
    split(label, found.word.begin, 0);
    // 2022年、2023年分别为: the numbers of years are not this year's.
    const auto is_year = [&](Piece label) {
      return label.end - label.begin <= 2 * mark_bytes && first_mark(skeleton_->years, label.begin) < label.end;
    };
    if (std::any_of(found.labels.begin(), found.labels.end(), is_year)) found.labels.clear();
  }

  /// Where the first of `marks` at or behind `from` stands; the text's size when there is none.
  template <class Marks>
  [[nodiscard]] std::size_t first_mark(const Marks& marks, std::uint32_t from) const {
    const auto next = std::lower_bound(marks.begin(), marks.end(), from,
                                       [](const auto& mark, std::uint32_t place) { return mark.at < place; });
    return next == marks.end() ? text().size() : next->at;
  }

  const Skeleton* skeleton_;
  const NumberWords* words_;
};

/// Writes a skeleton anew, from left to right, with each number behind its label.
class Rewriter {
 public:
  explicit Rewriter(Skeleton& skeleton) : skeleton_(&skeleton) {
    text_.reserve(skeleton.text.size());
    places_.reserve(skeleton.places.size());
  }

  void rewrite(const std::vector<Enumeration>& enumerations) {
    std::uint32_t at = 0;
    for (const Enumeration& each : enumerations) {
      const std::uint32_t begin = each.labels.front().begin;
      copy({at, begin});
      write(each);
      at = each.end;
    }
    copy({at, static_cast<std::uint32_t>(skeleton_->text.size())});
    places_.push_back(skeleton_->places.back());
    skeleton_->text = std::move(text_);
    skeleton_->places = std::move(places_);
  }

 private:
  void write(const Enumeration& enumeration) {
    const std::uint32_t begin = enumeration.labels.front().begin;
    const bool behind_comma =
        begin >= mark_bytes && std::string_view(skeleton_->text).substr(begin - mark_bytes, mark_bytes) == comma;
    if (behind_comma) copy(enumeration.word);
    for (std::size_t i = 0; i < enumeration.labels.size(); ++i) {
      if (i > 0) {
        text_ += label_joint;
        places_.insert(places_.end(), mark_bytes, skeleton_->places[enumeration.labels[i].begin]);
      }
      copy(enumeration.labels[i]);
      copy({enumeration.numbers[i], enumeration.numbers[i] + mark_bytes});
    }
  }

  /// Numbers and years in `piece` move along. Their order stays, whatever pieces stand between them.
  void copy(Piece piece) {
    const auto here = static_cast<std::uint32_t>(text_.size());
    const auto move = [&](auto& marks, std::size_t& next) {
      for (; next < marks.size() && marks[next].at < piece.end; ++next) {
        if (marks[next].at < piece.begin) return;
        marks[next].at = here + (marks[next].at - piece.begin);
      }
    };
    move(skeleton_->numbers, next_number_);
    move(skeleton_->things, next_thing_);
    move(skeleton_->years, next_year_);
    text_ += std::string_view(skeleton_->text).substr(piece.begin, piece.end - piece.begin);
    places_.insert(places_.end(), skeleton_->places.begin() + piece.begin, skeleton_->places.begin() + piece.end);
  }

  Skeleton* skeleton_;
  std::string text_;
  std::vector<std::uint32_t> places_;
  std::size_t next_number_ = 0;  ///< the first that was not copied yet
  std::size_t next_thing_ = 0;
  std::size_t next_year_ = 0;
};

}  // namespace

void distribute(Skeleton& skeleton, const NumberWords& words) {
  if (skeleton.numbers.size() < 2) return;
  const std::vector<Enumeration> found = EnumerationReader(skeleton, words).read();
  if (!found.empty()) Rewriter(skeleton).rewrite(found);
}

}  // namespace gialint
