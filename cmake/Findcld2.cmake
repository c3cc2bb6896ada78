# SPDX-License-Identifier: Apache-2.0
# libcld2-dev has neither a CMake nor a pkg-config file: gives cld2::cld2.
find_path(cld2_INCLUDE_DIR cld2/public/compact_lang_det.h)
find_library(cld2_LIBRARY cld2)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(cld2 REQUIRED_VARS cld2_LIBRARY cld2_INCLUDE_DIR)
if(cld2_FOUND AND NOT TARGET cld2::cld2)
  add_library(cld2::cld2 UNKNOWN IMPORTED)
  set_target_properties(cld2::cld2 PROPERTIES IMPORTED_LOCATION "${cld2_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${cld2_INCLUDE_DIR}")
endif()
mark_as_advanced(cld2_INCLUDE_DIR cld2_LIBRARY)
