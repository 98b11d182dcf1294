#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "tests/generator/figures.hpp"
#include "tests/generator/random.hpp"

namespace gialint::generator {

/// Whose report it is. What the prose may say hangs on it: only a government speaks of its whole region.
enum class Body : std::uint8_t { department, government, city, town, office, agency };

/// What the sentences of a report speak of.
struct Facts {
  Body body = Body::department;
  std::string organ;  ///< "青石县民政局"
  std::string self;   ///< what it calls itself: "县民政局", "我局"
  std::string place;  ///< "青石县"
  std::string level;  ///< "县"
  int year = 0;
  const Edition* form = nullptr;                 ///< the edition for the year
  const Figures* figures = nullptr;              ///< what the tables will say
  const FormSection* mixed = nullptr;            ///< its tables are on another form …
  const Figures* mixed_figures = nullptr;        ///< … with these
  const Figures* previous = nullptr;             ///< what last year's say, where the prose may compare with it
  std::map<std::string, std::int64_t> invented;  ///< numbers that no table holds, by name
};

/// A body that does not exist. Leaves the figures and the numbers of `facts` out.
Facts invent_body(int year, Random& random);

/// Whether bodies of this kind make 规章: 立法法 lets governments of cities with districts, and those above them.
inline bool makes_rules(Body body) { return body == Body::city; }

/// "department" and "department|town"; a city is a government too. Throws on a name that is none.
bool is_one_of(Body body, std::string_view names);

/// What a name of the phrase book stands for: "N", "granted", "denied", "N@natural_person", "litigation.total",
/// "documents.issued", "fees", "#site"; the sum column unless one is named. Empty where the form has no such cell.
std::optional<Decimal> quantity(const Facts& facts, std::string_view name);

/// "N+C-other", "12". Empty where a name stands for nothing here.
std::optional<Decimal> evaluated(const Facts& facts, std::string_view expression);

/// "N > 0, edition 2021, year 2023, body town|agency, previous": whether all of it is so. Throws on what it cannot
/// read.
bool holds(const Facts& facts, std::string_view conditions);

}  // namespace gialint::generator
