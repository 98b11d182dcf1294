#include "engine/packs/pack.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "engine/packs/embedded_pack.hpp"
#include "engine/toml/packed.hpp"
#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

const std::string rules_folder = GIALINT_SOURCE_DIR "/rules";

TEST_CASE("the binary holds every rule, edition, lexicon, name table and preset byte for byte", "[packs]") {
  std::vector<std::string> wanted;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(rules_folder)) {
    const std::string path = entry.path().lexically_relative(rules_folder).generic_string();
    const bool is_data = path == "engine.toml" || path.rfind("editions/", 0) == 0 || path.rfind("lexicon/", 0) == 0 ||
                         path.rfind("presets/", 0) == 0;
    const bool is_name_table = path.rfind("names/", 0) == 0 && entry.path().extension() == ".txt";
    if (entry.path().extension() == ".lua" || (is_data && entry.path().extension() == ".toml") || is_name_table) {
      wanted.push_back(path);
    }
  }
  std::sort(wanted.begin(), wanted.end());
  std::vector<std::string> held;
  for (const EmbeddedFile& file : embedded_files()) {
    held.emplace_back(file.path);
    std::ifstream in(rules_folder + "/" + held.back(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    INFO(file.path);
    CHECK(file.text == bytes);
    if (held.back().rfind(".lua") == held.back().size() - 4) {
      CHECK(file.compiled == RulePack::load({{held.back(), bytes}})->rules().front().code);
    } else if (held.back().rfind(".toml") == held.back().size() - 5) {
      CHECK(file.compiled == pack_toml(*parse_toml(bytes, held.back())));
    }
  }
  CHECK(held == wanted);
}

TEST_CASE("the pack in the binary is sound", "[packs]") {
  const Result<std::shared_ptr<const Pack>> pack = load_pack();
  REQUIRE(pack.ok());
  CHECK_FALSE((*pack)->rules->names().check());
  CHECK((*pack)->broken.empty());
  REQUIRE((*pack)->forms().editions.size() >= 2);
  CHECK((*pack)->forms().editions.front().first_report_year < (*pack)->forms().editions.back().first_report_year);
  CHECK_FALSE((*pack)->rules->rules().empty());
  CHECK_FALSE((*pack)->forms().lexicon.measures.empty());
}

TEST_CASE("a folder of rules takes the place of the binary's and gets its forms", "[packs]") {
  const Result<std::shared_ptr<const Pack>> pack = load_pack(GIALINT_SOURCE_DIR "/fixtures/cli/rules");
  REQUIRE(pack.ok());
  CHECK((*pack)->rules->ids() == std::vector<std::string>{"test/error-word", "test/info-word", "test/warning-word"});
  CHECK((*pack)->forms().editions.size() == (*load_pack())->forms().editions.size());
}

TEST_CASE("a rule that cannot be loaded is set aside with its place, and the others stand", "[packs]") {
  const ScratchFolder folder;
  fs::copy(GIALINT_SOURCE_DIR "/fixtures/cli/rules", folder.path() / "r", fs::copy_options::recursive);
  folder.write("r/test/broken.lua", "return {\n  api = = 1\n}\n");
  const Result<std::shared_ptr<const Pack>> pack = load_pack((folder.path() / "r").string());
  REQUIRE(pack.ok());
  CHECK((*pack)->rules->ids().size() == 3);
  REQUIRE((*pack)->broken.size() == 1);
  CHECK((*pack)->broken[0].rule == "test/broken");
  CHECK((*pack)->broken[0].failure.where == FilePlace{(folder.path() / "r/test/broken.lua").string(), 2});
}

TEST_CASE("a folder that cannot be used is a failure that names the file", "[packs]") {
  const ScratchFolder folder;
  const auto where = [&](const std::string& name) {
    const Result<std::shared_ptr<const Pack>> pack = load_pack((folder.path() / name).string());
    return pack.ok() ? "" : to_string(pack.failure().where).substr(folder.path().string().size() + 1);
  };
  folder.write("empty/README.md", "x");
  folder.write("bad/editions/2021.toml", "schema = \"gialint-edition/1\"\nid = 5\n");
  folder.write("words/lexicon/measures.toml", "nonsense = 1\n");
  CHECK(where("missing") == "missing");
  CHECK(where("empty") == "empty");
  CHECK(where("bad").find("bad/editions/2021.toml:") == 0);
  CHECK(where("words").find("words/lexicon/measures.toml:1:1") == 0);
}

}  // namespace
}  // namespace gialint
