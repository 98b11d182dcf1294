#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/language.hpp"


namespace gialint {

/// Every sentence that the command line says by itself. Both languages stand side by side in messages.cpp.
enum class Text {
  // usage
  unknown_option,
  did_you_mean,
  see_help,
  option_needs_value,
  wrong_usage,
  unknown_choice,
  option_only_with,
  option_not_with,
  not_a_number,
  output_twice,
  too_many_paths,
  missing_argument,
  unknown_command,
  unknown_kind,
  unknown_shell,
  // files
  excluded,
  no_files,
  progress,
  cannot_write,
  // check
  rule_failed,
  rule_not_loaded,
  failed_elsewhere,
  summary,
  summary_unreadable,
  summary_known,
  summary_suppressed,
  summary_interrupted,
  // baseline
  baseline_stale,
  baseline_exists,
  baseline_none,
  baseline_needs_reason,
  baseline_written,
  baseline_difference,
  baseline_not_written,
  internal_error,
  out_of_memory,
  fixed_file,
  would_fix_file,
  fixed_count,
  would_fix_count,
  fix_no_document,
  fix_changed_meanwhile,
  timing_title,
  timing_stage,
  timing_rule,
  timing_calls,
  timing_total,
  timing_share,
  timing_per_file,
  timing_worst,
  // plugin
  plugin_action,
  plugin_no_home,
  plugin_copied,
  plugin_in_place,
  plugin_locked,
  plugin_write_this,
  plugin_removed,
  plugin_unlocked,
  plugin_not_installed,
  plugin_no_config,
  plugin_no_lock,
  plugin_changed,
  plugin_missing,
  plugin_extra,
  plugin_not_locked,
  plugin_not_loaded,
  plugin_as_locked,
  plugin_loaded,
  plugin_installed,
  plugin_rules,
  plugin_hidden,
  // rules, explain, docs, config, init, model, extract
  unknown_rule,
  label_severity,
  label_basis,
  label_help,
  label_options,
  label_messages,
  label_since,
  label_formerly,
  label_deprecated,
  label_precision,
  label_fix,
  label_requires,
  label_preset,
  label_notes,
  label_flagged,
  label_silent,
  label_rule,
  label_rules,
  docs_intro,
  option_default,
  option_values,
  option_range,
  config_file,
  config_none,
  config_default,
  init_written,
  init_exists,
  not_a_report,
  unsupported_year,
  undecodable,
  // test, rules --check
  case_differs,
  case_fixed_differs,
  case_no_message,
  case_not_run,
  case_to_do_passes,
  message_not_reached,
  rule_untested,
  file_rewritten,
  tests_summary,
  tests_broken,
  tests_not_in_gb18030,
  tests_to_do,
  no_tests,
  no_case_matches,
  watching,
  rules_checked,
  // new
  bad_rule_id,
  bad_plugin_name,
  reserved_plugin_name,
  rule_of_plugin,
  rule_needs_category,
  no_folder,
  luarc_exists,
  new_rule_next,
  new_plugin_next,
};

/// The sentence with its {} filled in, in order.
std::string say(Text text, Language language, std::initializer_list<std::string_view> values = {});

/// All sentences, in the order of Text.
const std::vector<Bilingual>& all_texts();

/// What `gialint init` writes.
const Bilingual& config_template();

}  // namespace gialint
