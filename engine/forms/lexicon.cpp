#include "engine/forms/lexicon.hpp"

#include <algorithm>
#include <utility>

#include "engine/forms/edition.hpp"
#include "engine/forms/vocabulary_reader.hpp"
#include "engine/text/ascii.hpp"
#include "engine/text/sentence.hpp"
#include "engine/text/unicode.hpp"
#include "engine/toml/fields.hpp"

namespace gialint {
namespace {

constexpr std::size_t longest_character = 3;  // in bytes, of Chinese and of marks

bool is_mark(std::string_view text) {
  const char32_t c = text.empty() ? 0 : code_point_at(text, 0).value;
  return c >= skeleton_mark::count && c <= skeleton_mark::some_year;
}

std::string utf8_of(char32_t mark) {
  std::string text;
  append_utf8(text, mark);
  return text;
}

/// What a pattern may name without the file saying it.
const std::vector<Lexicon::Alternatives>& built_in_alternatives() {
  static const std::vector<Lexicon::Alternatives> all = [] {
    const std::pair<const char*, char32_t> marks[] = {
        {"this_year", skeleton_mark::this_year}, {"last_year", skeleton_mark::last_year},
        {"next_year", skeleton_mark::next_year}, {"some_year", skeleton_mark::some_year},
        {"month", skeleton_mark::month},         {"date", skeleton_mark::date},
        {"title", skeleton_mark::title},         {"other", skeleton_mark::other},
        {"count", skeleton_mark::count},         {"money", skeleton_mark::money},
        {"percent", skeleton_mark::percent},     {"hundred", skeleton_mark::hundred},
    };
    std::vector<Lexicon::Alternatives> items;
    for (const auto& [name, mark] : marks) {
      items.push_back({name, utf8_of(mark), {utf8_of(mark)}});
    }
    return items;
  }();
  return all;
}

template <class T>
std::optional<std::size_t> index_of(const std::vector<T>& items, std::string_view id) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].id == id) return i;
  }
  return std::nullopt;
}

template <class T>
std::vector<std::string> ids_of(const std::vector<T>& items) {
  std::vector<std::string> ids;
  ids.reserve(items.size());
  for (const T& item : items) ids.push_back(item.id);
  return ids;
}

void sort_longest_first(std::vector<std::string>& words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
}

bool is_optional(std::string_view pattern, std::size_t at) {
  if (at >= pattern.size()) return false;
  const bool counted = pattern[at] == '{' && at + 1 < pattern.size() && is_ascii_digit(pattern[at + 1]);
  return pattern[at] == '?' || pattern[at] == '*' || counted;
}

/// The place of the bracket that closes the one at `open`; the pattern's size when none does.
std::size_t closing(std::string_view pattern, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < pattern.size(); ++at) {
    depth += pattern[at] == '(' ? 1 : pattern[at] == ')' ? -1 : 0;
    if (depth == 0) return at;
  }
  return pattern.size();
}

std::size_t shortest(const std::vector<std::string>& words) {
  std::size_t size = words.empty() ? 0 : words.front().size();
  for (const std::string& word : words) size = std::min(size, word.size());
  return size;
}

std::vector<std::string> words_of_group(std::string_view inside);

/// Words of which every match of `alternative`, one of a group's, holds one: a run of plain characters, or the words of
/// a group within. Of several choices the one whose shortest word is longest; none when there is none.
std::vector<std::string> words_of_alternative(std::string_view alternative) {
  std::vector<std::string> best;
  std::string literal;
  std::size_t last_character = 0;
  const auto offer = [&](std::vector<std::string> words) {
    if (shortest(words) > shortest(best)) best = std::move(words);
  };
  const auto end_literal = [&] {
    offer({literal});
    literal.clear();
  };
  for (std::size_t at = 0; at < alternative.size();) {
    const char c = alternative[at];
    if (static_cast<unsigned char>(c) >= 0x80) {
      const std::uint32_t length = code_point_at(alternative, at).length;
      last_character = literal.size();
      literal.append(alternative.substr(at, length));
      at += length;
      continue;
    }
    if (is_optional(alternative, at)) literal.resize(literal.empty() ? 0 : last_character);
    end_literal();
    const char close = c == '<' ? '>' : c == '[' ? ']' : c == '{' ? '}' : c;
    if (c == '(') {
      const std::size_t end = closing(alternative, at);
      if (!is_optional(alternative, end + 1)) offer(words_of_group(alternative.substr(at + 1, end - at - 1)));
      at = end;
    } else if (close != c) {
      at = std::min(alternative.find(close, at), alternative.size());
    }
    ++at;
  }
  end_literal();
  return best;
}

/// The same for a group a|b|c: words for each alternative; none when one of them has none.
std::vector<std::string> words_of_group(std::string_view inside) {
  std::vector<std::string> all;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at <= inside.size(); ++at) {
    if (at < inside.size()) depth += inside[at] == '(' ? 1 : inside[at] == ')' ? -1 : 0;
    if (at < inside.size() && (inside[at] != '|' || depth > 0)) continue;
    const std::vector<std::string> words = words_of_alternative(inside.substr(begin, at - begin));
    if (words.empty()) return {};
    all.insert(all.end(), words.begin(), words.end());
    begin = at + 1;
  }
  return all;
}

/// Turns a pattern of the file into an expression: names in <> become their alternatives, slots in {} become the
/// groups, and every other parenthesis only groups.
class PatternExpansion {
 public:
  PatternExpansion(const Lexicon& lexicon, std::string own_measure)
      : lexicon_(&lexicon), own_measure_(std::move(own_measure)) {}

  /// False, with fault(), when a name is not known or a bracket stays open.
  bool expand(std::string_view pattern) { return expand(pattern, true); }

  [[nodiscard]] const std::string& expression() const { return expression_; }
  [[nodiscard]] const std::vector<Phrase::Slot>& slots() const { return slots_; }
  [[nodiscard]] const Bilingual& fault() const { return fault_; }

  /// Groups of words: every match holds one of each, in this order. Empty when none are certain. A group with a single
  /// character, which most sentences hold, is only there where all are such.
  [[nodiscard]] std::vector<std::vector<std::string>> certain_words() const {
    std::vector<std::vector<std::string>> rare;
    bool any_word = false;
    for (const std::vector<std::string>& group : certain_words_) {
      const bool long_enough = shortest(group) > longest_character;
      any_word = any_word || long_enough;
      if (long_enough || is_mark(group.front())) rare.push_back(group);
    }
    return any_word ? rare : certain_words_;
  }
  /// The group of them that is rarest in a text: the longer the shortest of its words, the rarer it is.
  [[nodiscard]] std::vector<std::string> rarest_words() const {
    const auto rarest = std::max_element(certain_words_.begin(), certain_words_.end(),
                                         [](const auto& a, const auto& b) { return shortest(a) < shortest(b); });
    return rarest == certain_words_.end() ? std::vector<std::string>() : *rarest;
  }

 private:
  bool expand(std::string_view pattern, bool certain);
  bool expand_slot(std::string_view inside, bool certain);
  bool expand_name(std::string_view name, bool certain);
  bool read_measures(std::string_view names, Phrase::Slot& slot);
  bool fail(Bilingual what) {
    fault_ = std::move(what);
    return false;
  }

  const Lexicon* lexicon_;
  std::string own_measure_;
  std::string expression_;
  std::vector<Phrase::Slot> slots_;
  std::vector<std::vector<std::string>> certain_words_;
  Bilingual fault_;
};

bool PatternExpansion::read_measures(std::string_view names, Phrase::Slot& slot) {
  while (!names.empty()) {
    const std::size_t plus = std::min(names.find('+'), names.size());
    const std::string name(names.substr(0, plus) == "n" ? std::string_view(own_measure_) : names.substr(0, plus));
    names.remove_prefix(std::min(plus + 1, names.size()));
    const std::optional<std::size_t> measure = index_of(lexicon_->measures, name);
    if (!measure) {
      return fail(Sentence("没有叫 \"{}\" 的 measure{}", "no measure is called \"{}\"{}")
                      .with(name, did_you_mean(name, ids_of(lexicon_->measures))));
    }
    slot.measures.push_back(*measure);
  }
  return true;
}

// {n}  {requests.received}  {review.total+litigation.total~}  {fees.information$}  {-}  {%}  {=n:words}
bool PatternExpansion::expand_slot(std::string_view inside, bool certain) {
  Phrase::Slot slot;
  if (!inside.empty() && inside.front() == '=') {
    const std::size_t colon = inside.find(':');
    if (colon == std::string_view::npos)
      return fail(Sentence("{{=…}} 要写成 {{=measure:文字}}", "{{=…}} is written {{=measure:words}}"));
    slot.in_words = true;
    if (!read_measures(inside.substr(1, colon - 1), slot)) return false;
    slots_.push_back(std::move(slot));
    expression_ += '(';
    if (!expand(inside.substr(colon + 1), certain)) return false;
    expression_ += ')';
    return true;
  }
  const bool unit_may_miss = !inside.empty() && inside.back() == '~';
  slot.money = !inside.empty() && inside.back() == '$';
  if (unit_may_miss || slot.money) inside.remove_suffix(1);
  const bool percent = inside == "%";
  if (inside != "-" && !percent && !read_measures(inside, slot)) return false;
  const char32_t mark = slot.money ? skeleton_mark::money : percent ? skeleton_mark::percent : skeleton_mark::count;
  slots_.push_back(std::move(slot));
  std::vector<std::string> marks{utf8_of(mark)};
  if (unit_may_miss) marks.push_back(utf8_of(skeleton_mark::bare));
  if (percent) marks.push_back(utf8_of(skeleton_mark::hundred));
  expression_ += marks.size() > 1 ? "([" : "(";
  for (const std::string& each : marks) expression_ += each;
  expression_ += marks.size() > 1 ? "])" : ")";
  if (certain) certain_words_.push_back(std::move(marks));
  return true;
}

bool PatternExpansion::expand_name(std::string_view name, bool certain) {
  const auto find = [&](const std::vector<Lexicon::Alternatives>& all) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& item) { return item.name == name; });
    return found == all.end() ? nullptr : &*found;
  };
  const Lexicon::Alternatives* words = find(lexicon_->alternatives);
  if (words == nullptr) words = find(built_in_alternatives());
  if (words == nullptr) {
    std::vector<std::string> known;
    for (const Lexicon::Alternatives& item : lexicon_->alternatives) known.push_back(item.name);
    return fail(Sentence("[words] 中没有 \"{}\"{}", "[words] has no \"{}\"{}").with(name, did_you_mean(name, known)));
  }
  expression_ += words->expression;
  if (certain && !words->literals.empty()) certain_words_.push_back(words->literals);
  return true;
}

bool PatternExpansion::expand(std::string_view pattern, bool certain) {
  std::string literal;  // the run of plain characters just read
  std::size_t last_character = 0;
  const auto end_literal = [&] {
    if (certain && !literal.empty()) certain_words_.push_back({literal});
    literal.clear();
  };
  const auto optional_at = [&](std::size_t at) { return is_optional(pattern, at); };
  // An alternative at the top makes nothing certain.
  int depth = 0;
  for (const char c : pattern) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c == '|' && depth == 0) certain = false;
  }
  depth = 0;
  for (std::size_t at = 0; at < pattern.size();) {
    const char c = pattern[at];
    const bool here = certain && depth == 0;
    if (c == '<') {
      end_literal();
      const std::size_t close = pattern.find('>', at);
      if (close == std::string_view::npos) return fail(Sentence("\"<\" 没有配对的 \">\"", "\"<\" without its \">\""));
      if (!expand_name(pattern.substr(at + 1, close - at - 1), here && !optional_at(close + 1))) return false;
      at = close + 1;
    } else if (c == '{' && at + 1 < pattern.size() && (pattern[at + 1] < '0' || pattern[at + 1] > '9')) {
      end_literal();
      std::size_t close = at;
      for (int open = 0; close < pattern.size(); ++close) {
        open += pattern[close] == '{' ? 1 : pattern[close] == '}' ? -1 : 0;
        if (open == 0) break;
      }
      if (close == pattern.size()) return fail(Sentence("\"{{\" 没有配对的 \"}}\"", "\"{{\" without its \"}}\""));
      if (!expand_slot(pattern.substr(at + 1, close - at - 1), here && !optional_at(close + 1))) return false;
      at = close + 1;
    } else if (c == '[') {
      end_literal();
      const std::size_t close = pattern.find(']', at);
      if (close == std::string_view::npos) return fail(Sentence("\"[\" 没有配对的 \"]\"", "\"[\" without its \"]\""));
      expression_.append(pattern.substr(at, close + 1 - at));
      at = close + 1;
    } else if (c == '\\') {
      end_literal();
      expression_.append(pattern.substr(at, 2));
      at += std::min<std::size_t>(2, pattern.size() - at);
    } else if (static_cast<unsigned char>(c) < 0x80) {
      if (here && optional_at(at)) literal.resize(literal.empty() ? 0 : last_character);
      end_literal();
      if (here && c == '(') {
        const std::size_t close = closing(pattern, at);
        std::vector<std::string> words = words_of_group(pattern.substr(at + 1, close - at - 1));
        if (!words.empty() && !optional_at(close + 1)) certain_words_.push_back(std::move(words));
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      expression_ += c;
      if (c == '(' && (at + 1 >= pattern.size() || pattern[at + 1] != '?')) expression_ += "?:";
      if (c == '{') {  // a count: {0,9}
        const std::size_t close = std::min(pattern.find('}', at), pattern.size() - 1);
        expression_.append(pattern.substr(at + 1, close - at));
        at = close;
      }
      ++at;
    } else {
      const std::uint32_t length = code_point_at(pattern, at).length;
      last_character = literal.size();
      if (depth == 0) literal.append(pattern.substr(at, length));
      expression_.append(pattern.substr(at, length));
      at += length;
    }
  }
  end_literal();
  return true;
}

class LexiconReader {
 public:
  LexiconReader(const TomlTable& root, const std::string& file_name, Lexicon base, PatternCompile when)
      : root_(&root), faults_(file_name), lexicon_(std::move(base)), when_(when) {}

  Result<Lexicon> read();

 private:
  void read_numbers(TomlFields& fields);
  void read_words(TomlFields& fields);
  void read_context(TomlFields& fields);
  void read_organ_kinds(TomlFields& fields);
  void read_common_text(TomlFields& fields);
  void read_measures(TomlFields& fields);
  MeasureReading read_reading(const TomlTable& table);
  std::vector<CellPath> read_cells(TomlFields& fields, std::string_view key, bool required);
  void read_families(TomlFields& fields);
  void read_phrases(TomlFields& fields);
  void read_phrase(const TomlText& pattern, const std::string& own_measure, Phrase phrase);
  void read_lists(TomlFields& fields);
  void read_partitions(TomlFields& fields);
  void read_balances(TomlFields& fields);
  void read_comparisons(TomlFields& fields);
  /// `words` with so many slots, as a pattern; a fault otherwise, which ends with `wanted`.
  std::optional<Pattern> read_slots(const TomlText& words, std::size_t slots, const Sentence& wanted);
  std::vector<std::size_t> measures_of(const std::vector<TomlText>& names);
  /// Over the skeleton, without slots.
  std::optional<Pattern> read_pattern(TomlFields& fields, std::string_view key);
  /// The same, as one more way to match what an earlier file has for the key.
  void add_pattern(TomlFields& fields, std::string_view key, std::optional<Pattern>& pattern);
  void add_patterns(TomlFields& fields, std::string_view key, std::vector<Pattern>& patterns);
  void take_besides(std::optional<Pattern>& pattern, std::optional<Pattern> more, Position place);
  std::optional<Pattern> compile(const std::string& expression, Position place);
  std::string read_new_id(TomlFields& fields, const std::vector<std::string>& earlier);

  const TomlTable* root_;
  TomlFaults faults_;
  Lexicon lexicon_;
  PatternCompile when_;
};

Result<Lexicon> LexiconReader::read() {
  TomlFields fields(*root_, faults_);
  fields.choice("schema", {"gialint-lexicon/1"});
  read_numbers(fields);
  read_words(fields);
  read_context(fields);
  read_organ_kinds(fields);
  read_common_text(fields);
  read_measures(fields);
  read_families(fields);
  read_phrases(fields);
  read_lists(fields);
  read_partitions(fields);
  read_balances(fields);
  read_comparisons(fields);
  read_vocabulary(fields, faults_, lexicon_);
  read_frames(fields, faults_, lexicon_);
  fields.finish();
  if (!faults_.none()) return faults_.first();
  return std::move(lexicon_);
}

void LexiconReader::read_numbers(TomlFields& fields) {
  const TomlTable* table = fields.table_if_any("numbers");
  if (table == nullptr) return;
  TomlFields numbers(*table, faults_);
  for (const NumberWords::Key& key : NumberWords::keys()) {
    std::vector<std::string>& list = lexicon_.numbers.*key.list;
    for (const TomlText& word : numbers.texts_if_any(key.name)) {
      if (word.text.empty()) faults_.add(word.place, Sentence("这里不能是空字符串", "the string is empty"));
      list.push_back(word.text);
    }
    sort_longest_first(list);
  }
  numbers.finish();
  if (!faults_.none()) return;
  NumberWords& all = lexicon_.numbers;
  for (const std::string& word : all.respectively) all.respectively_words.add(word);
  const std::pair<const std::vector<std::string>*, int> years[] = {
      {&all.this_year, 0}, {&all.last_year, -1}, {&all.next_year, 1}};
  for (const auto& [words, offset] : years) {
    for (const std::string& word : *words) all.year_offsets.resize(all.year_words.add(word) + 1, offset);
  }
  using Kind = NumberWords::UnitKind;
  const std::pair<const std::vector<std::string>*, Kind> units[] = {
      {&all.count_units, Kind::count}, {&all.money_units, Kind::money}, {&all.percent_units, Kind::percentage},
      {&all.thing_units, Kind::thing}, {&all.other_units, Kind::other}, {&all.time_units, Kind::other},
      {&all.year_units, Kind::year},   {&all.month_units, Kind::month}, {&all.day_units, Kind::day}};
  for (const auto& [words, kind] : units) {
    for (const std::string& word : *words) {
      const std::uint32_t number = all.units.add(word);
      if (number == all.unit_kinds.size()) all.unit_kinds.push_back(kind);
    }
  }
}

void LexiconReader::read_words(TomlFields& fields) {
  const TomlTable* table = fields.table_if_any("words");
  if (table == nullptr) return;
  TomlFields words(*table, faults_);
  for (const TomlField& field : table->fields) {
    const auto known = [&](const Lexicon::Alternatives& item) { return item.name == field.key; };
    if (std::any_of(lexicon_.alternatives.begin(), lexicon_.alternatives.end(), known) ||
        std::any_of(built_in_alternatives().begin(), built_in_alternatives().end(), known)) {
      faults_.add(field.place, Sentence("[words] 中的 \"{}\" 已经有了", "[words] has \"{}\" already").with(field.key));
    }
    Lexicon::Alternatives item;
    item.name = field.key;
    bool known_by_words = true;
    for (const TomlText& text : words.texts(field.key)) {
      PatternExpansion expansion(lexicon_, "");
      if (!expansion.expand(text.text)) faults_.add(text.place, expansion.fault());
      if (!expansion.slots().empty())
        faults_.add(text.place, Sentence("[words] 中不能有 {{…}}", "no {{…}} in [words]"));
      item.expression += (item.expression.empty() ? "" : "|") + expansion.expression();
      const std::vector<std::string> rarest = expansion.rarest_words();
      known_by_words = known_by_words && !rarest.empty();
      item.literals.insert(item.literals.end(), rarest.begin(), rarest.end());
    }
    if (!known_by_words) item.literals.clear();
    item.expression = "(?:" + item.expression + ")";
    lexicon_.alternatives.push_back(std::move(item));
  }
}

std::optional<Pattern> LexiconReader::compile(const std::string& expression, Position place) {
  if (when_ == PatternCompile::deferred) return Pattern::deferred(expression);
  Result<Pattern> pattern = Pattern::compile(expression);
  if (pattern.ok()) return std::move(*pattern);
  faults_.add(place, pattern.failure().what);
  return std::nullopt;
}

std::optional<Pattern> LexiconReader::read_pattern(TomlFields& fields, std::string_view key) {
  if (!fields.has(key)) {
    fields.text_or(key, "");
    return std::nullopt;
  }
  PatternExpansion expansion(lexicon_, "");
  const bool sound = expansion.expand(fields.text(key));
  if (!sound) faults_.add(fields.place(key), expansion.fault());
  if (!expansion.slots().empty()) faults_.add(fields.place(key), Sentence("这里不能有 {{…}}", "no {{…}} here"));
  return sound ? compile(expansion.expression(), fields.place(key)) : std::nullopt;
}

void LexiconReader::add_pattern(TomlFields& fields, std::string_view key, std::optional<Pattern>& pattern) {
  take_besides(pattern, read_pattern(fields, key), fields.place(key));
}

void LexiconReader::take_besides(std::optional<Pattern>& pattern, std::optional<Pattern> more, Position place) {
  if (!more) return;
  pattern =
      pattern ? compile("(?:" + pattern->expression() + ")|(?:" + more->expression() + ")", place) : std::move(more);
}

void LexiconReader::read_context(TomlFields& fields) {
  const TomlTable* table = fields.table_if_any("context");
  if (table == nullptr) return;
  TomlFields context(*table, faults_);
  const auto take = [&](const char* key, std::optional<Pattern>& pattern) { add_pattern(context, key, pattern); };
  take("own", lexicon_.context.own);
  take("part", lexicon_.context.part);
  take("region", lexicon_.context.region);
  take("system", lexicon_.context.system);
  take("level", lexicon_.context.level);
  take("government", lexicon_.context.government);
  take("skip_clause", lexicon_.context.skip_clause);
  take("skip_sentence", lexicon_.context.skip_sentence);
  take("all_ways", lexicon_.context.all_ways);
  take("cumulative", lexicon_.context.cumulative);
  take("within_year", lexicon_.context.within_year);
  take("not_before", lexicon_.context.not_before);
  take("year_aside", lexicon_.context.year_aside);
  context.finish();
}

void LexiconReader::read_organ_kinds(TomlFields& fields) {
  for (const TomlTable* table : fields.tables_if_any("organ_kinds")) {
    TomlFields own(*table, faults_);
    OrganKind kind;
    kind.id = read_new_id(own, ids_of(lexicon_.organ_kinds));
    kind.name = compile(own.text("name"), own.place("name"));
    own.finish();
    lexicon_.organ_kinds.push_back(std::move(kind));
  }
  if (const TomlTable* table = fields.table_if_any("organ_names")) {
    TomlFields own(*table, faults_);
    take_besides(lexicon_.regional, compile(own.text("regional"), own.place("regional")), own.place("regional"));
    for (std::string& each : own.plain_texts_if_any("governments")) lexicon_.governments.push_back(std::move(each));
    add_patterns(own, "preface", lexicon_.organ_prefaces);
    add_patterns(own, "signature", lexicon_.organ_signatures);
    add_patterns(own, "contact", lexicon_.organ_contacts);
    if (own.has("no_name"))
      take_besides(lexicon_.no_organ, compile(own.text("no_name"), own.place("no_name")), own.place("no_name"));
    own.finish();
  }
}

void LexiconReader::read_common_text(TomlFields& fields) { add_patterns(fields, "common_text", lexicon_.common_text); }

void LexiconReader::add_patterns(TomlFields& fields, std::string_view key, std::vector<Pattern>& patterns) {
  for (const TomlText& text : fields.texts_if_any(key)) {
    if (std::optional<Pattern> pattern = compile(text.text, text.place)) patterns.push_back(*std::move(pattern));
  }
}

std::string LexiconReader::read_new_id(TomlFields& fields, const std::vector<std::string>& earlier) {
  std::string id = fields.text("id");
  if (std::find(earlier.begin(), earlier.end(), id) != earlier.end()) {
    faults_.add(fields.place("id"), Sentence("\"{}\" 已经有了", "there is \"{}\" already").with(id));
  }
  return id;
}

std::vector<CellPath> LexiconReader::read_cells(TomlFields& fields, std::string_view key, bool required) {
  std::vector<CellPath> cells;
  for (const TomlText& path : required ? fields.texts(key) : fields.texts_if_any(key)) {
    const std::optional<CellName> name = split_cell_name(path.text);
    if (!name || name->column.find('/') != std::string_view::npos) {
      faults_.add(path.place, Sentence("单元格要写成 \"表/行/列\"", "a cell is written \"table/row/column\""));
      continue;
    }
    CellPath cell{std::string(name->table), std::string(name->row), std::string(name->column)};
    const auto take_group = [](std::string& name) {
      const bool group = !name.empty() && name.front() == '@';
      if (group) name.erase(0, 1);
      return group;
    };
    cell.row_group = take_group(cell.row);
    cell.column_group = take_group(cell.column);
    if (cell.row_group && cell.column_group)
      faults_.add(path.place, Sentence("行和列不能都是组（@）", "row and column cannot both be groups (@)"));
    cells.push_back(std::move(cell));
  }
  return cells;
}

MeasureReading LexiconReader::read_reading(const TomlTable& table) {
  TomlFields fields(table, faults_);
  MeasureReading reading;
  reading.label = fields.text("label");
  reading.cells = read_cells(fields, "cells", true);
  reading.minus = read_cells(fields, "minus", false);
  reading.when_zero = read_cells(fields, "when_zero", false);
  reading.part = fields.boolean_or("part", false);
  fields.finish();
  return reading;
}

void LexiconReader::read_measures(TomlFields& fields) {
  for (const TomlTable* table : fields.tables_if_any("measures")) {
    TomlFields own(*table, faults_);
    Measure measure;
    measure.id = read_new_id(own, ids_of(lexicon_.measures));
    if (const TomlTable* title = own.table_if_any("title")) {
      TomlFields languages(*title, faults_);
      measure.title_zh = languages.text("zh");
      measure.title_en = languages.text("en");
      languages.finish();
    } else {
      faults_.add(own.place(), Sentence("少了 title = {{ zh = \"…\", en = \"…\" }}",
                                        "title = {{ zh = \"…\", en = \"…\" }} is missing"));
    }
    for (const TomlTable* reading : own.tables_if_any("readings")) measure.readings.push_back(read_reading(*reading));
    measure.cell_exponent = static_cast<int>(own.integer_or("cell_exponent", 0, 8, 0));
    own.finish();
    lexicon_.measures.push_back(std::move(measure));
  }
}

void LexiconReader::read_families(TomlFields& fields) {
  for (const TomlTable* table : fields.tables_if_any("families")) {
    TomlFields own(*table, faults_);
    PhraseFamily family;
    family.id = read_new_id(own, ids_of(lexicon_.families));
    own.text("context");
    family.context = read_pattern(own, "context");
    for (const TomlText& anchor : own.texts("anchors")) {
      if (anchor.text.empty()) {
        faults_.add(anchor.place, Sentence("这里不能是空字符串", "the string is empty"));
      } else {
        family.anchors.push_back(lexicon_.words.add(anchor.text));
        lexicon_.anchors.add(anchor.text);
      }
    }
    family.excluded = read_pattern(own, "excluded");
    family.unless = read_pattern(own, "unless");
    family.bases = measures_of(own.texts_if_any("bases"));
    own.finish();
    lexicon_.families.push_back(std::move(family));
  }
}

void LexiconReader::read_phrase(const TomlText& pattern, const std::string& own_measure, Phrase phrase) {
  PatternExpansion expansion(lexicon_, own_measure);
  if (!expansion.expand(pattern.text)) {
    faults_.add(pattern.place, expansion.fault());
    return;
  }
  phrase.slots = expansion.slots();
  if (phrase.slots.empty())
    faults_.add(pattern.place,
                Sentence("没有数字：要有 {{n}} 或者 {{=n:…}}", "no number: {{n}} or {{=n:…}} is needed"));
  phrase.text = compile(expansion.expression(), pattern.place);
  if (!phrase.text) return;
  const auto look_for = [&](const std::vector<std::string>& choice) {
    std::vector<std::uint32_t>& group = phrase.words.emplace_back();
    for (const std::string& word : choice) group.push_back(lexicon_.words.add(word));
  };
  for (const std::vector<std::string>& choice : expansion.certain_words()) look_for(choice);
  lexicon_.phrases.push_back(std::move(phrase));
}

void LexiconReader::read_phrases(TomlFields& fields) {
  for (const TomlTable* table : fields.tables_if_any("phrases")) {
    TomlFields own(*table, faults_);
    Phrase phrase;
    phrase.family = own.text("family");
    if (!index_of(lexicon_.families, phrase.family)) {
      faults_.add(own.place("family"),
                  Sentence("没有叫 \"{}\" 的 family{}", "no family is called \"{}\"{}")
                      .with(phrase.family, did_you_mean(phrase.family, ids_of(lexicon_.families))));
    }
    const std::string measure = own.text_or("measure", "");
    phrase.names_topic = !own.boolean_or("needs_context", false);
    phrase.weak = own.boolean_or("weak", false);
    phrase.ambiguous = own.boolean_or("ambiguous", false);
    phrase.statement = static_cast<Statement>(own.choice_if_any("says", {"figure", "finished", "outcome"}).value_or(0));
    phrase.unless = read_pattern(own, "unless");
    phrase.unless_before = read_pattern(own, "unless_before");
    for (const TomlText& pattern : own.texts("patterns")) read_phrase(pattern, measure, phrase);
    own.finish();
  }
}

std::vector<std::size_t> LexiconReader::measures_of(const std::vector<TomlText>& names) {
  std::vector<std::size_t> measures;
  for (const TomlText& name : names) {
    if (const std::optional<std::size_t> measure = index_of(lexicon_.measures, name.text)) {
      measures.push_back(*measure);
    } else {
      faults_.add(name.place, Sentence("没有叫 \"{}\" 的 measure{}", "no measure is called \"{}\"{}")
                                  .with(name.text, did_you_mean(name.text, ids_of(lexicon_.measures))));
    }
  }
  return measures;
}

void LexiconReader::read_lists(TomlFields& fields) {
  const TomlTable* table = fields.table_if_any("lists");
  if (table == nullptr) return;
  TomlFields lists(*table, faults_);
  const auto take = [&](const char* key, std::optional<Pattern>& pattern) { add_pattern(lists, key, pattern); };
  take("opener", lexicon_.lists.opener);
  take("stop", lexicon_.lists.stop);
  take("aside", lexicon_.lists.aside);
  take("rest", lexicon_.lists.rest);
  take("overlap", lexicon_.lists.overlap);
  take("not_total", lexicon_.lists.not_total);
  take("share", lexicon_.lists.share);
  take("rate", lexicon_.lists.rate);
  take("share_of", lexicon_.lists.share_of);
  take("other_whole", lexicon_.lists.other_whole);
  take("sum", lexicon_.lists.sum);
  lists.finish();
}

void LexiconReader::read_partitions(TomlFields& fields) {
  for (const TomlTable* table : fields.tables_if_any("partitions")) {
    TomlFields own(*table, faults_);
    Partition partition;
    partition.id = read_new_id(own, ids_of(lexicon_.partitions));
    for (const TomlText& words : own.texts("classes")) {
      PatternExpansion expansion(lexicon_, "");
      if (!expansion.expand(words.text)) {
        faults_.add(words.place, expansion.fault());
      } else if (std::optional<Pattern> pattern = compile(expansion.expression(), words.place)) {
        partition.classes.push_back(*std::move(pattern));
      }
    }
    own.finish();
    lexicon_.partitions.push_back(std::move(partition));
  }
}

void LexiconReader::read_balances(TomlFields& fields) {
  for (const TomlTable* table : fields.tables_if_any("balances")) {
    TomlFields own(*table, faults_);
    Balance balance;
    balance.total = measures_of(own.texts("total"));
    balance.plus = measures_of(own.texts_if_any("plus"));
    for (const std::vector<TomlText>& part : own.text_lists_if_any("parts")) {
      balance.parts.push_back(measures_of(part));
    }
    if (balance.parts.empty()) faults_.add(own.place(), Sentence("少了 parts", "parts is missing"));
    own.finish();
    lexicon_.balances.push_back(std::move(balance));
  }
}

void LexiconReader::read_comparisons(TomlFields& fields) {
  const TomlTable* table = fields.table_if_any("comparisons");
  if (table == nullptr) return;
  TomlFields own(*table, faults_);
  for (const bool rises : {true, false}) {
    for (const TomlText& words : own.texts_if_any(rises ? "rises" : "falls")) {
      if (std::optional<Pattern> pattern =
              read_slots(words, 3,
                         Sentence("要有三个数：本年、上年、增减（{{-}} 或者 {{%}}）",
                                  "three numbers are needed: this year, last year, the change ({{-}} or {{%}})"))) {
        lexicon_.comparisons.push_back({*std::move(pattern), rises, false});
      }
    }
    for (const TomlText& words : own.texts_if_any(rises ? "rises_of" : "falls_of")) {
      if (std::optional<Pattern> pattern =
              read_slots(words, 3,
                         Sentence("要有三个数：本年、增减、上年（{{-}} 或者 {{%}}）",
                                  "three numbers are needed: this year, the change, last year ({{-}} or {{%}})"))) {
        lexicon_.comparisons.push_back({*std::move(pattern), rises, true});
      }
    }
    for (const TomlText& words : own.texts_if_any(rises ? "rises_by" : "falls_by")) {
      if (std::optional<Pattern> pattern =
              read_slots(words, 2,
                         Sentence("要有两个数：本年、增减（{{-}} 或者 {{%}}）",
                                  "two numbers are needed: this year, the change ({{-}} or {{%}})"))) {
        lexicon_.trends.push_back({*std::move(pattern), rises, std::nullopt});
      }
    }
  }
  for (const TomlTable* table_of_words : own.tables_if_any("rises_in_words")) {
    TomlFields said(*table_of_words, faults_);
    const TomlText words{said.text("text"), said.place("text")};
    constexpr std::int64_t most = 10'000;
    const std::int64_t percent = said.integer("percent", 1, most);
    said.finish();
    if (std::optional<Pattern> pattern =
            read_slots(words, 1, Sentence("要有一个数：本年（{{-}}）", "one number is needed: this year ({{-}})"))) {
      lexicon_.trends.push_back({*std::move(pattern), true, percent});
    }
  }
  for (std::string& unit : own.plain_texts_if_any("percent_units")) lexicon_.change_percent.push_back(std::move(unit));
  for (std::string& unit : own.plain_texts_if_any("times_units")) lexicon_.change_times.push_back(std::move(unit));
  own.finish();
}

std::optional<Pattern> LexiconReader::read_slots(const TomlText& words, std::size_t slots, const Sentence& wanted) {
  PatternExpansion expansion(lexicon_, "");
  if (!expansion.expand(words.text)) {
    faults_.add(words.place, expansion.fault());
  } else if (expansion.slots().size() != slots) {
    faults_.add(words.place, wanted);
  } else {
    return compile(expansion.expression(), words.place);
  }
  return std::nullopt;
}

}  // namespace

const std::vector<NumberWords::Key>& NumberWords::keys() {
  static const std::vector<Key> all = {
      {"count_units", &NumberWords::count_units},
      {"money_units", &NumberWords::money_units},
      {"percent_units", &NumberWords::percent_units},
      {"thing_units", &NumberWords::thing_units},
      {"other_units", &NumberWords::other_units},
      {"year_units", &NumberWords::year_units},
      {"month_units", &NumberWords::month_units},
      {"day_units", &NumberWords::day_units},
      {"time_units", &NumberWords::time_units},
      {"ordinal_before", &NumberWords::ordinal_before},
      {"not_counts", &NumberWords::not_counts},
      {"approximate_before", &NumberWords::approximate_before},
      {"approximate_after", &NumberWords::approximate_after},
      {"at_least_before", &NumberWords::at_least_before},
      {"at_least_after", &NumberWords::at_least_after},
      {"at_most_before", &NumberWords::at_most_before},
      {"at_most_after", &NumberWords::at_most_after},
      {"range_joints", &NumberWords::range_joints},
      {"zero_after", &NumberWords::zero_after},
      {"respectively", &NumberWords::respectively},
      {"and_words", &NumberWords::and_words},
      {"this_year", &NumberWords::this_year},
      {"last_year", &NumberWords::last_year},
      {"next_year", &NumberWords::next_year},
  };
  return all;
}

const Measure* Lexicon::measure(std::string_view id) const {
  const std::optional<std::size_t> index = index_of(measures, id);
  return index ? &measures[*index] : nullptr;
}

const PhraseFamily* Lexicon::family(std::string_view id) const {
  const std::optional<std::size_t> index = index_of(families, id);
  return index ? &families[*index] : nullptr;
}

const OrganKind* Lexicon::organ_kind(std::string_view organ_name) const {
  const auto found = std::find_if(organ_kinds.begin(), organ_kinds.end(),
                                  [&](const OrganKind& kind) { return kind.name->is_in(organ_name); });
  return found == organ_kinds.end() ? nullptr : &*found;
}

Result<Lexicon> read_lexicon(std::string_view toml, const std::string& file_name, Lexicon base, PatternCompile when) {
  const Result<TomlTable> root = parse_toml(toml, file_name);
  if (!root.ok()) return root.failure();
  return read_lexicon(*root, file_name, std::move(base), when);
}

Result<Lexicon> read_lexicon(const TomlTable& root, const std::string& file_name, Lexicon base, PatternCompile when) {
  return LexiconReader(root, file_name, std::move(base), when).read();
}

}  // namespace gialint
