#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "engine/report/corpus.hpp"
#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/model_objects.hpp"
#include "engine/rule_host/rule_run.hpp"

namespace gialint::lua {
namespace {

const Corpus& corpus_of(lua_State* lua) { return *LuaState::of(lua).run->corpus; }

// ---- digests

void push_digest(lua_State* lua, std::size_t number) {
  const std::vector<ReportDigest>& reports = corpus_of(lua).reports;
  if (number >= reports.size()) {
    lua_pushnil(lua);
    return;
  }
  push_node(lua, {nullptr, Kind::digest, &reports[number]});
}

void get_kind(lua_State* lua, const Node& self) { push_text_if_any(lua, as<ReportDigest>(self).organ_kind); }

void get_form(lua_State* lua, const Node& self) { push_form(lua, as<ReportDigest>(self).edition); }

/// Integers hold 64 bits, and so does the hash.
void get_figures(lua_State* lua, const Node& self) {
  const auto& digest = as<ReportDigest>(self);
  if (digest.complete) {
    lua_pushinteger(lua, static_cast<lua_Integer>(digest.figures));
  } else {
    lua_pushnil(lua);
  }
}

/// The cell that "table/row/column" at stack index 2 names on the digest's form, as a place.
std::optional<Node> find_figure(lua_State* lua, const ReportDigest& digest) {
  const std::optional<CellName> name = split_cell_name(text_argument(lua, 2));
  if (!name) raise(lua, "'table/row/column' expected");
  const FormTable* table = digest.edition->table(name->table);
  const auto row = table == nullptr ? std::nullopt : table->row_index(name->row);
  const auto column = table == nullptr ? std::nullopt : table->column_index(name->column);
  if (!row || !column) return std::nullopt;
  Node node;
  node.anchor = {
      nullptr, Kind::figure, &digest, table, static_cast<std::uint32_t>(*row), static_cast<std::uint32_t>(*column)};
  return node;
}

int figure(lua_State* lua) {
  const auto& digest = as<ReportDigest>(check_kind(lua, 1, Kind::digest));
  const std::optional<Node> found = find_figure(lua, digest);
  std::optional<Decimal> value;
  if (found) {
    const auto* table = static_cast<const FormTable*>(found->anchor.owner);
    value = digest.figure(static_cast<std::size_t>(table - digest.edition->tables.data()), found->anchor.row,
                          found->anchor.column);
  }
  if (value) {
    push_number(lua, *value);
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

int cell(lua_State* lua) {
  const std::optional<Node> found = find_figure(lua, as<ReportDigest>(check_kind(lua, 1, Kind::digest)));
  if (found) {
    push_node(lua, found->anchor);
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

/// digest:is_apart_from(other)
int differs(lua_State* lua) {
  const auto& one = as<ReportDigest>(check_kind(lua, 1, Kind::digest));
  const auto& other = as<ReportDigest>(check_kind(lua, 2, Kind::digest));
  push_bool(lua, are_of_two_bodies(one, other));
  return 1;
}

// ---- regions

// ---- corpus

void get_reports(lua_State* lua, const Node& /*self*/) {
  push_list(lua, {nullptr, Kind::digest}, corpus_of(lua).reports.size(),
            [](lua_State* state, const Anchor& /*list*/, std::size_t index) { push_digest(state, index); });
}

void get_regions(lua_State* lua, const Node& /*self*/) {
  push_list(lua, {nullptr, Kind::region}, corpus_of(lua).regions.size(),
            [](lua_State* state, const Anchor& /*list*/, std::size_t index) {
              push_node(state, {nullptr, Kind::region, &corpus_of(state).regions[index]});
            });
}

int find(lua_State* lua) {
  check_kind(lua, 1, Kind::corpus);
  const Corpus& corpus = corpus_of(lua);
  const std::string_view organ = text_argument(lua, 2);
  const lua_Integer year = check_integer(lua, 3);
  LuaState::of(lua).charge(1 + corpus.reports.size() + 4 * organ.size());
  const bool is_year = year >= 0 && year <= std::numeric_limits<int>::max();
  push_digest(lua, is_year ? corpus.find(organ, static_cast<int>(year)) : corpus.reports.size());
  return 1;
}

int alike(lua_State* lua) {
  check_kind(lua, 1, Kind::corpus);
  const lua_Integer percent = check_integer(lua, 2);
  const lua_Integer length = check_integer(lua, 3);
  luaL_argcheck(lua, percent >= 50 && percent <= 100, 2, "from 50 to 100");
  luaL_argcheck(lua, length >= 1, 3, "at least 1");
  const Corpus& corpus = corpus_of(lua);
  constexpr std::uint64_t price = 1000;  // steps for looking up one sketch
  LuaState::of(lua).charge(price * corpus.reports.size());
  const std::vector<LikePair> pairs = find_alike(corpus, static_cast<int>(percent), static_cast<std::size_t>(length));
  lua_newtable(lua);
  lua_Integer count = 0;
  for (const LikePair& pair : pairs) {
    lua_createtable(lua, 0, 3);
    push_digest(lua, pair.report);
    lua_setfield(lua, -2, "report");
    push_digest(lua, pair.other);
    lua_setfield(lua, -2, "other");
    lua_pushinteger(lua, pair.percent);
    lua_setfield(lua, -2, "percent");
    lua_rawseti(lua, -2, ++count);
  }
  return 1;
}

}  // namespace

void push_roll_ups(lua_State* lua, const std::vector<FormRollUp>& relations) {
  push_list(lua, {nullptr, Kind::roll_up, &relations}, relations.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const auto& all = *static_cast<const std::vector<FormRollUp>*>(list.what);
              push_node(state, {nullptr, Kind::roll_up, &all[index]});
            });
}

void push_corpus(lua_State* lua) { push_node(lua, {nullptr, Kind::corpus}); }

std::size_t check_corpus_place(lua_State* lua, int index, const char* what, std::string& place) {
  const Object* object = object_at(lua, index);
  if (object == nullptr || (object->kind != Kind::digest && object->kind != Kind::figure)) {
    raise(lua,
          std::string(what) + ": a report of the corpus or a cell of one expected, got " + luaL_typename(lua, index));
  }
  const Node& node = check_kind(lua, index, object->kind);
  const auto* digest = static_cast<const ReportDigest*>(node.anchor.what);
  place = "title";
  if (node.kind == Kind::figure) {
    const auto& table = *static_cast<const FormTable*>(node.anchor.owner);
    place = table.id + "/" + table.rows[node.anchor.row].id + "/" + table.columns[node.anchor.column].id;
  }
  return static_cast<std::size_t>(digest - corpus_of(lua).reports.data());
}

void open_corpus_api(lua_State* lua) {
  static const std::vector<Member> none;
  static const std::vector<Member> roll_up = {
      {"id", "string", "", get_field<&FormRollUp::id>},
      {"parent", "string", "", get_field<&FormRollUp::parent>},
      {"tables", "string[]", "", get_field<&FormRollUp::tables>},
      {"once", "boolean", "what several bodies share counts once", get_field<&FormRollUp::once>},
      {"source", "string", "", get_field<&FormRollUp::source>},
  };
  static const std::vector<Member> corpus = {
      {"reports", "gialint.Digest[]", "in the order of the paths", get_reports},
      {"regions", "gialint.Region[]", "as [corpus.regions] declares them", get_regions},
      {"find", "(organ: string, year: integer): gialint.Digest?", "of several the first", nullptr, guarded<find>},
      {"alike",
       "(percent: integer, length: integer): { report: gialint.Digest, other: gialint.Digest, percent: integer }[]",
       "for each report the first one before it, of the same year and a body apart, with a text that is alike in at "
       "least `percent` of 100, `length` characters at least",
       nullptr, guarded<alike>},
  };
  static const std::vector<Member> digest = {
      {"path", "string", "", get_field<&ReportDigest::path>},
      {"organ_name", "string", "", get_field<&ReportDigest::organ>},
      {"organ_kind", "string?", "", get_kind},
      {"year", "integer?", "", get_field<&ReportDigest::year>},
      {"form", "gialint.Form", "", get_form},
      {"nonzero", "integer", "figures other than 0, totals left out", get_field<&ReportDigest::nonzero>},
      {"figures", "integer?", "the same for the same figures; nil unless all cells count", get_figures},
      {"figure", "(path: string): gialint.Number?", "\"table/row/column\"", nullptr, guarded<figure>},
      {"cell", "(path: string): gialint.Figure?", "\"table/row/column\"", nullptr, guarded<cell>},
      {"is_apart_from", "(other: gialint.Digest): boolean",
       "same year, two organs, neither name the beginning of the other's", nullptr, guarded<differs>},
  };
  static const std::vector<Member> region = {
      {"name", "string", "", get_field<&Region::name>},
      {"bodies", "string[]", "", get_field<&Region::bodies>},
  };
  define_kind(lua, Kind::roll_up, "FormRollUp", "how the figures of several bodies add up to one's", roll_up);
  define_kind(lua, Kind::corpus, "Corpus", "all reports of a run, as digests", corpus);
  define_kind(lua, Kind::digest, "Digest", "of one report of a corpus: a place, its title", digest);
  define_kind(lua, Kind::figure, "Figure", "a cell of a digest: a place only", none);
  define_kind(lua, Kind::region, "Region", "bodies whose figures make up one's", region);
}

}  // namespace gialint::lua
