// SPDX-License-Identifier: Apache-2.0
#include "app/parse.hpp"

#include <istream>
#include <iterator>
#include <ostream>

#include "nlp/writers.hpp"
#include "text/reader.hpp"

namespace entente::app {

namespace {

std::string annotate(const nlp::Pipeline& pipeline, const std::string& text, const std::string& name,
                     ParseOptions::Format format) {
  const nlp::Analysis analysis = pipeline.analyse(text);
  return format == ParseOptions::Format::conllu ? nlp::to_conllu(analysis, name)
                                                : nlp::to_jsonl(analysis, name) + "\n";
}

Result<LinesReport> parse_text(std::istream& in, const std::string& in_name, std::ostream& out,
                               const ParseOptions& options, const nlp::Pipeline& pipeline,
                               Reporter& reporter) {
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) return fail(ErrorKind::input_output, "cannot read the input", {.file = in_name});
  const auto document = document_from_bytes(std::move(bytes), in_name);
  if (!document) {
    reporter.left_out(document.error());
    return LinesReport{0, 1};
  }
  const bool named = options.format == ParseOptions::Format::jsonl || in_name != "-";
  out << annotate(pipeline, document->text, named ? document->name : "", options.format) << std::flush;
  if (!out) return fail(ErrorKind::input_output, "cannot write the output");
  return LinesReport{1, 0};
}

}  // namespace

Result<LinesReport> parse_documents(std::istream& in, const std::string& in_name, std::ostream& out,
                                    const ParseOptions& options, const nlp::Pipeline& pipeline,
                                    Reporter& reporter) {
  if (options.input == ParseOptions::Input::text)
    return parse_text(in, in_name, out, options, pipeline, reporter);
  const auto work = [&](const JsonDocument& input) {
    return annotate(pipeline, input.document.text, input.id, options.format);
  };
  return transform_json_lines(in, in_name, out, options.jobs, work, reporter);
}

}  // namespace entente::app
