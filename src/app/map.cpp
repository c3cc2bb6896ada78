// SPDX-License-Identifier: Apache-2.0
#include "app/map.hpp"

#include "app/fact_json.hpp"
#include "app/provenance.hpp"
#include "documents/language.hpp"

namespace entente::app {

Result<LinesReport> map_documents(std::istream& in, const std::string& in_name, std::ostream& out,
                                  unsigned jobs, const Reader& reader, Reporter& reporter) {
  const std::string made_with = mark_of(provenance_of(reader));
  const FirstStep facts_of = [&](const JsonDocument& input) -> std::function<Result<std::string>()> {
    if (const Status english = documents::check_english(input.document.text, {.file = input.id}); !english)
      return [error = english.error()] { return fail(error); };
    return [&, rest = begin_document(input.document, reader.pipeline, *reader.knowledge)] {
      return facts_as_json_lines(rest(), input.id, made_with);
    };
  };
  return transform_json_lines_in_steps(in, in_name, out, jobs, facts_of, reporter);
}

}  // namespace entente::app
