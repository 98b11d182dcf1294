#include "engine/tables/label_pieces.hpp"

#include <utility>

namespace gialint {
namespace {

constexpr std::size_t most_variants = 4;

}  // namespace

void LabelPieces::begin(const FormElement& element) {
  table_ = element.table;
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
  if (here.kind != Token::Kind::value || here.folded.empty() || token + 1 == tokens_->size()) return false;
  const Token& next = (*tokens_)[token + 1];
  return next.kind == Token::Kind::label && next.line == here.line;
}

bool LabelPieces::add(std::size_t token) {
  if (!is_piece(token)) return false;
  const std::u32string& folded = (*tokens_)[token].folded;
  const bool may_be_group = !variants_.front().tokens.empty() && form_->is_group_piece(table_, folded);
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
