#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/file_result.hpp"
#include "engine/packs/pack_forms.hpp"
#include "engine/packs/pack_location.hpp"
#include "engine/report/report.hpp"
#include "engine/rule_host/rule_pack.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// What a pack is put together from.
struct PackParts {
  std::shared_ptr<const PackForms> forms;
  bool forms_are_built_in = false;  ///< the binary's alone, which are tested to be sound: they may wait
  std::shared_ptr<const RulePack> rules;
  std::vector<PackFile> presets;
  std::vector<RuleFailure> broken;
};

/// Everything that linting stands on besides configuration: forms, phrases, rules. Never changed. May be used from
/// several threads.
class Pack {
 public:
  /// Fails when a form or the lexicon cannot be read: a pack is made whole or not at all.
  static Result<std::shared_ptr<const Pack>> make(PackParts parts);

  // NOLINTBEGIN(*-non-private-member-variables-in-classes,*-avoid-const-or-ref-data-members): nobody moves a pack
  const std::shared_ptr<const RulePack> rules;
  const std::vector<PackFile> presets;    ///< "presets/strict.toml", of a plugin "shandong/presets/strict.toml"
  const std::vector<RuleFailure> broken;  ///< rules that could not be loaded and are not among `rules`, by id
  // NOLINTEND(*-non-private-member-variables-in-classes,*-avoid-const-or-ref-data-members)

  [[nodiscard]] const Forms& forms() const { return forms_->forms(); }
  [[nodiscard]] const ReportReader& reader() const { return forms_->reader(); }
  [[nodiscard]] const std::shared_ptr<const PackForms>& form_files() const { return forms_; }

 private:
  explicit Pack(PackParts parts);

  std::shared_ptr<const PackForms> forms_;
};

/// The forms and phrases of the binary.
std::shared_ptr<PackForms> built_in_forms();

/// The most that a file of a pack may hold; of a rule see max_rule_bytes.
inline constexpr std::uint64_t max_data_bytes = std::uint64_t{4} << 20U;

/// When the forms of the binary are read.
enum class FormLoading : std::uint8_t {
  lazy,   ///< when somebody asks for the forms
  ahead,  ///< in another thread, while the rules load
};

/// The pack that is part of the binary (rules, editions, lexicon), or, with `rules_dir`, the one in that folder; a
/// folder without editions or lexicon is read with the binary's.
///
/// Fails when the folder, an edition or the lexicon cannot be read. A rule that cannot be loaded is in Pack::broken,
/// and the others stand.
Result<std::shared_ptr<const Pack>> load_pack(const std::optional<std::string>& rules_dir = std::nullopt,
                                              FormLoading forms = FormLoading::lazy);

/// A pack of `rules` alone, paths as ids ("totals/balance.lua"), on the forms, phrases and names at `place`, or of the
/// binary where there are none; a plugin's phrases and names stand on top of the binary's. Reads no other rule.
///
/// Fails as load_pack() does.
Result<std::shared_ptr<const Pack>> load_pack_at(const PackLocation& place, const std::vector<PackFile>& rules);

}  // namespace gialint
