# SPDX-License-Identifier: Apache-2.0
# Target check_headers: every header under src/ compiled alone. The one place where files are globbed, since a header that
# somebody forgot to list must be met too.
function(entente_check_headers)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/src/*.hpp)
  set(sources)
  foreach(header IN LISTS headers)
    set(source ${PROJECT_BINARY_DIR}/check_headers/${header}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"  // alone\n#include \"${header}\"  // and twice\n")
    list(APPEND sources ${source})
  endforeach()
  add_library(check_headers OBJECT EXCLUDE_FROM_ALL ${sources})
  target_link_libraries(check_headers PRIVATE entente_options tl::expected Threads::Threads)
endfunction()
