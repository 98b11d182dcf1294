#include "engine/tables/furniture.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "engine/tables/page_numbers.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::size_t longest_head = 300;  // bytes; no title comes near it
constexpr std::size_t shortest_head = 3;   // characters of words that are known by being printed again
constexpr std::size_t most_head_lines = 2;

std::u32string without_digits(std::u32string text) {
  std::erase_if(text, [](char32_t c) { return c >= U'0' && c <= U'9'; });
  return text;
}

/// Whether a number stands among the words, apart from them: a row's figure, as likely as not.
bool has_lone_number(std::string_view text) {
  bool digits = false;
  bool letters = false;
  for (std::size_t at = 0; at <= text.size();) {
    const CodePoint point = at < text.size() ? code_point_at(text, at) : CodePoint{U' ', 1};
    if (is_blank(point.value)) {
      if (digits && !letters) return true;
      digits = letters = false;
    } else if (point.value >= U'0' && point.value <= U'9') {
      digits = true;
    } else {
      letters = true;
    }
    at += point.length;
  }
  return false;
}

class Furniture {
 public:
  Furniture(const Outline& outline, const Edition& edition)
      : outline_(outline), is_furniture_(outline.blocks.size(), false) {
    for (const std::size_t block : find_page_numbers(outline.blocks, edition)) is_furniture_[block] = true;
    for (const std::u32string& mark : edition.page_marks) marks_.push_back(without_digits(mark));
    std::erase(marks_, std::u32string());
    if (outline.title) {
      title_ = without_digits(fold_text(outline.title->text.text()));
      body_ = without_digits(fold_text(outline.title->organ_name));
    }
  }

  std::vector<std::size_t> find(const Edition& edition) {
    if (std::find(is_furniture_.begin(), is_furniture_.end(), true) != is_furniture_.end() || has_pages()) {
      // The line next to a page's number may have another next to it: words above the number, or below.
      for (std::size_t line = 0; line < most_head_lines; ++line) take_heads_at_edges();
    }
    take_titles(edition);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < is_furniture_.size(); ++i) {
      if (is_furniture_[i]) found.push_back(i);
    }
    return found;
  }

 private:
  [[nodiscard]] const TextBlock* text_of(std::size_t block) const {
    const auto* text = std::get_if<TextBlock>(&outline_.blocks[block]);
    return text != nullptr && text->text.text().size() <= longest_head ? text : nullptr;
  }

  [[nodiscard]] bool has_pages() const {
    return std::any_of(outline_.blocks.begin(), outline_.blocks.end(), [](const Block& block) {
      const auto* text = std::get_if<TextBlock>(&block);
      return text != nullptr && text->new_page;
    });
  }

  /// The words of a line, digits and the words of a page's number left out.
  [[nodiscard]] std::u32string words_of(const TextBlock& text) const {
    std::u32string words = without_digits(fold_text(text.text.text()));
    for (const std::u32string& mark : marks_) {
      if (words.size() <= mark.size()) continue;
      if (words.compare(0, mark.size(), mark) == 0) return words.substr(mark.size());
      if (words.compare(words.size() - mark.size(), mark.size(), mark) == 0) {
        return words.substr(0, words.size() - mark.size());
      }
    }
    return words;
  }

  [[nodiscard]] bool is_title_part(const std::u32string& words) const {
    if (words.empty() || title_.empty()) return false;
    return words == body_ || (words.size() > shortest_head && title_.find(words) != std::u32string::npos);
  }

  /// Lines next to page numbers, and the first and last of pages: heads when they name the report, or when the same
  /// words stand at several edges.
  void take_heads_at_edges() {
    std::vector<std::size_t> edges;
    const auto add = [&](std::size_t block) {
      if (block < is_furniture_.size() && !is_furniture_[block] && text_of(block) != nullptr) edges.push_back(block);
    };
    for (std::size_t i = 0; i < is_furniture_.size(); ++i) {
      const auto* text = std::get_if<TextBlock>(&outline_.blocks[i]);
      if (is_furniture_[i] || (text != nullptr && text->new_page)) {
        if (i > 0) add(i - 1);
        add(is_furniture_[i] ? i + 1 : i);
      }
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::map<std::u32string, std::vector<std::size_t>> same;
    for (const std::size_t block : edges) {
      std::u32string words = words_of(*text_of(block));
      const bool own_title = std::binary_search(outline_.title_blocks.begin(), outline_.title_blocks.end(), block);
      if (own_title || words.empty()) continue;
      if (is_title_part(words)) is_furniture_[block] = true;
      if (words.size() >= shortest_head && !has_lone_number(text_of(block)->text.text()))
        same[std::move(words)].push_back(block);
    }
    std::erase_if(same, [](const auto& each) { return each.second.size() < 2; });
    if (same.empty()) return;
    for (std::size_t i = 0; i < is_furniture_.size(); ++i) {
      if (text_of(i) == nullptr || std::binary_search(edges.begin(), edges.end(), i)) continue;
      same.erase(words_of(*text_of(i)));
    }
    for (const auto& [words, blocks] : same) {
      for (const std::size_t block : blocks) is_furniture_[block] = true;
    }
  }

  /// The title printed again, and the body's name on a line of its own where tables stand.
  void take_titles(const Edition& edition) {
    if (!outline_.title || outline_.title_blocks.empty()) return;
    const std::u32string title = fold_text(outline_.title->text.text());
    const auto take = [&](std::size_t begin, std::size_t end, const std::u32string& wanted) {
      for (std::size_t i = begin; i < end; ++i) {
        const TextBlock* const text = text_of(i);
        if (text == nullptr || text->text.text().size() < wanted.size()) continue;
        if (fold_text(text->text.text()) == wanted) is_furniture_[i] = true;
      }
    };
    take(outline_.title_blocks.back() + 1, is_furniture_.size(), title);
    if (body_.empty()) return;
    for (const Section& section : outline_.sections) {
      const FormSection* const form = edition.section(section.id);
      if (form == nullptr || form->kind != SectionKind::table) continue;
      take(section.first_block, section.first_block + section.block_count, fold_text(outline_.title->organ_name));
    }
  }

  const Outline& outline_;
  std::vector<bool> is_furniture_;  // by block
  std::vector<std::u32string> marks_;
  std::u32string title_;
  std::u32string body_;
};

}  // namespace

std::vector<std::size_t> find_page_furniture(const Outline& outline, const Edition& edition) {
  return Furniture(outline, edition).find(edition);
}

}  // namespace gialint
