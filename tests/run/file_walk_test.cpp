#include "engine/run/file_walk.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

// Walks with no rules at all, from within the scratch folder, so that printed paths are relative to it.
class Walking {
 public:
  explicit Walking(const ScratchFolder& folder) : before_(fs::current_path()) { fs::current_path(folder.path()); }
  Walking(const Walking&) = delete;
  Walking& operator=(const Walking&) = delete;
  ~Walking() { fs::current_path(before_); }

  [[nodiscard]] Walk walk(const std::vector<std::string>& paths, const std::vector<std::string>& exclude = {},
                          bool follow = false) const {
    PackParts parts;
    parts.forms = built_in_forms();
    parts.forms_are_built_in = true;
    parts.rules = std::make_shared<const RulePack>();
    Settings settings(*Pack::make(std::move(parts)), {}, {});
    WalkOptions options;
    options.exclude = exclude;
    options.follow = follow;
    return find_files(paths, options, settings);
  }

  [[nodiscard]] std::vector<std::string> names(const std::vector<std::string>& paths,
                                               const std::vector<std::string>& exclude = {}) const {
    std::vector<std::string> names;
    for (const InputFile& file : walk(paths, exclude).files) names.push_back(file.path + (file.failure ? "!" : ""));
    return names;
  }

 private:
  fs::path before_;
};

using Names = std::vector<std::string>;

TEST_CASE("a folder tells how many files it has of kinds that have no reader", "[run]") {
  const ScratchFolder folder;
  for (const char* name : {"a.txt", "b.pdf", "c/d.PDF", "c/e.doc", "~$e.doc", "x.wps", "skip/y.pdf", "f.png", ".g.pdf"})
    folder.write(name, "x");
  folder.write(".gitignore", "x.wps\n");
  const Walking here(folder);
  using Counts = std::map<std::string, std::size_t>;
  CHECK(here.walk({"."}, {"skip/"}).left_out == Counts{{".doc", 1}, {".pdf", 2}});
  CHECK(here.walk({".", "c"}, {"skip/"}).left_out == Counts{{".doc", 1}, {".pdf", 2}});
  // Who names a file is told of it by the reader.
  CHECK(here.walk({"b.pdf", "a.txt"}).left_out.empty());
}

TEST_CASE("a folder gives its texts, pages and documents all the way down, in byte order of the path", "[run]") {
  const ScratchFolder folder;
  for (const char* name : {"b.txt", "a/z.md", "a.txt", "a/b/c.TXT", "a/x.doc", "a/b.htm", "a/b.Html", "a/b.xhtml", "c",
                           "e.docx", "e.Docm", "~$e.docx", "d.txt.bak", ".git-not/x.txt", ".x.txt", "乡镇/一.txt"})
    folder.write(name, "x");
  const Walking here(folder);
  CHECK(here.names({"."}) ==
        Names{"a.txt", "a/b.Html", "a/b.htm", "a/b/c.TXT", "a/z.md", "b.txt", "e.Docm", "e.docx", "乡镇/一.txt"});
  CHECK(here.names({"./a/"}) == Names{"a/b.Html", "a/b.htm", "a/b/c.TXT", "a/z.md"});
  CHECK(here.names({"a/../a"}) == Names{"a/../a/b.Html", "a/../a/b.htm", "a/../a/b/c.TXT", "a/../a/z.md"});
}

TEST_CASE("a named file is taken whatever its ending, without a leading ./", "[run]") {
  const ScratchFolder folder;
  folder.write("report.doc", "x");
  folder.write("a/b.txt", "x");
  const Walking here(folder);
  const Walk walk = here.walk({"./report.doc", ".//a//b.txt", "a"});
  REQUIRE(walk.files.size() == 2);
  CHECK(walk.files[0].path == "a/b.txt");
  CHECK(walk.files[0].named);
  CHECK(walk.files[1].path == "report.doc");
  CHECK_FALSE(here.walk({"a"}).files.front().named);
}

TEST_CASE("a repeated path counts once", "[run]") {
  const ScratchFolder folder;
  const std::string absolute = folder.write("a/b.txt", "x").string();
  const Walking here(folder);
  CHECK(here.names({"a/b.txt", "./a/b.txt", "a/../a/b.txt", absolute, "a", "a/", "."}) == Names{"a/b.txt"});
  CHECK(here.names({"-", "-"}) == Names{"<stdin>"});
}

TEST_CASE("the .gitignore of every folder holds, a deeper one before a higher one", "[run]") {
  const ScratchFolder folder;
  fs::create_directories(folder.path() / ".git");
  folder.write(".gitignore", "*-draft.txt\nbuild/\n");
  folder.write("sub/.gitignore", "!keep-draft.txt\n/only-here.txt\n");
  for (const char* name : {"a.txt", "a-draft.txt", "build/x.txt", "sub/keep-draft.txt", "sub/b-draft.txt",
                           "sub/only-here.txt", "sub/deep/only-here.txt", "sub/build/y.txt"})
    folder.write(name, "x");
  const Walking here(folder);
  CHECK(here.names({"."}) == Names{"a.txt", "sub/deep/only-here.txt", "sub/keep-draft.txt"});
  // From below, the files above up to the repository's root hold too; a named path is the user's own word.
  CHECK(here.names({"sub"}) == Names{"sub/deep/only-here.txt", "sub/keep-draft.txt"});
  CHECK(here.names({"a-draft.txt", "build"}) == Names{"a-draft.txt", "build/x.txt"});
}

TEST_CASE("outside a repository only the .gitignore files met on the way hold", "[run]") {
  const ScratchFolder folder;
  folder.write(".gitignore", "a.txt\n");
  folder.write("sub/a.txt", "x");
  folder.write("a.txt", "x");
  const Walking here(folder);
  CHECK(here.names({"."}).empty());
  CHECK(here.names({"sub"}) == Names{"sub/a.txt"});
}

TEST_CASE("--exclude holds for named files and folders too, and says so", "[run]") {
  const ScratchFolder folder;
  for (const char* name : {"a.txt", "old/b.txt", "new/old/c.txt"}) folder.write(name, "x");
  const Walking here(folder);
  CHECK(here.names({"."}, {"old/"}) == Names{"a.txt"});
  CHECK(here.names({"."}, {"/old/"}) == Names{"a.txt", "new/old/c.txt"});
  const Walk walk = here.walk({"old/b.txt", "a.txt", "new/old"}, {"old/"});
  CHECK(walk.files.size() == 1);
  CHECK(walk.excluded == Names{"old/b.txt", "new/old"});
}

TEST_CASE("exclude in gialint.toml is relative to its folder", "[run]") {
  const ScratchFolder folder;
  folder.write("sub/gialint.toml", "exclude = [\"/x.txt\", \"deep/\"]\n");
  for (const char* name : {"x.txt", "sub/x.txt", "sub/y.txt", "sub/deep/z.txt"}) folder.write(name, "x");
  const Walking here(folder);
  CHECK(here.names({"."}) == Names{"sub/y.txt", "x.txt"});
  CHECK(here.walk({"sub/x.txt", "sub/deep/z.txt", "sub/deep"}).excluded ==
        Names{"sub/x.txt", "sub/deep/z.txt", "sub/deep"});
}

TEST_CASE("a broken gialint.toml is told once, and its files are left out", "[run]") {
  const ScratchFolder folder;
  folder.write("bad/gialint.toml", "nonsense = 1\n");
  for (const char* name : {"bad/a.txt", "bad/b.txt", "bad/deep/c.txt", "good/a.txt"}) folder.write(name, "x");
  const Walking here(folder);
  const Walk walk = here.walk({"."});
  REQUIRE(walk.files.size() == 2);
  REQUIRE(walk.files[0].failure);
  CHECK(to_string(walk.files[0].failure->where) == "bad/gialint.toml:1:1");
  CHECK(walk.files[1].path == "good/a.txt");
}

TEST_CASE("links are followed once and loops end", "[run]") {
  const ScratchFolder folder;
  folder.write("real/a.txt", "x");
  folder.write("outside/b.txt", "x");
  fs::create_directory_symlink("..", folder.path() / "real/up");
  fs::create_directory_symlink("../outside", folder.path() / "real/elsewhere");
  fs::create_symlink("a.txt", folder.path() / "real/0.txt");
  fs::create_symlink("nowhere", folder.path() / "real/broken.txt");
  fs::create_symlink("self.txt", folder.path() / "real/self.txt");
  const Walking here(folder);
  CHECK(here.names({"."}) == Names{"outside/b.txt", "real/a.txt"});
  CHECK(here.names({"real/a.txt", "real/0.txt"}) == Names{"real/a.txt"});
  CHECK(here.names({"real/self.txt"}) == Names{"real/self.txt!"});
  CHECK(here.names({"real"}) == Names{"real/a.txt"});
}

TEST_CASE("a walk leaves its folder by no link unless it is asked to", "[run]") {
  const ScratchFolder folder;
  folder.write("real/a.txt", "x");
  folder.write("outside/b.txt", "x");
  fs::create_directory_symlink("../outside", folder.path() / "real/elsewhere");
  fs::create_symlink("../outside/b.txt", folder.path() / "real/c.txt");
  fs::create_symlink("../outside/b.txt", folder.path() / "real/no-report");
  fs::create_directory_symlink("..", folder.path() / "real/up");
  const Walking here(folder);
  const Walk inside = here.walk({"real"});
  REQUIRE(inside.files.size() == 1);
  CHECK(inside.files[0].path == "real/a.txt");
  CHECK(inside.not_followed == 3);
  const Walk followed = here.walk({"real"}, {}, true);
  REQUIRE(followed.files.size() == 2);
  CHECK(followed.not_followed == 0);
  // What fix may change is in the folder all the same.
  CHECK(followed.files[1].tree == fs::canonical(folder.path() / "real"));
}

TEST_CASE("a pipe that is called like a report or .gitignore is told and not opened", "[run]") {
  const ScratchFolder folder;
  folder.write("a.txt", "x");
  for (const char* name : {"b.txt", ".gitignore", "c"}) REQUIRE(::mkfifo((folder.path() / name).c_str(), 0600) == 0);
  const Walking here(folder);
  CHECK(here.names({"."}) == Names{".gitignore!", "a.txt", "b.txt!"});
}

TEST_CASE("a path with a NUL is refused, not cut short", "[run]") {
  const ScratchFolder folder;
  folder.write("a.txt", "x");
  const Walking here(folder);
  CHECK(here.walk({std::string("a.txt\0b", 7)}).files.at(0).failure);
}

TEST_CASE("a missing path is an entry with its failure, once", "[run]") {
  const ScratchFolder folder;
  folder.write("a.txt", "x");
  const Walking here(folder);
  CHECK(here.names({"z.txt", "z.txt", "a.txt", "a.txt/b"}) == Names{"a.txt", "a.txt/b!", "z.txt!"});
}

}  // namespace
}  // namespace gialint
