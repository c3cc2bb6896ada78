# SPDX-License-Identifier: Apache-2.0
# cmake --install: the program, and beside it what the program looks for relative to itself (share/entente).
include(GNUInstallDirs)
install(TARGETS entente RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
set(data ${CMAKE_INSTALL_DATADIR}/entente)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/ontology ${PROJECT_SOURCE_DIR}/queries DESTINATION ${data} FILES_MATCHING
  PATTERN "*.ttl" PATTERN "*.cypher" PATTERN "*.md" PATTERN "*.query" PATTERN "*.gql")
install(FILES LICENSE NOTICE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
# The model as scripts/setup.sh unpacked it, when it is there at the time of installing.
install(CODE "
  if(EXISTS \"${PROJECT_SOURCE_DIR}/.model/.complete\")
    file(INSTALL DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${data}/model\" TYPE DIRECTORY FILES \"${PROJECT_SOURCE_DIR}/.model/\")
  else()
    message(STATUS \"No language model in .model/: give one with --model or ENTENTE_MODEL\")
  endif()")
# Completions and manual are written by the program itself, from the definitions of its options.
set(generated ${PROJECT_BINARY_DIR}/generated)
add_custom_command(OUTPUT ${generated}/entente.bash ${generated}/_entente ${generated}/entente.fish ${generated}/entente.1
  COMMAND ${CMAKE_COMMAND} -E make_directory ${generated}
  COMMAND entente generate bash > ${generated}/entente.bash
  COMMAND entente generate zsh > ${generated}/_entente
  COMMAND entente generate fish > ${generated}/entente.fish
  COMMAND entente generate man > ${generated}/entente.1
  DEPENDS entente VERBATIM)
add_custom_target(entente_generated ALL DEPENDS ${generated}/entente.1)
install(FILES ${generated}/entente.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${generated}/entente.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME entente)
install(FILES ${generated}/_entente DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${generated}/entente.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
