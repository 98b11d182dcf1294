#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/tables/alignment_costs.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// Puts the label of one element together from the tokens that a layout broke it into.
///
/// A label that stands over several rows is often printed beside them, its characters between the lines of theirs. So a
/// token that may be a piece of such a group label is taken both ways: as a piece of this label, and as none.
class LabelPieces {
 public:
  struct Variant {
    std::u32string text;                ///< folded
    std::vector<std::uint32_t> tokens;  ///< in reading order
    std::uint32_t cost = 0;             ///< of the tokens passed over
    bool holds_label = false;           ///< its first pieces are a whole label of the form: the rest is another's
  };

  /// `tokens`, `form` and `costs` must outlive it.
  LabelPieces(const std::vector<Token>& tokens, const FormSequence& form, const AlignmentCosts& costs)
      : tokens_(&tokens), form_(&form), costs_(&costs) {}

  /// Code points that a label of `element` may have before it is too long to be one.
  static std::size_t most_letters(const FormElement& element) { return element.longest + element.longest / 2 + 2; }

  /// Starts a label of `element`, still empty.
  void begin(const FormElement& element);

  /// Whether the token may be a piece of a label: words, a word that may stand for none, or a number with words behind
  /// it on its line.
  [[nodiscard]] bool is_piece(std::size_t token) const;

  /// Adds the next token; false when it is no piece, or the label is too long by now to be this element's.
  bool add(std::size_t token);

  /// What the label may be; at most four, the one with all tokens first. One, without tokens, when nothing was added.
  [[nodiscard]] const std::vector<Variant>& variants() const { return variants_; }

 private:
  const std::vector<Token>* tokens_;
  const FormSequence* form_;
  const AlignmentCosts* costs_;
  /// Whether some wording goes on with this number where a variant ends.
  [[nodiscard]] bool goes_on_with(std::u32string_view number) const;

  const FormElement* element_ = nullptr;
  std::size_t longest_ = 0;
  std::vector<Variant> variants_;
};

}  // namespace gialint
