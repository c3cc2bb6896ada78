# SPDX-License-Identifier: Apache-2.0
add_library(entente_options INTERFACE)
target_include_directories(entente_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(entente_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # g++ 12 sees overlaps in "text" + string that are not there (GCC bug 105651)
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-maybe-uninitialized> # the same of std::string members at -O3
  $<$<BOOL:${ENTENTE_WERROR}>:-Werror>)
if(ENTENTE_SANITIZE)
  target_compile_options(entente_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>) # g++ 12 under sanitizers warns of Catch2 and std::optional without cause
  target_link_options(entente_options INTERFACE -fsanitize=address,undefined)
endif()
if(ENTENTE_SANITIZE_THREADS)
  target_compile_options(entente_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-tsan>)
  target_link_options(entente_options INTERFACE -fsanitize=thread)
endif()
if(ENTENTE_FUZZ)
  target_compile_options(entente_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(entente_options INTERFACE -fsanitize=address,undefined)
endif()
if(ENTENTE_COVERAGE)
  target_compile_options(entente_options INTERFACE --coverage)
  target_link_options(entente_options INTERFACE --coverage)
endif()

# entente_module(NAME SOURCES a.cpp ... LINKS modules and public libraries... HIDES libraries of the .cpp files alone...)
function(entente_module name)
  cmake_parse_arguments(M "" "" "SOURCES;LINKS;HIDES" ${ARGN})
  add_library(entente_${name} STATIC ${M_SOURCES})
  target_link_libraries(entente_${name} PUBLIC entente_options ${M_LINKS} PRIVATE ${M_HIDES})
endfunction()

# entente_test(NAME SOURCES a_test.cpp ... LINKS ...): one Catch2 program a module, run as one ctest entry.
function(entente_test name)
  cmake_parse_arguments(T "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(test_${name} ${T_SOURCES})
  target_link_libraries(test_${name} PRIVATE entente_test_support ${T_LINKS})
  add_test(NAME unit_${name} COMMAND test_${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()
