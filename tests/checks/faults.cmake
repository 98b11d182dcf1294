# Included by the checks of this folder. ROOT is the checkout to look at: cmake -DROOT=. -P tests/checks/layers.cmake

cmake_minimum_required(VERSION 3.25)
if(NOT ROOT)
  message(FATAL_ERROR "say which checkout to look at: -DROOT=.")
endif()
file(REAL_PATH "${ROOT}" ROOT)

# Notes what is wrong with `file` (relative to ROOT); done() shows all faults and fails.
function(fault file text)
  set_property(GLOBAL APPEND_STRING PROPERTY faults "\n  ${file}: ${text}")
endfunction()

function(done)
  get_property(faults GLOBAL PROPERTY faults)
  if(faults)
    message(FATAL_ERROR "${faults}\n")
  endif()
endfunction()

# The C++ files under `folders`, relative to ROOT.
function(cpp_files result)
  set(patterns)
  foreach(folder IN LISTS ARGN)
    list(APPEND patterns "${ROOT}/${folder}/*.hpp" "${ROOT}/${folder}/*.cpp")
  endforeach()
  file(GLOB_RECURSE files RELATIVE "${ROOT}" ${patterns})
  set(${result} "${files}" PARENT_SCOPE)
endfunction()

# The code of a C++ file without its // comments.
function(code_of file result)
  file(READ "${ROOT}/${file}" code)
  string(REGEX REPLACE "//[^\n]*" "" code "${code}")
  set(${result} "${code}" PARENT_SCOPE)
endfunction()
