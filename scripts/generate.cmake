# Writes into OUT what PROGRAM prints of itself: manual pages and completions, and Debian's changelog for VERSION.
# cmake -DPROGRAM=FILE -DOUT=FOLDER -DVERSION=0.1.0 -P scripts/generate.cmake

cmake_minimum_required(VERSION 3.25)

function(print_to file)
  execute_process(COMMAND "${PROGRAM}" ${ARGN} OUTPUT_FILE "${OUT}/${file}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# The same bytes at every run: no time, no name.
function(compress file)
  execute_process(COMMAND gzip -9nf "${OUT}/${file}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(MAKE_DIRECTORY "${OUT}/zh_CN")
print_to(gialint.1 man --lang en)
print_to(zh_CN/gialint.1 man --lang zh)
print_to(gialint completion bash)
print_to(_gialint completion zsh)
print_to(gialint.fish completion fish)
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE "${OUT}/changelog" "gialint (${VERSION}) unstable; urgency=medium

  * CHANGELOG.md of the sources tells what is new.

 -- gialint maintainers <maintainers@gialint.example.org>  ${date}
")
foreach(file gialint.1 zh_CN/gialint.1 changelog)
  compress("${file}")
endforeach()
