# SPDX-License-Identifier: Apache-2.0
# cmake -DOUTPUT=parts.cpp -DNAMES=kStyle;... -DFILES=a.css;... -DHEADER=exporters/page_parts.hpp -DNAMESPACE=... -P embed.cmake
# Writes a source file that holds each file as a string_view of its name.
set(text "// Made by cmake/embed.cmake.\n#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n")
foreach(name file IN ZIP_LISTS NAMES FILES)
  file(READ ${file} content)
  string(APPEND text "const std::string_view ${name} = R\"embedded(${content})embedded\";\n")
endforeach()
string(APPEND text "}  // namespace ${NAMESPACE}\n")
file(WRITE ${OUTPUT} "${text}")
