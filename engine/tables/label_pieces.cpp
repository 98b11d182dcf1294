#include "engine/tables/label_pieces.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace gialint {
namespace {

constexpr std::size_t most_variants = 4;

}  // namespace

void LabelPieces::begin(const FormElement& element) {
  element_ = &element;
  longest_ = most_letters(element);
  variants_.resize(1);
  variants_.front().text.clear();
  variants_.front().tokens.clear();
  variants_.front().cost = 0;
  variants_.front().holds_label = false;
}

bool LabelPieces::is_piece(std::size_t token) const {
  if (token >= tokens_->size()) return false;
  const Token& here = (*tokens_)[token];
  if (here.kind == Token::Kind::label) return !here.prose;
  if (here.kind != Token::Kind::value || here.folded.empty()) return false;
  if (here.state == CellState::dash) return true;
  if (token + 1 == tokens_->size()) return false;
  const Token& next = (*tokens_)[token + 1];
  return next.kind == Token::Kind::label && next.line == here.line;
}

bool LabelPieces::goes_on_with(std::u32string_view number) const {
  return std::any_of(variants_.begin(), variants_.end(), [&](const Variant& variant) {
    return std::any_of(element_->wordings.begin(), element_->wordings.end(), [&](const ElementWording& wording) {
      const std::u32string_view folded = wording.folded;
      return folded.substr(0, variant.text.size()) == variant.text &&
             folded.substr(variant.text.size(), number.size()) == number;
    });
  });
}

bool LabelPieces::add(std::size_t token) {
  if (!is_piece(token)) return false;
  const std::u32string& folded = (*tokens_)[token].folded;
  // A number may be a value as well: it is a piece only where the label has just this number.
  if ((*tokens_)[token].kind == Token::Kind::value && !goes_on_with(folded)) return false;
  const bool may_be_group = !variants_.front().tokens.empty() && form_->is_group_piece(element_->table, folded);
  std::vector<Variant> passed_over;
  bool any = false;
  for (Variant& variant : variants_) {
    if (may_be_group && variants_.size() + passed_over.size() < most_variants) {
      passed_over.push_back(variant);
      passed_over.back().cost += costs_->skipped_group_piece;
    }
    variant.holds_label = variant.holds_label || (!variant.tokens.empty() && form_->is_label(variant.text));
    variant.text += folded;
    variant.tokens.push_back(static_cast<std::uint32_t>(token));
    any = any || variant.text.size() <= longest_;
  }
  any = any || !passed_over.empty();
  for (Variant& variant : passed_over) variants_.push_back(std::move(variant));
  return any;
}

}  // namespace gialint
