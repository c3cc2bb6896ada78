# SPDX-License-Identifier: Apache-2.0
# Target check_headers: every header under src/ compiled alone. Most are so anyway, as the first one that the .cpp of their
# name includes; the others get a file of their own. The one place where files are globbed, since a header that somebody
# forgot to list must be met too.
function(entente_first_include source result)
  set(first "")
  if(EXISTS ${source})
    file(STRINGS ${source} first LIMIT_COUNT 1 REGEX "^#include ")
  endif()
  set(${result} "${first}" PARENT_SCOPE)
endfunction()

function(entente_check_headers)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/src/*.hpp)
  set(sources)
  foreach(header IN LISTS headers)
    string(REGEX REPLACE "\\.hpp$" ".cpp" own ${PROJECT_SOURCE_DIR}/src/${header})
    entente_first_include(${own} first)
    if(first STREQUAL "#include \"${header}\"")
      continue()
    endif()
    set(source ${PROJECT_BINARY_DIR}/check_headers/${header}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"  // alone\n#include \"${header}\"  // and twice\n")
    list(APPEND sources ${source})
  endforeach()
  add_library(check_headers OBJECT EXCLUDE_FROM_ALL ${sources})
  target_link_libraries(check_headers PRIVATE entente_options tl::expected Threads::Threads)
endfunction()
