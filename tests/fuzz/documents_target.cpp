// SPDX-License-Identifier: Apache-2.0
// Any bytes are documents, each of valid text, or left out with a reason. READER, set by the build, says what
// the bytes are taken for; "pages" is what pdftotext writes.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/utf8.hpp"
#include "documents/pdf_text.hpp"
#include "documents/walk.hpp"

using namespace entente;

namespace {

void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

bool is_text(const std::string& text) {
  return !utf8::first_invalid_byte(text) && text.find('\0') == std::string::npos;
}

class Judge : public documents::Sink {
 public:
  void take(documents::Found found) override {
    const Document& document = found.document;
    expect(is_text(document.text), "the text is none");
    expect(is_text(document.title) && is_text(document.url) && is_text(document.name),
           "title, address or name is no text");
    expect(document.date.size() <= 10, "the date is none");
  }
  void leave_out(Error reason) override { expect(!reason.message.empty(), "left out without a reason"); }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string reader = READER;
  if (reader == "pages") {
    (void)documents::running_text(bytes);
    return 0;
  }
  documents::WalkOptions options;
  options.limits.document_bytes = 1u << 20;
  options.limits.unpacked_bytes = 8u << 20;
  options.limits.members = 100;
  options.format = documents::format_from_name(reader);
  // A PDF file within calls another program, which is not what is tried here.
  options.filter.exclude = {"*.pdf"};
  if (bytes.find("%PDF") != std::string::npos) return 0;
  Judge judge;
  documents::walk_bytes(bytes, "input", options, judge);
  return 0;
}
