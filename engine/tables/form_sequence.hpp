#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/document/outline.hpp"
#include "engine/forms/edition.hpp"

namespace gialint {

/// One way in which an element of the form may be worded, folded.
struct ElementWording {
  std::u32string folded;
  std::string text;  ///< as the form has it
  WordingMatch match = WordingMatch::official;
  bool joined = false;        ///< a row's label with those of its groups in front
  std::u32string bare;        ///< `folded` without its enumerator
  std::uint64_t letters = 0;  ///< letter_set(bare)
};

/// One printed thing of a form, in reading order.
struct FormElement {
  enum class Kind : std::uint8_t {
    caption,  ///< 第二十条第（一）项
    header,   ///< a cell of the header; `column` where it heads exactly one value column
    group,    ///< a label over several rows: （三）不予公开
    row,      ///< a label (or none) and one value for each column
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  Kind kind = Kind::header;
  std::size_t table = 0;                 ///< index into the edition's tables
  std::size_t row = none;                ///< of a row
  std::size_t column = none;             ///< of a header cell
  std::size_t last = none;               ///< of a group, the element of its last row
  std::vector<ElementWording> wordings;  ///< empty for a row that the form prints without a label
  std::size_t longest = 0;               ///< code points of the longest wording
};

/// The tables of an edition as sequences of elements, ready for alignment. Built once per edition.
class FormSequence {
 public:
  explicit FormSequence(const Edition& edition);

  [[nodiscard]] const Edition& edition() const { return *edition_; }
  /// The elements of one table, in reading order.
  [[nodiscard]] const std::vector<FormElement>& elements(std::size_t table) const { return elements_[table]; }
  /// Whether `folded` is a piece of one of the table's group labels: what is left of a label printed vertically.
  [[nodiscard]] bool is_group_piece(std::size_t table, std::u32string_view folded) const;
  /// Whether `folded` is, to the letter, something that the form prints.
  [[nodiscard]] bool is_label(const std::u32string& folded) const { return labels_.count(folded) > 0; }
  /// From now on labels of `other` are known to be labels, though not of this form.
  void know_labels_of(const FormSequence& other) { foreign_.insert(other.labels_.begin(), other.labels_.end()); }
  /// Whether `folded` is, to the letter, something that this form or another that it knows prints.
  [[nodiscard]] bool is_known_label(const std::u32string& folded) const {
    return is_label(folded) || foreign_.count(folded) > 0;
  }
  /// Whether `folded` is, to the letter, a header cell over several columns.
  [[nodiscard]] bool heads_several(const std::u32string& folded) const { return over_several_.count(folded) > 0; }
  /// Of which of the form's header cells, to the letter, `folded` is put together, in order: their lengths in code
  /// points, two and more (行政诉讼：未经复议直接起诉; 结果维持 and 结果纠正 without a blank). Empty when of none.
  [[nodiscard]] std::vector<std::size_t> joined_headers(std::u32string_view folded) const;
  /// Whether `folded` is a part of something that the form prints, and not all of it.
  [[nodiscard]] bool is_piece(std::u32string_view folded) const;
  /// Whether `folded` sounds like the form: half of its pairs of neighbouring characters stand in the form's wordings.
  /// What does not can hardly be a piece of a label.
  [[nodiscard]] bool is_familiar(std::u32string_view folded) const;

 private:
  const Edition* edition_;
  std::vector<std::vector<FormElement>> elements_;
  std::vector<std::vector<std::u32string>> groups_;
  std::unordered_set<std::u32string> labels_;   ///< all wordings of all elements
  std::unordered_set<std::u32string> foreign_;  ///< labels of the other forms
  std::unordered_set<std::u32string> over_several_;
  std::vector<std::u32string> headers_;      ///< wordings of header cells, the longest first, each once
  std::unordered_set<std::uint64_t> pairs_;  ///< neighbouring characters of all wordings
};

/// The characters of `text` as a set that may take two for one. A character in one text's set and not in another's is
/// an edit between them, so the sets show cheaply that two texts are far apart.
std::uint64_t letter_set(std::u32string_view text);

/// `folded` without the enumerator it begins with: "1属于国家秘密" → "属于国家秘密", "一予以公开" → "予以公开".
/// Whole numerals are left alone.
std::u32string_view without_enumerator(std::u32string_view folded);

}  // namespace gialint
