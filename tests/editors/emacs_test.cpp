#include <string>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"
#include "tests/editors/tools.hpp"

namespace gialint {
namespace {

// Runs a command that fills a compilation buffer, and goes to each of its places as M-g n does.
constexpr const char* visit_all = R"lisp(
(setq next-error-recenter nil
      compilation-auto-jump-to-first-error nil
      compilation-ask-about-save nil)
(defvar out nil)
(defun visit-all (compilation)
  (while (get-buffer-process compilation) (accept-process-output nil 0.05))
  (let ((severities nil))
    (with-current-buffer compilation
      (goto-char (point-min))
      (let (seen)
        (while (not (eobp))
          (let ((message (get-text-property (point) 'compilation-message)))
            (when (and message (not (memq message seen)))
              (push message seen)
              (push (aref ["note" "warning" "error"] (compilation--message->type message)) severities)))
          (forward-char))))
    (setq severities (nreverse severities)
          next-error-last-buffer compilation)
    (with-current-buffer compilation (goto-char (point-min)))
    (let ((compilation-skip-threshold 0) (first t))
      (dolist (severity severities)
        (next-error 1 first)
        (set-buffer (window-buffer))
        (setq first nil)
        (push (format "%d %s %s\n" (line-number-at-pos) severity
                      (buffer-substring-no-properties (point) (line-end-position)))
              out)))))
(defun write-out ()
  (let ((coding-system-for-write 'utf-8))
    (write-region (apply #'concat (nreverse out)) nil (getenv "OUT") nil 'quiet)))
)lisp";

bool have_emacs() { return have("emacs --version", "Emacs (emacs-nox)"); }

Outcome emacs(const std::string& script, const Folder& folder, const std::string& more = "-Q") {
  return shell(
      "exec emacs --batch " + more + " -l '" + editor_file("emacs/gialint.el") + "' -l '" + script + "' </dev/null",
      {folder.path(), "", {{"HOME", folder.path()}, {"REPORT", copy_report(folder)}, {"OUT", folder / "out"}}});
}

TEST_CASE("M-x gialint goes to the characters that gialint means, however wide a tab is", "[editors]") {
  if (!have_emacs()) return;
  const Folder folder;
  const std::string script = folder.write("visit.el", std::string(visit_all) + R"lisp(
(setq gialint-executable (getenv "GIALINT"))
(setq-default tab-width 4)
(find-file (getenv "REPORT"))
(visit-all (gialint))
(write-out)
)lisp");
  const Outcome run = emacs(script, folder);
  INFO(run.out << run.err);
  CHECK(bytes_of(folder / "out") == listed(expected_places()));
}

TEST_CASE("M-x gialint-directory goes to the files of a folder", "[editors]") {
  if (!have_emacs()) return;
  const Folder folder;
  const std::string script = folder.write("visit.el", std::string(visit_all) + R"lisp(
(setq gialint-executable (getenv "GIALINT"))
(visit-all (gialint-directory (file-name-directory (getenv "REPORT"))))
(write-out)
)lisp");
  const Outcome run = emacs(script, folder);
  INFO(run.out << run.err);
  CHECK(bytes_of(folder / "out") == listed(expected_places()));
}

TEST_CASE("M-x compile goes to the same characters when columns are display cells", "[editors]") {
  if (!have_emacs()) return;
  const Folder folder;
  const std::string script = folder.write("compile.el", std::string(visit_all) + R"lisp(
(find-file (getenv "REPORT"))
(visit-all (compile (concat (getenv "GIALINT") " --format text --column-unit display "
                            (shell-quote-argument buffer-file-name))))
(write-out)
)lisp");
  const Outcome run = emacs(script, folder);
  INFO(run.out << run.err);
  CHECK(bytes_of(folder / "out") == listed(expected_places()));
}

TEST_CASE("Flycheck marks the characters that gialint means in a buffer that is not saved", "[editors]") {
  if (!have_emacs()) return;
  if (!have("emacs --batch -q -l package -f package-initialize -l flycheck", "Flycheck (elpa-flycheck)")) return;
  const Folder folder;
  const std::string script = folder.write("check.el", R"lisp(
(require 'flycheck)
(setq flycheck-gialint-executable (getenv "GIALINT"))
(find-file (getenv "REPORT"))
(text-mode)
(goto-char (point-min))
(insert "\n")
(setq flycheck-checkers '(gialint) flycheck-check-syntax-automatically nil)
(flycheck-mode)
(flycheck-buffer)
(while (flycheck-running-p) (accept-process-output nil 0.05))
(let ((coding-system-for-write 'utf-8))
  (write-region
   (mapconcat (lambda (err)
                (goto-char (flycheck-error-pos err))
                (format "%d %s %s %s\n" (1- (line-number-at-pos))
                        (flycheck-error-level err)
                        (buffer-substring-no-properties (point) (line-end-position))
                        (flycheck-error-id err)))
              flycheck-current-errors "")
   nil (getenv "OUT") nil 'quiet))
)lisp");
  const Outcome run = emacs(script, folder, "-q -l package -f package-initialize");
  INFO(run.out << run.err);
  CHECK(bytes_of(folder / "out") ==
        "11 error 8件，上年结转1件，办结9件，结转下年度继续办理1件。 narrative/count-mismatch\n"
        "25 error 本年度止件数 table/header-text\n"
        "92 info 9 narrative/count-mismatch\n");
}

TEST_CASE("gialint.el compiles without a warning, with and without Flycheck", "[editors]") {
  if (!have_emacs()) return;
  const Folder folder;
  folder.write("gialint.el", bytes_of(editor_file("emacs/gialint.el")));
  const Outcome run =
      shell("emacs --batch -Q --eval '(setq byte-compile-error-on-warn t)' -f batch-byte-compile gialint.el",
            {folder.path(), "", {{"HOME", folder.path()}}});
  INFO(run.err);
  CHECK(run.status == 0);
}

}  // namespace
}  // namespace gialint
