# SPDX-License-Identifier: Apache-2.0
# Builds the graph of the seeds anew, for the tests that ask it.
file(REMOVE ${GRAPH} ${GRAPH}-wal ${GRAPH}-shm)
execute_process(COMMAND ${PROGRAM} build ${ROOT}/seeds -g ${GRAPH} WORKING_DIRECTORY ${ROOT} RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "entente build ended with ${code}")
endif()
