# gialint_embed(OUTPUT FOLDER): lets the C++ file OUTPUT be generated from FOLDER's *.lua, engine.toml, editions/*.toml,
# lexicon/*.toml, names/*.txt and presets/*.toml, again whenever one of them changes, comes or goes.
function(gialint_embed output folder)
  file(GLOB_RECURSE files RELATIVE "${folder}" CONFIGURE_DEPENDS
       "${folder}/*.lua" "${folder}/engine.toml" "${folder}/editions/*.toml" "${folder}/lexicon/*.toml" "${folder}/names/*.txt"
       "${folder}/presets/*.toml")
  list(SORT files)
  # The list is an input of its own: a file that went away changes nothing else.
  set(list_file "${output}.files")
  list(JOIN files "\n" lines)
  file(CONFIGURE OUTPUT "${list_file}" CONTENT "${lines}\n" @ONLY)
  list(TRANSFORM files PREPEND "${folder}/" OUTPUT_VARIABLE inputs)
  add_custom_command(
    OUTPUT "${output}"
    COMMAND embed "${list_file}" "${folder}" "${output}"
    DEPENDS ${inputs} "${list_file}" embed
    COMMENT "Embedding ${folder}"
    VERBATIM)
endfunction()
