#pragma once

#include <string>
#include <vector>

#include "tests/generator/figures.hpp"
#include "tests/generator/random.hpp"

namespace gialint::generator {

/// What the sentences of a report speak of.
struct Facts {
  std::string organ;  ///< "青石县民政局"
  std::string self;   ///< what it calls itself: "县民政局", "我局"
  int year = 0;
  const Edition* form = nullptr;      ///< the edition for the year
  const Figures* figures = nullptr;   ///< what the tables will say
  const Figures* previous = nullptr;  ///< what last year's say, where the prose may compare with it
};

Facts invent_body(int year, Random& random);

std::string title_of(const Facts& facts);
std::vector<std::string> preface(const Facts& facts, Random& random);
/// The paragraphs of one of the prose sections. They agree with the figures.
std::vector<std::string> prose(const Facts& facts, const FormSection& section, Random& random);

}  // namespace gialint::generator
