# What `cmake --install` puts beside the program, and the Debian package that `cpack` makes of it.
include(GNUInstallDirs)

# The program itself writes its completions and manual pages, when it is installed.
set(generated "${PROJECT_BINARY_DIR}/generated")
install(CODE "execute_process(COMMAND \"${CMAKE_COMMAND}\" \"-DPROGRAM=$<TARGET_FILE:gialint>\" \"-DOUT=${generated}\"
                                      \"-DVERSION=${PROJECT_VERSION}\" -P \"${PROJECT_SOURCE_DIR}/scripts/generate.cmake\"
                              COMMAND_ERROR_IS_FATAL ANY)")
install(FILES "${generated}/gialint.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${generated}/zh_CN/gialint.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/zh_CN/man1")
install(FILES "${generated}/gialint" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES "${generated}/_gialint" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
install(FILES "${generated}/gialint.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")

# Where Vim and Emacs of Debian look by themselves.
install(DIRECTORY editors/vim/ DESTINATION "${CMAKE_INSTALL_DATADIR}/vim/vimfiles")
install(FILES editors/emacs/gialint.el DESTINATION "${CMAKE_INSTALL_DATADIR}/emacs/site-lisp")
install(DIRECTORY editors/vscode DESTINATION "${CMAKE_INSTALL_DATADIR}/gialint/editors")

# Plugins that a configuration may name.
install(DIRECTORY plugins/shandong plugins/fee-decimals plugins/gongwen
        DESTINATION "${CMAKE_INSTALL_DATADIR}/gialint/plugins")

install(FILES README.md README.en.md scripts/copyright "${generated}/changelog.gz" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES editors/README.md DESTINATION "${CMAKE_INSTALL_DOCDIR}/editors")
install(DIRECTORY pipelines DESTINATION "${CMAKE_INSTALL_DOCDIR}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "gialint maintainers <maintainers@gialint.example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                                                WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bash-completion, emacs, vim, vim-ale")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "linter for Chinese government-information-disclosure reports")
set(CPACK_PACKAGE_DESCRIPTION
    "gialint reads the annual reports of Chinese government bodies
(政府信息公开工作年度报告) as a compiler reads programs, and says what
is wrong, at which line and column, and on what legal basis: missing
sections, damaged tables, sums that do not add up, prose that disagrees
with the tables, figures that do not follow from last year's.
.
Rules, forms and phrases are inside the program. It uses no network.")
include(CPack)
