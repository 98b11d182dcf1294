#include "engine/text/name_table.hpp"

#include <algorithm>
#include <tuple>

#include "engine/text/sentence.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// The first two characters of `text` from byte `at` on, as one number; 0 when there are not that many.
std::uint64_t start_at(std::string_view text, std::size_t at) {
  const CodePoint first = code_point_at(text, at);
  if (at + first.length >= text.size()) return 0;
  return static_cast<std::uint64_t>(first.value) << 32U | code_point_at(text, at + first.length).value;
}

}  // namespace

Result<NameTable> NameTable::parse(std::string_view text, const std::string& file) {
  NameTable table;
  std::vector<std::uint32_t> above;  // the entry that is open at each level
  for (std::uint32_t line = 1; !text.empty(); ++line) {
    const std::size_t end = text.find('\n');
    std::string_view name = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const auto wrong = [&](const Sentence& what) { return Failure{{file, line}, what}; };

    const std::size_t level = std::min(name.find_first_not_of(' '), name.size());
    name = trim(name);
    if (name.empty() || name.front() == '#') continue;
    if (level > above.size())
      return wrong({"缩进多了：每低一级多缩进一个空格", "indented too far: each level takes one blank more"});

    Entry entry;
    const std::size_t mark = name.find('|');
    entry.name = std::string(name.substr(0, mark));
    std::vector<Spelling> spellings;
    const auto number = static_cast<std::uint32_t>(table.entries_.size());
    const auto add = [&](bool full) {
      const std::uint64_t start = start_at(entry.name, 0);
      spellings.push_back({start, static_cast<std::uint32_t>(entry.name.size()), number, full});
      return start != 0;
    };
    bool sound = !entry.name.empty();
    if (mark != std::string_view::npos) {
      sound = sound && add(false);
      entry.name += name.substr(mark + 1);
    }
    if (!sound || !add(true))
      return wrong({"名称和简称都至少要有两个字", "a name and its short form have at least two characters"});
    if (level > 0) entry.parent = above[level - 1];
    above.resize(level);
    above.push_back(number);
    table.entries_.push_back(std::move(entry));
    table.spellings_.insert(table.spellings_.end(), spellings.begin(), spellings.end());
  }
  std::sort(table.spellings_.begin(), table.spellings_.end(), [&](const Spelling& a, const Spelling& b) {
    if (a.start != b.start) return a.start < b.start;  // almost always: the rest costs more
    return std::tuple(b.length, !a.full, table.text_of(a), a.entry) <
           std::tuple(a.length, !b.full, table.text_of(b), b.entry);
  });
  for (const Spelling& spelling : table.spellings_) table.starts_.set(bit_of(spelling.start));
  return table;
}

std::optional<FoundName> NameTable::longest_at(std::string_view text, std::size_t at, std::uint64_t start) const {
  auto spelling = std::lower_bound(spellings_.begin(), spellings_.end(), start,
                                   [](const Spelling& each, std::uint64_t wanted) { return each.start < wanted; });
  const auto stands = [&](const Spelling& each) { return text.compare(at, each.length, text_of(each)) == 0; };
  while (spelling != spellings_.end() && spelling->start == start && !stands(*spelling)) ++spelling;
  if (spelling == spellings_.end() || spelling->start != start) return std::nullopt;

  FoundName found{
      {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + spelling->length)}, spelling->full, {}};
  for (auto same = spelling; same != spellings_.end() && same->full == spelling->full &&
                             same->length == spelling->length && same->start == start && stands(*same);
       ++same) {
    found.meanings.push_back(same->entry);
  }
  return found;
}

std::vector<FoundName> NameTable::find(std::string_view text) const {
  std::vector<FoundName> names;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + code_point_at(text, at).length;
    const std::uint64_t start = start_at(text, at);
    if (start != 0 && starts_.test(bit_of(start))) {
      if (std::optional<FoundName> name = longest_at(text, at, start)) {
        if (name->full) next = name->span.end;
        names.push_back(*std::move(name));
      }
    }
    at = next;
  }
  return names;
}

std::vector<std::string_view> NameTable::lineage(std::uint32_t entry) const {
  std::vector<std::string_view> names;
  for (std::optional<std::uint32_t> at = entry; at; at = entries_[*at].parent) names.emplace_back(entries_[*at].name);
  std::reverse(names.begin(), names.end());
  return names;
}

void NameTables::add(const std::string& name, std::string text, std::string file) {
  std::unique_ptr<Lazy>& table = tables_[name];
  if (table != nullptr) return;
  table = std::make_unique<Lazy>();
  table->text = std::move(text);
  table->file = std::move(file);
}

Result<const NameTable*> NameTables::get(const std::string& name) const {
  const auto found = tables_.find(name);
  if (found == tables_.end()) return nullptr;
  Lazy& table = *found->second;
  std::call_once(table.once, [&] { table.table = NameTable::parse(table.text, table.file); });
  if (!table.table->ok()) return table.table->failure();
  return &**table.table;
}

std::optional<Failure> NameTables::check() const {
  for (const auto& [name, table] : tables_) {
    if (const Result<const NameTable*> read = get(name); !read) return read.failure();
  }
  return std::nullopt;
}

}  // namespace gialint
