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
constexpr std::string_view label_joint = "、";
// Marks of numbers and this punctuation take three bytes each in UTF-8.
constexpr std::uint32_t mark_bytes = 3;
/// Labels further back than this, in bytes, are none.
constexpr std::uint32_t longest_enumeration = 600;

/// A part of the skeleton's text.
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Enumeration {
  Piece word;  ///< 分别为
  std::vector<Piece> labels;
  std::vector<std::size_t> numbers;  ///< indices
  std::uint32_t end = 0;             ///< behind the last number
};

class Distributor {
 public:
  Distributor(Skeleton& skeleton, const NumberWords& words) : skeleton_(&skeleton), words_(&words) {}

  void run() {
    for (std::uint32_t at = 0; at < text().size();) {
      const std::optional<Enumeration> found = next(at);
      if (!found) return;
      at = rewrite(*found);
    }
  }

 private:
  [[nodiscard]] std::string_view text() const { return skeleton_->text; }
  [[nodiscard]] bool stands_at(std::uint32_t at, std::string_view word) const {
    return text().substr(at, word.size()) == word;
  }

  /// The first enumeration whose word stands at `from` or behind it.
  [[nodiscard]] std::optional<Enumeration> next(std::uint32_t from) const {
    while (true) {
      std::size_t at = std::string_view::npos;
      const std::string* word = nullptr;
      for (const std::string& each : words_->respectively) {  // longest first
        const std::size_t place = text().find(each, from);
        if (place < at) {
          at = place;
          word = &each;
        }
      }
      if (word == nullptr) return std::nullopt;
      Enumeration found;
      found.word.begin = static_cast<std::uint32_t>(at);
      found.word.end = from = static_cast<std::uint32_t>(at + word->size());
      read_numbers(found);
      if (found.numbers.size() < 2) continue;
      read_labels(found);
      if (found.labels.size() == found.numbers.size()) return found;
    }
  }

  void read_numbers(Enumeration& found) const {
    std::uint32_t at = found.word.end;
    while (const Skeleton::Number* const number = skeleton_->number_at(at)) {
      found.numbers.push_back(static_cast<std::size_t>(number - skeleton_->numbers.data()));
      found.end = at + mark_bytes;
      at = found.end;
      if (stands_at(at, label_joint) || stands_at(at, "，")) at += mark_bytes;
      at += joint_at(at);
    }
  }

  /// How many bytes a word like 和 takes here; 0 where there is none.
  [[nodiscard]] std::uint32_t joint_at(std::uint32_t at) const {
    const auto word = std::find_if(words_->and_words.begin(), words_->and_words.end(),
                                   [&](const std::string& each) { return stands_at(at, each); });
    return word == words_->and_words.end() ? 0 : static_cast<std::uint32_t>(word->size());
  }

  void read_labels(Enumeration& found) const {
    const std::uint32_t least = found.word.begin > longest_enumeration ? found.word.begin - longest_enumeration : 0;
    std::uint32_t begin = least;
    for (const std::string_view border : borders) {
      const std::size_t at = text().substr(0, found.word.begin).rfind(border);
      if (at != std::string_view::npos) begin = std::max(begin, static_cast<std::uint32_t>(at + border.size()));
    }
    const auto in_labels = [&](const auto& each) { return each.at >= begin && each.at < found.word.begin; };
    if (std::any_of(skeleton_->numbers.begin(), skeleton_->numbers.end(), in_labels) ||
        std::any_of(skeleton_->years.begin(), skeleton_->years.end(), in_labels))
      return;
    const auto split = [&](std::uint32_t from, std::uint32_t at, std::uint32_t size) {
      if (at > from) found.labels.push_back({from, at});
      return at + size;
    };
    std::uint32_t label = begin;
    for (std::uint32_t at = begin; at < found.word.begin;) {
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
  }

  /// Puts the labels and numbers of `found` in their new order; gives where what follows begins.
  std::uint32_t rewrite(const Enumeration& found) {
    const std::uint32_t begin = found.labels.front().begin;
    std::string words;
    std::vector<std::uint32_t> places;
    const auto copy = [&](std::uint32_t from, std::uint32_t to) {
      words += text().substr(from, to - from);
      places.insert(places.end(), skeleton_->places.begin() + from, skeleton_->places.begin() + to);
    };
    if (begin >= mark_bytes && stands_at(begin - mark_bytes, "，")) copy(found.word.begin, found.word.end);
    for (std::size_t i = 0; i < found.labels.size(); ++i) {
      if (i > 0) {
        words += label_joint;
        places.insert(places.end(), mark_bytes, skeleton_->places[found.labels[i].begin]);
      }
      copy(found.labels[i].begin, found.labels[i].end);
      Skeleton::Number& number = skeleton_->numbers[found.numbers[i]];
      const std::uint32_t old = number.at;
      number.at = begin + static_cast<std::uint32_t>(words.size());
      copy(old, old + mark_bytes);
    }
    const auto size = static_cast<std::uint32_t>(words.size());
    const std::uint32_t shorter = found.end - begin - size;
    for (std::size_t i = found.numbers.back() + 1; i < skeleton_->numbers.size(); ++i)
      skeleton_->numbers[i].at -= shorter;
    for (Skeleton::Year& year : skeleton_->years) {
      if (year.at >= found.end) year.at -= shorter;
    }
    skeleton_->text.replace(begin, found.end - begin, words);
    skeleton_->places.erase(skeleton_->places.begin() + begin, skeleton_->places.begin() + found.end);
    skeleton_->places.insert(skeleton_->places.begin() + begin, places.begin(), places.end());
    return begin + size;
  }

  Skeleton* skeleton_;
  const NumberWords* words_;
};

}  // namespace

void distribute(Skeleton& skeleton, const NumberWords& words) {
  if (skeleton.numbers.size() > 1) Distributor(skeleton, words).run();
}

}  // namespace gialint
