#include "engine/claims/claim.hpp"

namespace gialint {

std::string_view exactness_name(Exactness exactness) {
  switch (exactness) {
    case Exactness::exact:
      return "exact";
    case Exactness::approximate:
      return "approximate";
    case Exactness::at_least:
      return "at_least";
    case Exactness::at_most:
      return "at_most";
    case Exactness::range:
      break;
  }
  return "range";
}

std::string_view mention_kind_name(MentionKind kind) {
  switch (kind) {
    case MentionKind::count:
      return "count";
    case MentionKind::money:
      return "money";
    case MentionKind::percentage:
      break;
  }
  return "percentage";
}

std::string_view scope_name(Scope scope) {
  switch (scope) {
    case Scope::own:
      return "own";
    case Scope::region:
      return "region";
    case Scope::system:
      break;
  }
  return "system";
}

std::string_view statement_name(Statement statement) {
  switch (statement) {
    case Statement::figure:
      return "figure";
    case Statement::finished:
      return "finished";
    case Statement::outcome:
      break;
  }
  return "outcome";
}

std::string_view verdict_name(ClaimVerdict verdict) {
  switch (verdict) {
    case ClaimVerdict::unknown:
      return "unknown";
    case ClaimVerdict::agrees:
      return "agrees";
    case ClaimVerdict::contradicted:
      break;
  }
  return "contradicted";
}

std::string_view fault_name(Breakdown::Fault fault) {
  switch (fault) {
    case Breakdown::Fault::none:
      return "none";
    case Breakdown::Fault::part:
      return "part";
    case Breakdown::Fault::above:
      return "above";
    case Breakdown::Fault::below:
      break;
  }
  return "below";
}

std::string_view share_kind_name(Share::Kind kind) {
  switch (kind) {
    case Share::Kind::share:
      return "share";
    case Share::Kind::growth:
      break;
  }
  return "growth";
}

}  // namespace gialint
