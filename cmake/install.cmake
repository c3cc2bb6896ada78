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
