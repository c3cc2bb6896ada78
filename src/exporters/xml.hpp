// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente::exporters {

/// Text as it may stand between tags and in attributes with double quotes (XML 1.0). Characters that no XML
/// may hold become U+FFFD; line breaks and tabs become references, so that every reader gives the same text
/// back.
[[nodiscard]] std::string xml_escaped(std::string_view text);
/// The same, appended; fast where nothing is to be escaped.
void append_xml(std::string& out, std::string_view text);

}  // namespace entente::exporters
