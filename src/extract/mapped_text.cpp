// SPDX-License-Identifier: Apache-2.0
#include "extract/mapped_text.hpp"

#include <algorithm>

namespace entente::extract {

MappedText MappedText::of(std::string_view bytes, std::uint32_t offset) {
  MappedText result;
  result.text = bytes;
  result.original.resize(bytes.size() + 1);
  for (std::size_t i = 0; i <= bytes.size(); ++i) result.original[i] = offset + static_cast<std::uint32_t>(i);
  return result;
}

MappedText MappedText::part(std::size_t begin, std::size_t end) const {
  MappedText result;
  result.text = text.substr(begin, end - begin);
  result.original.assign(original.begin() + static_cast<std::ptrdiff_t>(begin),
                         original.begin() + static_cast<std::ptrdiff_t>(end) + 1);
  if (end > begin && end < text.size()) {
    result.original.back() = std::max(result.original.back(), original[end - 1]);
  }
  return result;
}

void MappedText::append(const MappedText& more) {
  if (!original.empty()) original.pop_back();
  text += more.text;
  original.insert(original.end(), more.original.begin(), more.original.end());
}

MappedText edited(const MappedText& text, const std::vector<Edit>& edits) {
  MappedText result;
  result.text.reserve(text.text.size());
  result.original.reserve(text.original.size());
  std::size_t done = 0;
  const auto keep_until = [&](std::size_t end) {
    result.text.append(text.text, done, end - done);
    for (; done < end; ++done) result.original.push_back(text.original[done]);
  };
  for (const Edit& edit : edits) {
    keep_until(edit.begin);
    result.text += edit.with;
    result.original.insert(result.original.end(), edit.with.size(), text.original[edit.begin]);
    done = edit.end;
  }
  keep_until(text.text.size());
  result.original.push_back(text.original.back());
  return result;
}

}  // namespace entente::extract
