#include "engine/rule_host/rule_runner.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/lua_state.hpp"
#include "engine/rule_host/model_objects.hpp"
#include "engine/rule_host/rule_chunks.hpp"
#include "engine/rule_host/rule_run.hpp"

namespace gialint {

namespace {

// Registry keys: their addresses.
char context_key;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): an address, never written
char report_key;   // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

// A long report needs more steps than a short one, and that is not the rule's fault.
constexpr std::uint64_t steps_per_byte = 8;

// What a run over very many reports adds to the budget of a rule about all of them.
constexpr std::uint64_t steps_per_report = 20'000;
constexpr std::size_t bytes_per_report = 2048;

bool is_about_all(const Rule& rule) { return rule.info.category == "corpus"; }

bool is_applicable(const Rule& rule, const Report& report, const Report* previous) {
  return !is_about_all(rule) && std::all_of(rule.needs.begin(), rule.needs.end(), [&](const std::string& need) {
    const std::size_t colon = need.find(':');
    const std::string_view id =
        colon == std::string::npos ? std::string_view() : std::string_view(need).substr(colon + 1);
    if (need.compare(0, colon, "table") == 0) {
      const Table* table = report.tables.table(id);
      return table != nullptr && table->found;
    }
    if (need.compare(0, colon, "section") == 0) return report.outline.section(id) != nullptr;
    return need == "previous" ? previous != nullptr : report.outline.title.has_value();
  });
}

}  // namespace

const std::vector<std::string>& fix_level_names() {
  static const std::vector<std::string> names = {"off", "safe", "unsafe"};
  return names;
}

std::string_view fix_level_name(FixLevel level) { return fix_level_names()[static_cast<std::size_t>(level)]; }

class RuleRunner::Impl {
 public:
  Impl(std::shared_ptr<const RulePack> pack, Language language, RuleLimits limits)
      : pack_(std::move(pack)), limits_(limits) {
    run_.language = language;
    run_.names = &pack_->names();
    state_.run = &run_;
    state_.set_up([](lua_State* lua) {
      lua::open_api(lua);
      lua::push_context(lua);
      lua_rawsetp(lua, LUA_REGISTRYINDEX, &context_key);
    });
    chunks_.emplace(state_, *pack_);
    state_.set_memory_baseline();
  }

  RuleOutcome run(const Report& report, const RuleSettings& settings, const Report* previous, FileTiming* timing,
                  bool record) {
    RuleOutcome outcome;
    run_.report = &report;
    run_.previous = previous;
    run_.signatures.clear();
    ++run_.generation;
    RuleLimits limits = limits_;
    limits.steps += steps_per_byte * (report.text().size() + (previous == nullptr ? 0 : previous->text().size()));

    assign_explanations(settings);
    run_each(
        settings, limits,
        [&](const Rule& rule) {
          const bool applicable = is_applicable(rule, report, previous);
          if (record && !is_about_all(rule)) outcome.rules.push_back({rule.info.id, applicable});
          return applicable;
        },
        [&] { std::move(run_.diagnostics.begin(), run_.diagnostics.end(), std::back_inserter(outcome.diagnostics)); },
        outcome.failures, timing);
    run_.report = run_.previous = nullptr;
    std::sort(outcome.diagnostics.begin(), outcome.diagnostics.end(), reads_before);
    return outcome;
  }

  CorpusOutcome run(const Corpus& corpus, const RuleSettings& settings) {
    CorpusOutcome outcome;
    run_.corpus = &corpus;
    run_.signatures.clear();
    ++run_.generation;
    RuleLimits limits = limits_;
    limits.steps += steps_per_report * corpus.reports.size();
    limits.memory += bytes_per_report * corpus.reports.size();
    limits.allocation += bytes_per_report * corpus.reports.size();
    owners_.clear();
    run_each(
        settings, limits, is_about_all,
        [&] { std::move(run_.findings.begin(), run_.findings.end(), std::back_inserter(outcome.diagnostics)); },
        outcome.failures);
    run_.corpus = nullptr;
    std::stable_sort(outcome.diagnostics.begin(), outcome.diagnostics.end(),
                     [](const CorpusDiagnostic& a, const CorpusDiagnostic& b) { return a.report < b.report; });
    return outcome;
  }

 private:
  // Runs the rules that are on and `applicable`, one after the other; `keep` takes what each of them said.
  template <class Applicable, class Keep>
  void run_each(const RuleSettings& settings, const RuleLimits& limits, const Applicable& applicable, const Keep& keep,
                std::vector<RuleFailure>& failures, FileTiming* timing = nullptr) {
    Stopwatch stopwatch(timing);
    const std::vector<Rule>& rules = pack_->rules();
    auto setting = settings.begin();
    for (rule_ = 0; rule_ < rules.size(); ++rule_) {
      const Rule& rule = rules[rule_];
      while (setting != settings.end() && setting->first < rule.info.id) ++setting;
      if (setting == settings.end()) break;
      if (setting->first != rule.info.id || !applicable(rule)) continue;
      stopwatch.restart();
      run_.rule = &rule;
      ++run_.number;
      run_.setting = &setting->second;
      run_.options_made = false;
      // A user's options are no part of the file.
      run_.compile = setting->second.options.empty() ? rule.patterns : PatternCompile::now;
      run_.explanations.clear();
      for (std::size_t i = 0; i < owners_.size(); ++i) {
        if (owners_[i] == &rule) run_.explanations.push_back(i);
      }
      run_.diagnostics.clear();
      run_.findings.clear();
      run_.related = 0;
      if (const std::optional<LuaTrouble> trouble = state_.protected_call(run_rule, this, limits)) {
        failures.push_back({rule.info.id, to_failure(*trouble, rule.file, limits)});
      } else {
        keep();
      }
      chunks_->look_for_traces(rule_);
      stopwatch.lap(rule.info.id);
    }
    run_.rule = nullptr;
    run_.setting = nullptr;
    run_.diagnostics.clear();
    run_.findings.clear();
  }

  static int run_rule(lua_State* lua) {
    auto& self = *static_cast<Impl*>(lua_touserdata(lua, 1));
    self.chunks_->push_check(self.rule_);
    if (self.pushed_generation_ != self.run_.generation) {
      if (self.run_.corpus != nullptr) {
        lua::push_corpus(lua);
      } else {
        lua::push_report(lua, *self.run_.report);
      }
      lua_pushvalue(lua, -1);
      lua_rawsetp(lua, LUA_REGISTRYINDEX, &report_key);
      self.pushed_generation_ = self.run_.generation;
    } else {
      lua_rawgetp(lua, LUA_REGISTRYINDEX, &report_key);
    }
    lua_rawgetp(lua, LUA_REGISTRYINDEX, &context_key);
    lua_call(lua, 2, 0);
    return 0;
  }

  // An explanation belongs to the first of its identities that a rule which is on reports.
  void assign_explanations(const RuleSettings& settings) {
    owners_.clear();
    for (const Explanation& explanation : run_.report->totals) {
      const Rule* owner = nullptr;
      for (const BrokenIdentity& broken : explanation.broken) {
        owner = broken.identity == nullptr ? nullptr : reporting(broken.identity->id, settings);
        if (owner != nullptr) break;
      }
      owners_.push_back(owner);
    }
  }

  [[nodiscard]] const Rule* reporting(const std::string& identity, const RuleSettings& settings) const {
    for (const Rule& rule : pack_->rules()) {
      if (std::find(rule.explains.begin(), rule.explains.end(), identity) != rule.explains.end()) {
        return settings.count(rule.info.id) != 0 ? &rule : nullptr;
      }
    }
    return nullptr;
  }

  std::shared_ptr<const RulePack> pack_;
  RuleLimits limits_;
  lua::RuleRun run_;
  LuaState state_;
  std::optional<RuleChunks> chunks_;  // once the API stands
  std::size_t rule_ = 0;              // index of the rule that is run
  std::uint32_t pushed_generation_ = 0;
  std::vector<const Rule*> owners_;  // of the explanations of this report; null: nobody reports it
};

RuleRunner::RuleRunner(std::shared_ptr<const RulePack> pack, Language language, RuleLimits limits)
    : impl_(std::make_unique<Impl>(std::move(pack), language, limits)) {}
RuleRunner::RuleRunner(RuleRunner&&) noexcept = default;
RuleRunner& RuleRunner::operator=(RuleRunner&&) noexcept = default;
RuleRunner::~RuleRunner() = default;

RuleOutcome RuleRunner::run(const Report& report, const RuleSettings& settings, const Report* previous,
                            FileTiming* timing, bool record) {
  return impl_->run(report, settings, previous, timing, record);
}

CorpusOutcome RuleRunner::run(const Corpus& corpus, const RuleSettings& settings) {
  return impl_->run(corpus, settings);
}

}  // namespace gialint
