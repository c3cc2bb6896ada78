// SPDX-License-Identifier: Apache-2.0
#include "app/document_report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

namespace entente::app {

namespace {

const char* name_of(DocumentReport::Status status) {
  switch (status) {
    case DocumentReport::Status::read:
      return "read";
    case DocumentReport::Status::already_there:
      return "already there";
    case DocumentReport::Status::same_text:
      return "same text";
    case DocumentReport::Status::left_out:
      return "left out";
  }
  return "";
}

}  // namespace

DocumentReport report_of(const Error& left_out) {
  DocumentReport report;
  report.status = DocumentReport::Status::left_out;
  report.place = left_out.place;
  report.reason = left_out.message;
  report.hint = left_out.hint;
  return report;
}

std::string to_json_line(const DocumentReport& report) {
  nlohmann::ordered_json json;
  json["status"] = name_of(report.status);
  const auto put = [&](const char* name, const std::string& value) {
    if (!value.empty()) json[name] = value;
  };
  put("file", report.place.file);
  if (report.place.line > 0) json["line"] = report.place.line;
  put("name", report.name);
  put("document", report.id);
  put("reason", report.reason);
  put("hint", report.hint);
  put("format", report.format);
  put("encoding", report.encoding);
  put("date", report.date);
  put("title", report.title);
  put("url", report.url);
  if (report.status == DocumentReport::Status::read) {
    json["characters"] = report.characters;
    json["sentences"] = report.sentences;
    json["facts"] = report.facts;
    json["unmatched_verbs"] = report.unmatched_verbs;
  }
  put("copy_of", report.copy_of);
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

void sort_reports(std::vector<DocumentReport>& reports) {
  std::stable_sort(reports.begin(), reports.end(), [](const DocumentReport& a, const DocumentReport& b) {
    return std::tie(a.place.file, a.place.line, a.id) < std::tie(b.place.file, b.place.line, b.id);
  });
}

}  // namespace entente::app
