// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"

namespace entente {

std::string to_text(const Error& error) {
  std::string text;
  const Place& place = error.place;
  if (!place.file.empty()) text += place.file + ":";
  if (place.line != 0) text += std::to_string(place.line) + ":";
  if (place.line != 0 && place.column != 0) text += std::to_string(place.column) + ":";
  if (!text.empty()) text += " ";
  text += error.message;
  if (place.line == 0 && place.byte_offset != std::string::npos)
    text += " at byte " + std::to_string(place.byte_offset);
  if (!error.hint.empty()) text += " (" + error.hint + ")";
  return text;
}

}  // namespace entente
