#pragma once

#include <string>
#include <vector>

#include "tests/generator/facts.hpp"
#include "tests/generator/phrase_book.hpp"

namespace gialint::generator {

/// What stands in a report in place of what would be drawn.
struct Planted {
  std::string at;      ///< a group of sentences, "preface", or "section ID"; empty: nothing
  std::string text;    ///< filled; line ends part paragraphs
  bool alone = false;  ///< … and nothing else under the same heading
};

std::string title_of(const Facts& facts);

/// The words of one report. All of them agree with the figures, but for what is planted.
class Author {
 public:
  Author(const Facts& facts, Random random, Planted planted = {});

  std::vector<std::string> preface();
  /// The paragraphs of one section; none where the form has tables.
  std::vector<std::string> section(const FormSection& form);

 private:
  struct Topic;

  std::vector<std::string> written(const FormSection& form);
  std::vector<std::string> overall();
  std::vector<std::string> problems();
  std::vector<std::string> other_matters();
  std::string topic(const Topic& topic);
  /// One more sentence of a group, none twice; empty when nothing of it can be said.
  std::string say(const std::string& group);

  const Facts& facts_;
  Random random_;
  Planted planted_;
  NumberStyle numbers_;
  std::vector<const Sentence*> said_;
};

}  // namespace gialint::generator
