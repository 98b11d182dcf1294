# Installs the build in BUILD, moves the result elsewhere, and expects one program that works there: the pack inside it,
# no library but glibc's beside it. cmake -DBUILD=FOLDER -DWORK=FOLDER -P tests/checks/installed.cmake

cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE "${WORK}/installed" "${WORK}/moved")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${WORK}/installed"
                COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
file(RENAME "${WORK}/installed" "${WORK}/moved")
set(program "${WORK}/moved/bin/gialint")

execute_process(COMMAND env -i "${program}" rules WORKING_DIRECTORY /
                COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE rules)
if(NOT rules MATCHES "totals/balance")
  message(SEND_ERROR "the installed program does not know its rules:\n${rules}")
endif()

execute_process(COMMAND readelf -d "${program}" COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE dynamic)
string(REGEX MATCHALL "NEEDED[^\n]*" needed "${dynamic}")
list(FILTER needed EXCLUDE REGEX "lib(c|m)\\.so|ld-linux")
if(needed)
  message(SEND_ERROR "the installed program needs more than glibc: ${needed}")
endif()
