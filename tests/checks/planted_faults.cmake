# The checks must be able to fail: plants one fault after another in a small house and expects it to be found.
# cmake -DWORK=FOLDER -P tests/checks/planted_faults.cmake

cmake_minimum_required(VERSION 3.25)
set(house "${WORK}/house")

# A house without a fault.
function(build_house)
  file(REMOVE_RECURSE "${house}")
  file(WRITE "${house}/tests/checks/layers.txt" "engine/text re2/\nengine/forms engine/text\n"
       "engine/cli/console engine/text\nengine/cli/commands engine/cli/console\n"
       "engine/cli engine/forms engine/cli/commands CLI/ # the front end\n")
  file(WRITE "${house}/tests/checks/untested.txt" "engine/cli/main.cpp  has nothing but main\n")
  file(WRITE "${house}/engine/text/span.hpp" "#pragma once\n")
  file(WRITE "${house}/engine/text/span.cpp" "#include \"engine/text/span.hpp\"\n\n#include <re2/re2.h>\n")
  file(WRITE "${house}/engine/forms/form.hpp" "#pragma once\n#include <string>\n\n#include \"engine/text/span.hpp\"\n")
  file(WRITE "${house}/engine/cli/console/status.hpp" "#pragma once\n#include \"engine/text/span.hpp\"\n")
  file(WRITE "${house}/engine/cli/commands/check.hpp" "#pragma once\n#include \"engine/cli/console/status.hpp\"\n")
  file(WRITE "${house}/engine/cli/main.cpp" "#include <CLI/CLI.hpp>\n#include \"engine/cli/commands/check.hpp\"\n#include \"engine/forms/form.hpp\"\nint main() { std::cout << 1; }\n")
  file(WRITE "${house}/tests/text/span_test.cpp" "#include \"engine/text/span.hpp\"\n")
  file(WRITE "${house}/rules/editions/2021.toml" "[[sections]]\ntitle = \"总体情况\"\naccepted = [\"概述\", \"总体概况\"]\ncolumns = [\n  { id = \"person\", label = \"自然人\" }, # not \"x\n]\n")
  file(WRITE "${house}/rules/totals/balance.lua" "return {}\n")
  file(WRITE "${house}/rules/totals/balance.test"
       "=== wrong\n--- report\n⟦1:9⟧\n--- expect\n1 error differs\n=== right\n--- report\n9\n--- expect\n")
endfunction()

function(run check result output)
  execute_process(COMMAND "${CMAKE_COMMAND}" -DROOT=${house} -P "${CMAKE_CURRENT_LIST_DIR}/${check}.cmake"
                  RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err)
  set(${result} ${status} PARENT_SCOPE)
  string(REGEX REPLACE "[ \n]+" " " all "${out}${err}")
  set(${output} "${all}" PARENT_SCOPE)
endfunction()

# `check` must fail with `words` once `file` reads `content`.
function(planted check words file content)
  build_house()
  if(content STREQUAL "")
    file(REMOVE "${house}/${file}")
  else()
    file(WRITE "${house}/${file}" "${content}")
  endif()
  run(${check} status output)
  string(FIND "${output}" "${words}" at)
  if(status EQUAL 0 OR at EQUAL -1)
    message(SEND_ERROR "${check}.cmake did not say “${words}” of ${file}:\n${content}\nbut: ${output}")
  endif()
endfunction()

foreach(check layers house)
  build_house()
  run(${check} status output)
  if(NOT status EQUAL 0)
    message(SEND_ERROR "${check}.cmake finds a fault where there is none: ${output}")
  endif()
endforeach()

planted(layers "engine/text may not include engine/forms/form.hpp"
        engine/text/span.hpp "#pragma once\n#include \"engine/forms/form.hpp\"\n")
planted(layers "engine/forms may not include re2/re2.h" engine/forms/form.hpp "#pragma once\n#include <re2/re2.h>\n")
planted(layers "engine/forms may not include unistd.h" engine/forms/form.hpp "#pragma once\n  # include <unistd.h>\n")
planted(layers "not written from the root" engine/forms/form.hpp "#pragma once\n#include \"../text/span.hpp\"\n")
planted(layers "not written from the root" engine/text/span.cpp "#include \"engine/text/span.hpp\"\n#include \"span.hpp\"\n")
planted(layers "not its first #include" engine/text/span.cpp "#include <string>\n#include \"engine/text/span.hpp\"\n")
planted(layers "#pragma once is missing" engine/text/span.hpp "struct Span {};\n")
planted(layers "engine/lsp has no line" engine/lsp/server.hpp "#pragma once\n")
planted(layers "engine/cli/console may not include engine/cli/commands/check.hpp"
        engine/cli/console/status.hpp "#pragma once\n#include \"engine/cli/commands/check.hpp\"\n")
planted(layers "engine/cli/commands may not include engine/forms/form.hpp"
        engine/cli/commands/check.hpp "#pragma once\n#include \"engine/forms/form.hpp\"\n")
planted(layers "engine/cli/console may not include engine/cli/main.hpp"
        engine/cli/console/status.hpp "#pragma once\n#include \"engine/cli/main.hpp\"\n")
planted(layers "engine/cli/runs has no line" engine/cli/runs/run.hpp "#pragma once\n")
planted(layers "engine/cli/console may not look at engine/cli/commands" tests/checks/layers.txt
        "engine/text re2/\nengine/forms engine/text\nengine/cli/console engine/text engine/cli/commands\nengine/cli/commands engine/cli/console\nengine/cli engine/forms engine/cli/commands CLI/\n")
planted(layers "engine/text may not look at engine/forms" tests/checks/layers.txt "engine/text engine/forms\nengine/forms\n")

planted(house "names the rule totals/balance" engine/forms/form.hpp "const char* id = \"totals/balance\";\n")
planted(house "only engine/cli may" engine/forms/form.hpp "void f() { std::cerr << 1; }\n")
planted(house "only engine/cli may" engine/forms/form.hpp "void f() { exit(1); }\n")
planted(house "knows “总体情况”" engine/forms/form.hpp "const char* title = \"一、总体情况\";\n")
planted(house "knows “自然人”" engine/forms/form.hpp "const char* columns = \"(自然人|总计)\";\n")
planted(house "knows “总体概况”" engine/cli/main.cpp "const char* title = \"总体概况\";\n")
planted(house "engine/text/span.cpp: has no tests/text/span_test.cpp" tests/text/span_test.cpp "")
planted(house "no reason" tests/checks/untested.txt "engine/cli/main.cpp\n")
planted(house "engine/text/span.cpp has a test" tests/checks/untested.txt "engine/cli/main.cpp  x\nengine/text/span.cpp  x\n")
planted(house "there is no engine/text/old.cpp" tests/checks/untested.txt "engine/cli/main.cpp  x\nengine/text/old.cpp  x\n")
planted(house "has no rules/totals/balance.test" rules/totals/balance.test "")
planted(house "no case that the rule flags" rules/totals/balance.test "=== right\n--- report\n9\n--- expect\n")
planted(house "no case on which the rule is silent" rules/totals/balance.test
        "=== wrong\n--- report\n⟦1:9⟧\n--- expect\n1 error differs\n")
