#include "tests/support/expectations.hpp"

#include <fmt/format.h>

#include "engine/cases/expectation.hpp"

namespace gialint::test {

std::string expectation_lines(const FileResult& result) {
  std::string lines;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    const Position position = result.source->position(diagnostic.span.begin, ColumnUnit::code_point);
    lines += fmt::format("{}:{} {} {} \"{}\"\n", position.line, position.column, severity_name(diagnostic.severity),
                         diagnostic.rule, escaped(result.source->slice(diagnostic.span)));
  }
  return lines;
}

}  // namespace gialint::test
