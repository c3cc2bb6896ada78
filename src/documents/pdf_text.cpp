// SPDX-License-Identifier: Apache-2.0
#include "documents/pdf_text.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <vector>

namespace entente::documents {

namespace {

using Lines = std::vector<std::string>;

std::string trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return std::string(line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1));
}

std::vector<Lines> pages_of(std::string_view text) {
  std::vector<Lines> pages;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\f'), text.size());
    std::string_view page = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    Lines& lines = pages.emplace_back();
    while (!page.empty()) {
      const std::size_t line_end = std::min(page.find('\n'), page.size());
      lines.push_back(trimmed(page.substr(0, line_end)));
      page.remove_prefix(std::min(line_end + 1, page.size()));
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    lines.erase(lines.begin(), std::find_if(lines.begin(), lines.end(),
                                            [](const std::string& line) { return !line.empty(); }));
  }
  return pages;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_page_number(const std::string& line) {
  const bool digits = std::any_of(line.begin(), line.end(), is_digit);
  return digits && line.size() <= 12 && line.find_first_not_of("0123456789/-|. ") == std::string::npos;
}

/// A line with its numbers made alike: "Report 12" and "Report 13".
std::string pattern_of(std::string line) {
  std::replace_if(line.begin(), line.end(), is_digit, '#');
  return line;
}

/// Takes running titles and page numbers off the first two and last two lines of each page.
void drop_running_lines(std::vector<Lines>& pages) {
  std::map<std::string, std::size_t> tops, bottoms;
  for (const Lines& lines : pages) {
    for (std::size_t i = 0; i < std::min<std::size_t>(2, lines.size()); ++i) {
      ++tops[pattern_of(lines[i])];
      ++bottoms[pattern_of(lines[lines.size() - 1 - i])];
    }
  }
  const auto runs = [&](const std::string& line, const std::map<std::string, std::size_t>& counts) {
    if (is_page_number(line)) return true;
    const auto found = counts.find(pattern_of(line));
    return found != counts.end() && found->second >= 3 && found->second * 2 >= pages.size();
  };
  for (Lines& lines : pages) {
    for (int i = 0; i < 2 && lines.size() > 1 && (lines.front().empty() || runs(lines.front(), tops)); ++i)
      lines.erase(lines.begin());
    for (int i = 0; i < 2 && lines.size() > 1 && (lines.back().empty() || runs(lines.back(), bottoms)); ++i)
      lines.pop_back();
  }
}

bool is_lower(const std::string& text, std::size_t at) {
  return at < text.size() && text[at] >= 'a' && text[at] <= 'z';
}

bool begins_anew(const std::string& line) {
  return !line.empty() && ((line[0] >= 'A' && line[0] <= 'Z') || is_digit(line[0]));
}

bool ends_sentence(const std::string& text) {
  return !text.empty() && std::string_view(".!?:").find(text.back()) != std::string_view::npos;
}

/// Appends a line to a paragraph.
void join(std::string& paragraph, const std::string& line) {
  if (paragraph.empty()) {
    paragraph = line;
  } else if (paragraph.size() > 1 && paragraph.back() == '-' && is_lower(paragraph, paragraph.size() - 2) &&
             is_lower(line, 0)) {
    paragraph.pop_back();
    paragraph += line;
  } else {
    paragraph += ' ' + line;
  }
}

/// Puts the lines between two blank ones together.
class Paragraphs {
 public:
  void add(const Lines& page) {
    std::size_t widest = 0;
    for (const std::string& line : page) widest = std::max(widest, line.size());
    bool first = true;
    for (std::size_t i = 0; i < page.size(); ++i) {
      const std::string& line = page[i];
      if (line.empty()) {
        finish();
      } else {
        // A sentence goes on behind the page's end.
        if (first && current_.empty() && !done_.empty() && is_lower(line, 0) &&
            !ends_sentence(done_.back())) {
          current_ = std::move(done_.back());
          done_.pop_back();
        }
        join(current_, line);
        first = false;
        // A line that ends early with a sentence is a paragraph's last one.
        if (ends_sentence(line) && line.size() * 3 < widest * 2) finish();
        // One of few words is a heading, unless its sentence goes on.
        if (line.size() * 2 < widest && i + 1 < page.size() && begins_anew(page[i + 1])) finish();
      }
    }
    finish();
  }

  [[nodiscard]] std::string text() const {
    std::string text;
    for (const std::string& paragraph : done_) text += (text.empty() ? "" : "\n\n") + paragraph;
    return text.empty() ? text : text + "\n";
  }

 private:
  void finish() {
    if (!current_.empty()) done_.push_back(std::move(current_));
    current_.clear();
  }

  Lines done_;
  std::string current_;
};

}  // namespace

std::string running_text(std::string_view text) {
  std::vector<Lines> pages = pages_of(text);
  drop_running_lines(pages);
  Paragraphs paragraphs;
  for (const Lines& page : pages) paragraphs.add(page);
  return paragraphs.text();
}

}  // namespace entente::documents
