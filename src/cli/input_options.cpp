// SPDX-License-Identifier: Apache-2.0
#include "cli/input_options.hpp"

#include "base/file.hpp"

namespace entente::cli {

namespace {

void add_patterns(CLI::App& command, const char* name, std::vector<std::string>& patterns, const char* help) {
  command.add_option(name, patterns, help)->type_name("GLOB")->allow_extra_args(false);
}

void add_size(CLI::App& command, const char* name, std::uint64_t& size, const char* help) {
  command.add_option(name, size, help)->transform(CLI::AsSizeValue(false))->type_name("SIZE");
}

}  // namespace

void add_input_options(CLI::App& command, documents::WalkOptions& walk) {
  command
      .add_option_function<std::string>(
          "--input", [&walk](const std::string& name) { walk.format = documents::format_from_name(name); },
          "What the inputs are; without it their names and bytes tell")
      ->check(CLI::IsMember(
          {"text", "markdown", "html", "pdf", "docx", "odt", "mail", "jsonl", "csv", "tsv", "archive"}))
      ->type_name("FORMAT");
  command
      .add_option_function<std::vector<std::string>>(
          "--field",
          [&walk](const std::vector<std::string>& given) {
            auto fields = documents::parse_fields(given);
            if (!fields) throw CLI::ValidationError("--field", to_text(fields.error()));
            walk.fields = std::move(*fields);
          },
          "What id, text, date, title and url are called in JSON lines and tables, such as "
          "text=body,date=day")
      ->type_name("PART=NAME")
      ->allow_extra_args(false);
  add_patterns(command, "--include", walk.filter.include,
               "Of folders and archives take files of such names alone, such as '*.html' or 'news/**'");
  add_patterns(command, "--exclude", walk.filter.exclude,
               "Of folders and archives take no files of such names");
  documents::Limits& limits = walk.limits;
  add_size(command, "--max-document", limits.document_bytes, "Leave out larger documents; 64MB without it");
  add_size(command, "--max-unpacked", limits.unpacked_bytes,
           "Unpack no more from one archive; 16GB without it");
  command
      .add_option("--max-ratio", limits.ratio,
                  "Leave an archive that unpacks to more than so many times its size; 250 without it")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  command
      .add_option("--max-files", limits.members, "Take no more files from one archive; 1000000 without it")
      ->type_name("N");
  command
      .add_option("--max-nesting", limits.nesting,
                  "Archives and attachments within one another; 4 without it")
      ->check(CLI::Range(0, 16))
      ->type_name("N");
}

void add_document_report_option(CLI::App& command, std::string& file) {
  command
      .add_option(
          "--report", file,
          "Write what became of each document as JSON lines: read or left out and why, sentences, facts, "
          "verbs that no frame took; - for standard output")
      ->type_name("FILE");
}

ExitCode write_document_report(const std::vector<app::DocumentReport>& reports, const std::string& file,
                               const Console& console) {
  std::string lines;
  for (const app::DocumentReport& report : reports) lines += app::to_json_line(report);
  if (file == "-") return console.show(lines);
  if (const Status written = write_file_atomically(file, lines); !written)
    return console.fail(written.error());
  return ExitCode::done;
}

}  // namespace entente::cli
