#pragma once

#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/report/report.hpp"
#include "engine/rule_host/rule_pack.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// The forms and phrases of a pack, and the reader of reports that they make. They load lazily: they are the slowest
/// part of start-up, and a run that has no file to read does without them. May be used from several threads.
class PackForms {
 public:
  /// `files`: "editions/2021.toml", "lexicon/measures.toml".
  PackForms(std::vector<PackFile> files, PatternCompile when) : files_(std::move(files)), when_(when) {}
  /// Those of `base`, and on top of them those of `files`.
  PackForms(std::shared_ptr<const PackForms> base, std::vector<PackFile> files)
      : base_(std::move(base)), files_(std::move(files)) {}

  /// Reads the forms, unless that is done. Fails when a file of theirs is broken.
  [[nodiscard]] std::optional<Failure> read() const;

  /// Reads them in another thread from now on, since they will be asked for: rules and forms take each about as long.
  /// Where no thread can be had, they are read when they are asked for.
  void read_ahead();

  /// Only when read() does not fail.
  [[nodiscard]] const Forms& forms() const { return loaded().forms; }
  [[nodiscard]] const ReportReader& reader() const { return loaded().reader; }

 private:
  struct Loaded {
    explicit Loaded(Forms read) : forms(std::move(read)), reader(forms) {}
    Forms forms;
    ReportReader reader;
  };
  [[nodiscard]] const Loaded& loaded() const;
  [[nodiscard]] Result<Forms> read_files() const;
  [[nodiscard]] Result<Forms> read_onto_base() const;

  std::shared_ptr<const PackForms> base_;  ///< null: all forms are in `files_`
  std::vector<PackFile> files_;
  PatternCompile when_ = PatternCompile::now;
  mutable std::once_flag once_;
  mutable std::optional<Loaded> loaded_;
  mutable std::optional<Failure> failure_;
  std::future<void> ahead_;  ///< of the thread that reads the forms; last, since that uses the others
};

/// Whether a file of a pack at this path below its folder holds phrases: else it is a form.
bool is_lexicon(std::string_view path);

}  // namespace gialint
