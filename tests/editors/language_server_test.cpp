// The lines that editors/README.md would have people paste, in the editors that they are for.

#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"
#include "tests/editors/tools.hpp"

namespace gialint {
namespace {

// The blocks of one kind in the Chinese half of the page; the English half must hold the same.
std::vector<std::string> lines_to_paste(const std::string& kind) {
  std::vector<std::string> blocks;
  std::istringstream lines(bytes_of(editor_file("README.md")));
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("```", 0) == 0) {
      inside = !inside && line.substr(3) == kind;
      if (inside) blocks.emplace_back();
    } else if (inside) {
      blocks.back() += line + "\n";
    }
  }
  const std::size_t half = blocks.size() / 2;
  REQUIRE(half > 0);
  REQUIRE(std::vector<std::string>(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(half)) ==
          std::vector<std::string>(blocks.begin() + static_cast<std::ptrdiff_t>(half), blocks.end()));
  blocks.resize(half);
  return blocks;
}

// A folder in which the program is called gialint, to be put before PATH.
std::string path_with_gialint(const Folder& folder) {
  shell("mkdir -p bin && ln -s \"$GIALINT\" bin/gialint", {folder.path(), "", {}});
  return folder / "bin" + ":/usr/local/bin:/usr/bin:/bin";
}

Setting setting(const Folder& folder) {
  return {folder.path(),
          "",
          {{"HOME", folder.path()},
           {"XDG_CONFIG_HOME", folder / "config"},
           {"LC_ALL", "C.UTF-8"},
           {"PATH", path_with_gialint(folder)},
           {"REPORT", copy_report(folder)},
           {"OUT", folder / "out"}}};
}

// The errors among the places that gialint names: notes are related information here.
std::string expected() {
  std::string list;
  for (const Place& place : expected_places()) {
    if (place.severity == "error") list += listed({place});
  }
  return list;
}

TEST_CASE("Neovim marks what the language server means in a buffer that is not saved", "[editors]") {
  if (!have("nvim --version", "Neovim (neovim)")) return;
  const Folder folder;
  const std::string script = folder.write("visit.lua", lines_to_paste("lua").front() + R"lua(
vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('REPORT')))
vim.bo.filetype = 'text'
vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 10)
vim.api.nvim_buf_set_lines(0, 0, 0, false, { '' })
vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 and vim.diagnostic.get(0)[1].lnum == 11 end, 10)
local out = io.open(os.getenv('OUT'), 'w')
local found = vim.diagnostic.get(0)
table.sort(found, function(a, b) return a.lnum < b.lnum end)
for _, each in ipairs(found) do
  local line = vim.api.nvim_buf_get_lines(0, each.lnum, each.lnum + 1, false)[1]
  out:write(each.lnum, ' ', string.lower(vim.diagnostic.severity[each.severity]), ' ', line:sub(each.col + 1), '\n')
end
out:close()
vim.cmd('qall!')
)lua");
  const Outcome run = shell("exec timeout 60 nvim --clean --headless -n -i NONE -c 'luafile " + script + "' </dev/null",
                            setting(folder));
  INFO(run.out << run.err);
  CHECK(bytes_of(folder / "out") == expected());
}

TEST_CASE("eglot marks what the language server means", "[editors]") {
  if (!have("emacs --batch -q -l package -f package-initialize -l eglot", "Emacs with eglot (emacs-nox, elpa-eglot)"))
    return;
  const Folder folder;
  const std::string script = folder.write("visit.el", lines_to_paste("elisp").front() + R"lisp(
(require 'eglot)
(setq eglot-sync-connect 10 eglot-autoshutdown t create-lockfiles nil)
(find-file (getenv "REPORT"))
(text-mode)
(setq-local project-find-functions nil)
(apply #'eglot--connect (eglot--guess-contact))
(eglot--maybe-activate-editing-mode)
(flymake-mode 1)
(flymake-start)
(let ((end (+ (float-time) 10)))
  (while (and (< (float-time) end) (not (flymake-diagnostics)))
    (accept-process-output nil 0.05)
    (sit-for 0)))
(let ((coding-system-for-write 'utf-8))
  (write-region
   (mapconcat (lambda (each)
                (goto-char (flymake-diagnostic-beg each))
                (format "%d %s %s\n" (line-number-at-pos)
                        (if (eq (flymake-diagnostic-type each) 'eglot-error) "error" "other")
                        (buffer-substring-no-properties (point) (line-end-position))))
              (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))) "")
   nil (getenv "OUT") nil 'quiet))
(eglot-shutdown (eglot-current-server))
)lisp");
  const Outcome run =
      shell("exec timeout 60 emacs --batch -q -l package -f package-initialize -l '" + script + "' </dev/null",
            setting(folder));
  INFO(run.out << run.err);
  CHECK(bytes_of(folder / "out") == expected());
}

}  // namespace
}  // namespace gialint
