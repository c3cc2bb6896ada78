# SPDX-License-Identifier: Apache-2.0
# cmake --install: the program, and beside it what the program looks for relative to itself (share/entente).
include(GNUInstallDirs)
install(TARGETS entente RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
set(data ${CMAKE_INSTALL_DATADIR}/entente)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/ontology ${PROJECT_SOURCE_DIR}/queries DESTINATION ${data} FILES_MATCHING
  PATTERN "*.ttl" PATTERN "*.cypher" PATTERN "*.md" PATTERN "*.query" PATTERN "*.gql" PATTERN "*.rq")
install(FILES LICENSE NOTICE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md")
# The model as scripts/setup.sh unpacked it, when it is there at the time of installing.
install(CODE "
  if(EXISTS \"${PROJECT_SOURCE_DIR}/.model/.complete\")
    file(REAL_PATH \"${PROJECT_SOURCE_DIR}/.model\" model)
    file(INSTALL DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${data}/model\" TYPE DIRECTORY FILES \"\${model}/\")
  else()
    message(STATUS \"No language model in .model/: give one with --model or ENTENTE_MODEL\")
  endif()")
# Completions and manual are written by the program itself, from the definitions of its options.
set(generated ${PROJECT_BINARY_DIR}/generated)
install(CODE "
  file(MAKE_DIRECTORY ${generated})
  foreach(each bash:entente zsh:_entente fish:entente.fish man:entente.1)
    string(REPLACE \":\" \";\" pair \${each})
    list(GET pair 0 what)
    list(GET pair 1 file)
    execute_process(COMMAND \"$<TARGET_FILE:entente>\" generate \${what} OUTPUT_FILE ${generated}/\${file} RESULT_VARIABLE failed)
    if(failed)
      message(FATAL_ERROR \"entente generate \${what} failed\")
    endif()
  endforeach()")
# What the program is linked with, as SPDX; on a system without dpkg there is none.
install(CODE "
  execute_process(COMMAND \"${PROJECT_SOURCE_DIR}/scripts/sbom.py\" \"$<TARGET_FILE:entente>\" OUTPUT_FILE ${generated}/entente.spdx.json RESULT_VARIABLE failed)
  if(failed)
    file(REMOVE ${generated}/entente.spdx.json)
    message(STATUS \"No bill of materials: scripts/sbom.py failed\")
  endif()")
install(FILES ${generated}/entente.spdx.json DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
install(FILES ${generated}/entente.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${generated}/entente DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${generated}/_entente DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${generated}/entente.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
