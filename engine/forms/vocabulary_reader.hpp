#pragma once

#include "engine/forms/lexicon.hpp"
#include "engine/toml/fields.hpp"

namespace gialint {

/// Adds the words under [vocabulary.*] of a lexicon file to `lexicon`, and takes out those of vocabulary.remove. A word
/// that has two values of one slot is a fault, told with both places.
void read_vocabulary(TomlFields& fields, TomlFaults& faults, Lexicon& lexicon);

/// Puts the rows under [frames] in front of those that are there, then says for every value that a row with a {name}
/// speaks of which measure it is. To be called when measures and words of the file are read.
void read_frames(TomlFields& fields, TomlFaults& faults, Lexicon& lexicon);

}  // namespace gialint
