#pragma once

#include <cstdint>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/diagnostics/file_result.hpp"
#include "engine/packs/pack_place.hpp"
#include "engine/report/report.hpp"
#include "engine/rule_host/rule_pack.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// Everything that linting stands on besides configuration: forms, phrases, rules. Made by load_pack(), never changed.
///
/// The forms of the binary are read when they are first asked for: they take longer than all else, and a run that has
/// no file to read does without them. May be used from several threads.
class Pack {
 public:
  Pack() = default;
  Pack(std::vector<RuleFile> form_files, PatternCompile when) : form_files_(std::move(form_files)), when_(when) {}
  /// A pack whose forms are those of `base` and, on top of them, those of `own_forms`.
  Pack(std::shared_ptr<const Pack> base, std::vector<RuleFile> own_forms)
      : base_(std::move(base)), form_files_(std::move(own_forms)) {}

  std::shared_ptr<const RulePack> rules;
  std::vector<RuleFile> presets;    ///< "presets/strict.toml", of a plugin "shandong/presets/strict.toml": preset.hpp
  std::vector<RuleFailure> broken;  ///< rules that could not be loaded and are not among `rules`, by id

  [[nodiscard]] const Forms& forms() const;
  [[nodiscard]] const ReportReader& reader() const;

  /// Reads the forms now. The failure, when a file of theirs is broken; without this call that is an exception.
  [[nodiscard]] std::optional<Failure> read_forms() const;
  /// The same, when it has forms of its own; those of the base may wait.
  [[nodiscard]] std::optional<Failure> read_own_forms() const;

  /// Has another thread read the forms from now on, since they will be asked for: rules and forms take each about as
  /// long. Where no thread can be had, they are read when they are asked for.
  void read_forms_ahead();

 private:
  struct Loaded;
  const Loaded& loaded() const;
  [[nodiscard]] Result<Forms> forms_on_base() const;

  std::shared_ptr<const Pack> base_;  ///< null: all forms are in `form_files_`
  std::vector<RuleFile> form_files_;  ///< "editions/2021.toml", "lexicon/measures.toml"
  PatternCompile when_ = PatternCompile::now;
  mutable std::once_flag once_;
  mutable std::shared_ptr<const Loaded> loaded_;
  mutable std::optional<Failure> failure_;
  std::future<void> ahead_;  ///< of the thread that reads the forms; last, since that uses the others
};

/// Whether a run will read reports.
enum class FormsUse : std::uint8_t { perhaps, surely };

/// The pack that is part of the binary (rules, editions, lexicon), or, with `rules_dir`, the one in that folder; a
/// folder without editions or lexicon is read with the binary's.
///
/// Fails when the folder, an edition or the lexicon cannot be read. A rule that cannot be loaded is in Pack::broken,
/// and the others stand.
Result<std::shared_ptr<const Pack>> load_pack(const std::optional<std::string>& rules_dir = std::nullopt,
                                              FormsUse forms = FormsUse::perhaps);

/// A pack of `rules` alone, paths as ids ("totals/balance.lua"), on the forms, phrases and names at `place`, or of the
/// binary where there are none; a plugin's phrases and names stand on top of the binary's. Reads no other rule.
///
/// Fails as load_pack() does.
Result<std::shared_ptr<const Pack>> load_pack_at(const PackPlace& place, const std::vector<RuleFile>& rules);

}  // namespace gialint
