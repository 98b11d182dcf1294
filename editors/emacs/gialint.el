;;; gialint.el --- Check Chinese annual reports with gialint  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "26.1"))
;; Keywords: tools, convenience

;;; Commentary:

;; M-x gialint checks the file of the current buffer, M-x gialint-directory a folder.  Both print into a
;; compilation buffer: M-g n goes to the next place.  Where Flycheck is installed, it gets a checker
;; `gialint' for text, Markdown and HTML; M-x flycheck-mode then checks while you type.

;;; Code:

(require 'compile)

(defgroup gialint nil
  "Check Chinese annual reports with gialint."
  :group 'tools)

(defcustom gialint-executable "gialint"
  "The program, by name or by path."
  :type 'string)

(defcustom gialint-arguments nil
  "Options for gialint besides those that Emacs needs, such as \"--lang\" \"en\"."
  :type '(repeat string))

(defconst gialint-error-regexp-alist
  `((,(concat "^\\(.+?\\):\\([0-9]+\\):\\([0-9]+\\): "
              "\\(?:error\\|\\(warning\\)\\|\\(info\\|note\\)\\): ")
     1 2 3 (4 . 5)))
  "How `compilation-mode' reads the lines of gialint.")

(define-compilation-mode gialint-mode "gialint"
  "Shows what gialint says of reports."
  (setq-local compilation-error-regexp-alist gialint-error-regexp-alist)
  ;; gialint counts characters here, from 1.  Screen columns depend on the width of tabs and of quotation marks.
  (setq-local compilation-error-screen-columns nil)
  (setq-local compilation-first-column 1))

(defun gialint--run (path)
  "Check PATH."
  (compilation-start
   (mapconcat #'shell-quote-argument
              `(,gialint-executable "--format" "text" "--column-unit" "code-point"
                                    ,@gialint-arguments "--" ,path)
              " ")
   #'gialint-mode))

;;;###autoload
(defun gialint ()
  "Check the report in the current buffer."
  (interactive)
  (unless buffer-file-name
    (user-error "This buffer has no file"))
  (save-some-buffers (not compilation-ask-about-save)
                     (let ((buffer (current-buffer)))
                       (lambda () (eq (current-buffer) buffer))))
  (gialint--run (file-relative-name buffer-file-name)))

;;;###autoload
(defun gialint-directory (folder)
  "Check all reports in FOLDER."
  (interactive "D")
  (gialint--run (directory-file-name (expand-file-name folder))))

;; A function, not the macro `flycheck-define-checker', which must be there when this file is compiled.
(declare-function flycheck-define-command-checker "flycheck")
(defvar flycheck-checkers)
(defvar flycheck-gialint-executable)

(defun gialint--define-checker ()
  "Tell Flycheck of gialint."
  (unless (boundp 'flycheck-gialint-executable)
    (setq flycheck-gialint-executable gialint-executable))
  (flycheck-define-command-checker 'gialint
    "Checks Chinese annual reports on government information disclosure."
    :command '("gialint" "--format" "text" "--column-unit" "code-point"
               (eval gialint-arguments)
               "--stdin-filename" (eval (or buffer-file-name "-")) "-")
    :standard-input t
    :error-patterns
    '((error line-start (file-name) ":" line ":" column ": error: "
             (message (minimal-match (one-or-more not-newline))) (optional " [" (id (one-or-more (not (any "]")))) "]") line-end)
      (warning line-start (file-name) ":" line ":" column ": warning: "
               (message (minimal-match (one-or-more not-newline))) (optional " [" (id (one-or-more (not (any "]")))) "]") line-end)
      (info line-start (file-name) ":" line ":" column ": " (or "info" "note") ": "
            (message (minimal-match (one-or-more not-newline))) (optional " [" (id (one-or-more (not (any "]")))) "]") line-end))
    :modes '(text-mode markdown-mode gfm-mode html-mode mhtml-mode))
  (add-to-list 'flycheck-checkers 'gialint t))

(with-eval-after-load 'flycheck
  (gialint--define-checker))

(provide 'gialint)
;;; gialint.el ends here
