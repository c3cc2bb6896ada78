// SPDX-License-Identifier: Apache-2.0
#include "app/read_inputs.hpp"

#include <map>
#include <tuple>
#include <utility>

#include "base/file.hpp"
#include "documents/inputs.hpp"

namespace entente::app {

namespace {

/// Of several with one text the one that stands for it.
bool stands_first(const ScannedDocument& a, const ScannedDocument& b) {
  return std::tie(a.name, a.date, a.title, a.url) < std::tie(b.name, b.date, b.title, b.url);
}

/// Keeps what a walk finds.
class Collector : public documents::Sink {
 public:
  Collector(ScannedInputs& scanned, const std::string& date) : scanned_(scanned), date_(date) {}

  void take(documents::Found found) override {
    const Document& document = found.document;
    ScannedDocument input{document.id,
                          document.name,
                          document.date.empty() ? date_ : document.date,
                          document.title,
                          document.url,
                          found.format,
                          std::move(found.encoding),
                          std::move(found.place)};
    const auto [known, is_new] = index_.emplace(input.id, scanned_.documents.size());
    ScannedDocument* first = is_new ? nullptr : &scanned_.documents[known->second];
    if (first && !stands_first(input, *first))
      return scanned_.same.push_back({input.id, std::move(input.name), std::move(input.place)});
    if (!found.as_stored || !std::filesystem::is_regular_file(input.place.file)) {
      auto place = scanned_.spool->put(document.text);
      if (!place) {
        if (is_new) index_.erase(known);
        place.error().place.file = input.place.file;
        return leave_out(std::move(place.error()));
      }
      input.spooled = *place;
    }
    if (!first) return scanned_.documents.push_back(std::move(input));
    std::swap(*first, input);
    scanned_.same.push_back({input.id, std::move(input.name), std::move(input.place)});
  }

  void leave_out(Error reason) override { scanned_.left_out.push_back(std::move(reason)); }

 private:
  ScannedInputs& scanned_;
  const std::string& date_;
  std::map<std::string, std::size_t> index_;
};

}  // namespace

ScannedInputs scan_inputs(const ScanOptions& options) {
  documents::Inputs inputs = documents::find_inputs(options.inputs, options.walk.filter);
  ScannedInputs scanned;
  scanned.left_out = std::move(inputs.left_out);
  Collector collector(scanned, options.date);
  for (const std::filesystem::path& path : inputs.files) documents::walk(path, options.walk, collector);
  return scanned;
}

Result<Document> load(const ScannedDocument& input, const Spool& spool) {
  if (input.document) {
    Document document = *input.document;
    document.date = input.date;
    return document;
  }
  auto text = input.spooled ? spool.get(*input.spooled) : read_file(input.place.file);
  if (!text) return fail(std::move(text.error()));
  Document document = make_document(std::move(*text), input.name);
  if (document.id != input.id)
    return fail(ErrorKind::input_output, "the file was changed while it was read", input.place,
                "build again");
  document.date = input.date;
  document.title = input.title;
  document.url = input.url;
  return document;
}

}  // namespace entente::app
