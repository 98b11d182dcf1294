#include "engine/forms/vocabulary_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

struct SlotName {
  const char* name;
  Slot slot;
};
constexpr std::array<SlotName, slot_count> slot_names = {{{"thing", Slot::thing},
                                                          {"act", Slot::act},
                                                          {"outcome", Slot::outcome},
                                                          {"result", Slot::result},
                                                          {"applicant", Slot::applicant},
                                                          {"block", Slot::block},
                                                          {"mark", Slot::mark}}};

/// Brackets match, a bar stands within, and something is written.
bool is_pattern(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '[') ++depth;
    if (c == ']') --depth;
    if (depth < 0 || (c == '|' && depth == 0)) return false;
  }
  return depth == 0 && !written_out(text).empty();
}

void add_words(const SlotName& slot, const TomlTable& table, TomlFaults& faults, Vocabulary& vocabulary) {
  TomlFields fields(table, faults);
  for (const TomlField& field : table.fields) {
    const std::optional<std::uint16_t> value = vocabulary.value_or_new(slot.slot, field.key);
    if (!value) {
      faults.add(
          field.place,
          Sentence("[vocabulary.{}] 没有 \"{}\" 这一项", "[vocabulary.{}] has no \"{}\"").with(slot.name, field.key));
    }
    for (const TomlText& word : fields.texts(field.key)) {
      if (!is_pattern(word.text)) {
        faults.add(word.place, Sentence("\"{}\" 不是词：方括号不成对，或者什么都没写",
                                        "\"{}\" is no word: brackets do not match, or nothing is written")
                                   .with(word.text));
      } else if (value) {
        if (const auto other = vocabulary.add(word.text, slot.slot, *value, faults.where(word.place))) {
          faults.add(word.place,
                     Sentence("\"{0}\" 在 {1} 处已经是 {2} = \"{3}\"", "\"{0}\" is {2} = \"{3}\" already, at {1}")
                         .with(other->word, to_string(other->place), slot.name, other->value));
        }
      }
    }
  }
}

class FrameRowsReader {
 public:
  FrameRowsReader(TomlFaults& faults, Lexicon& lexicon) : faults_(&faults), lexicon_(&lexicon) {}
  void read(const TomlTable& table);
  void fill_templates();

 private:
  void read_row(const std::vector<TomlText>& cells);
  void read_outcomes(TomlFields& fields, std::string_view key, std::vector<RequestOutcome>& outcomes);
  std::vector<RequestOutcome> outcomes_of(const std::vector<TomlText>& names);
  [[nodiscard]] std::optional<std::size_t> measure(std::string_view id) const;

  TomlFaults* faults_;
  Lexicon* lexicon_;
  std::vector<FrameRows::Row> rows_;
};

std::optional<std::size_t> FrameRowsReader::measure(std::string_view id) const {
  const Measure* found = lexicon_->measure(id);
  if (found == nullptr) return std::nullopt;
  return static_cast<std::size_t>(found - lexicon_->measures.data());
}

std::vector<RequestOutcome> FrameRowsReader::outcomes_of(const std::vector<TomlText>& names) {
  std::vector<RequestOutcome> outcomes;
  for (const TomlText& name : names) {
    if (const auto value = lexicon_->vocabulary.value_or_new(Slot::outcome, name.text))
      outcomes.push_back(RequestOutcome{*value});
  }
  return outcomes;
}

void FrameRowsReader::read_outcomes(TomlFields& fields, std::string_view key, std::vector<RequestOutcome>& outcomes) {
  for (const RequestOutcome outcome : outcomes_of(fields.texts_if_any(key))) outcomes.push_back(outcome);
}

void FrameRowsReader::read_row(const std::vector<TomlText>& cells) {
  if (cells.size() < 3) {
    if (!cells.empty())
      faults_->add(cells.front().place,
                   Sentence("一行要写明事物、动作、指标", "a row names a thing, an act, a measure"));
    return;
  }
  const Vocabulary& words = lexicon_->vocabulary;
  FrameRows::Row row;
  const auto thing = words.value(Slot::thing, cells[0].text);
  if (!thing)
    faults_->add(cells[0].place, Sentence("没有 \"{}\" 这种事物", "there is no thing \"{}\"").with(cells[0].text));
  row.thing = Thing{thing.value_or(0)};

  const std::string& act = cells[1].text;
  const std::string& id = cells[2].text;
  const std::string slot_in_braces = "{" + act + "}";
  if (const std::size_t open = id.find(slot_in_braces); open != std::string::npos) {
    const auto* const slot =
        std::find_if(slot_names.begin(), slot_names.end(), [&](const SlotName& name) { return name.name == act; });
    if (slot == slot_names.end() ||
        (slot->slot != Slot::outcome && slot->slot != Slot::result && slot->slot != Slot::applicant)) {
      faults_->add(cells[1].place,
                   Sentence("花括号里只能是 outcome、result、applicant", "in braces: outcome, result, applicant"));
      return;
    }
    lexicon_->frames.templates.push_back(
        {row.thing, slot->slot, id.substr(0, open), id.substr(open + slot_in_braces.size())});
    return;
  }
  row.any_act = act == "*";
  if (!row.any_act && act != "-") {
    const auto known = words.value(Slot::act, act);
    if (!known) faults_->add(cells[1].place, Sentence("没有 \"{}\" 这个动作", "there is no act \"{}\"").with(act));
    row.act = Act{known.value_or(0)};
  }
  const auto index = measure(id);
  if (!index) faults_->add(cells[2].place, Sentence("没有 \"{}\" 这个指标", "there is no measure \"{}\"").with(id));
  row.states.measure = index.value_or(0);
  for (std::size_t i = 3; i < cells.size(); ++i) {
    const std::string& mark = cells[i].text;
    bool* const flag = mark == "weak"        ? &row.states.weak
                       : mark == "ambiguous" ? &row.states.ambiguous
                       : mark == "money"     ? &row.states.money
                                             : nullptr;
    if (flag == nullptr) {
      faults_->add(cells[i].place, Sentence("只能是 weak、ambiguous、money", "weak, ambiguous or money is wanted"));
    } else {
      *flag = true;
    }
  }
  rows_.push_back(row);
}

void FrameRowsReader::read(const TomlTable& table) {
  TomlFields fields(table, *faults_);
  for (const std::vector<TomlText>& cells : fields.text_lists_if_any("rows")) read_row(cells);
  FrameRows& frames = lexicon_->frames;
  frames.rows.insert(frames.rows.begin(), rows_.begin(), rows_.end());
  read_outcomes(fields, "classes", frames.classes);
  read_outcomes(fields, "telling", frames.telling);
  read_outcomes(fields, "weak_outcomes", frames.weak_outcomes);
  if (const TomlTable* loose = fields.table_if_any("weak_applicants")) {
    TomlFields own(*loose, *faults_);
    for (const TomlField& field : loose->fields) {
      const auto value = lexicon_->vocabulary.value_or_new(Slot::applicant, field.key);
      frames.loose_applicants.push_back({Applicant{value.value_or(0)}, own.text(field.key)});
    }
  }
  for (const TomlTable* merge : fields.tables_if_any("merges")) {
    TomlFields own(*merge, *faults_);
    FrameRows::Merge read;
    read.of = outcomes_of(own.texts("of"));
    read.with = outcomes_of(own.texts_if_any("with"));
    const std::vector<RequestOutcome> as = outcomes_of({{own.text("as"), own.place("as")}});
    if (!as.empty()) read.as = as.front();
    own.finish();
    frames.merges.push_back(std::move(read));
  }
  fields.finish();
}

void FrameRowsReader::fill_templates() {
  FrameRows& frames = lexicon_->frames;
  frames.named.clear();
  for (const FrameRows::Template& item : frames.templates) {
    const std::vector<std::string>& names = lexicon_->vocabulary.values(item.slot);
    for (std::size_t value = 1; value < names.size(); ++value) {
      std::string name = names[value];
      bool weak = false;
      if (item.slot == Slot::outcome) {
        weak = std::find(frames.weak_outcomes.begin(), frames.weak_outcomes.end(),
                         RequestOutcome{static_cast<std::uint16_t>(value)}) != frames.weak_outcomes.end();
      } else if (item.slot == Slot::applicant) {
        for (const FrameRows::Loosely& loose : frames.loose_applicants) {
          if (static_cast<std::size_t>(loose.applicant) != value) continue;
          name = loose.as;
          weak = true;
        }
      }
      if (const auto index = measure(item.before + name + item.behind))
        frames.named.push_back(
            {item.thing, item.slot, static_cast<std::uint16_t>(value), {*index, weak, false, false}});
    }
  }
}

}  // namespace

void read_vocabulary(TomlFields& fields, TomlFaults& faults, Lexicon& lexicon) {
  const TomlTable* table = fields.table_if_any("vocabulary");
  if (table == nullptr) return;
  TomlFields own(*table, faults);
  Vocabulary& vocabulary = lexicon.vocabulary;
  for (const TomlText& word : own.texts_if_any("remove")) {
    if (!vocabulary.remove(word.text))
      faults.add(word.place, Sentence("没有 \"{}\" 这个词", "there is no word \"{}\"").with(word.text));
  }
  for (const SlotName& slot : slot_names) {
    if (const TomlTable* words = own.table_if_any(slot.name)) add_words(slot, *words, faults, vocabulary);
  }
  own.finish();
  vocabulary.index();
}

void read_frames(TomlFields& fields, TomlFaults& faults, Lexicon& lexicon) {
  FrameRowsReader reader(faults, lexicon);
  const TomlTable* table = fields.table_if_any("frames");
  if (table != nullptr) reader.read(*table);
  if (table != nullptr || fields.has("vocabulary") || fields.has("measures")) reader.fill_templates();
}

}  // namespace gialint
