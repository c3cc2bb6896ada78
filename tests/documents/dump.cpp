// SPDX-License-Identifier: Apache-2.0
// Prints what is read from files: documents_dump [-F FIELDS] [-n NESTING] [-b DOCUMENT_BYTES] [-r RATIO]
// FILE...
#include <cstdlib>
#include <iostream>

#include "documents/walk.hpp"

namespace {

using namespace entente;

class Printer : public documents::Sink {
 public:
  void take(documents::Found found) override {
    const Document& document = found.document;
    std::cout << "== " << document.name << " (" << name_of(found.format)
              << (found.encoding.empty() ? "" : ", " + found.encoding) << ")\n";
    line("date", document.date);
    line("title", document.title);
    line("url", document.url);
    if (document.text.size() > 20000)
      std::cout << "-- " << document.text.size() << " bytes\n";
    else
      std::cout << "--\n" << document.text << (document.text.ends_with('\n') ? "" : "\n");
  }
  void leave_out(Error reason) override {
    reason.place.file = reason.place.file.substr(
        std::min(reason.place.file.find(kMark) + kMark.size(), reason.place.file.size()));
    std::cout << "!! " << to_text(reason) << "\n";
  }

 private:
  static void line(const char* what, const std::string& value) {
    if (!value.empty()) std::cout << what << ": " << value << "\n";
  }
  static constexpr std::string_view kMark = "/./";  ///< the path before it is not printed
};

}  // namespace

int main(int argc, char** argv) {
  documents::WalkOptions options;
  Printer printer;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "-F")
      options.fields = *documents::parse_fields({argv[++i]});
    else if (argument == "-n")
      options.limits.nesting = std::atoi(argv[++i]);
    else if (argument == "-b")
      options.limits.document_bytes = static_cast<std::uint64_t>(std::atoll(argv[++i]));
    else if (argument == "-u")
      options.limits.unpacked_bytes = static_cast<std::uint64_t>(std::atoll(argv[++i]));
    else if (argument == "-m")
      options.limits.members = static_cast<std::uint64_t>(std::atoll(argv[++i]));
    else
      walk(argument, options, printer);
  }
  return 0;
}
