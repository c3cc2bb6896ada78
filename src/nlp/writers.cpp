// SPDX-License-Identifier: Apache-2.0
#include "nlp/writers.hpp"

#include <algorithm>

#include "base/escape.hpp"
#include "base/utf8.hpp"

namespace entente::nlp {

namespace {

constexpr std::string_view kIob[] = {"O", "B", "I"};

std::string_view iob(const Token& token) {
  return kIob[static_cast<std::size_t>(token.ent_iob)];
}

/// Appends a column: "_" if empty, characters that would break a row escaped.
void append_column(std::string& out, std::string_view text) {
  if (text.empty()) out += '_';
  for (const char c : text) {
    if (c == ' ')
      out += "\\s";
    else
      append_escaped(out, c, "");
  }
  out += '\t';
}

void append_conllu_row(std::string& out, const Analysis& analysis, std::size_t i, std::size_t first,
                       std::size_t end) {
  const Token& token = analysis.tokens[i];
  const bool has_head = token.head != i && token.head >= first && token.head < end;
  out += std::to_string(i - first + 1) + '\t';
  append_column(out, analysis.token_text(i));
  append_column(out, token.lemma);
  append_column(out, token.pos);
  append_column(out, token.tag);
  append_column(out, token.morph);
  out += std::to_string(has_head ? token.head - first + 1 : 0) + '\t';
  append_column(out, token.dep);
  out += "_\t";
  std::string misc;
  if (!token.space_after) misc += "SpaceAfter=No";
  if (token.ent_iob != EntIob::outside) {
    if (!misc.empty()) misc += '|';
    misc += "NER=" + std::string(iob(token)) + '-' + std::string(token.ent_type);
  }
  out += (misc.empty() ? "_" : misc) + '\n';
}

/// The text of a sentence on one line.
std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

void append_json_string(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && c != '\n' && c != '\r' && c != '\t')
      out += std::string("\\u00") + kHex[byte >> 4] + kHex[byte & 0xF];
    else
      append_escaped(out, c, "\"\\");
  }
  out += '"';
}

void append_field(std::string& out, std::string_view key, std::string_view text) {
  out += ",\"";
  out += key;
  out += "\":";
  append_json_string(out, text);
}

void append_json_token(std::string& out, const Analysis& analysis, std::size_t i, std::size_t code_point) {
  const Token& token = analysis.tokens[i];
  out += "{\"i\":" + std::to_string(i) + ",\"idx\":" + std::to_string(code_point);
  append_field(out, "text", analysis.token_text(i));
  append_field(out, "ws", token.space_after ? " " : "");
  append_field(out, "lemma", token.lemma);
  append_field(out, "tag", token.tag);
  append_field(out, "pos", token.pos);
  append_field(out, "dep", token.dep);
  out += ",\"head\":" + std::to_string(token.head);
  append_field(out, "ent_iob", iob(token));
  append_field(out, "ent_type", token.ent_type);
  out += token.sentence_start ? ",\"sent_start\":true}" : ",\"sent_start\":false}";
}

}  // namespace

std::string to_conllu(const Analysis& analysis, std::string_view document) {
  std::string out;
  const auto& tokens = analysis.tokens;
  if (!tokens.empty() && !document.empty()) out += "# newdoc id = " + one_line(document) + '\n';
  std::size_t sentence = 0;
  for (std::size_t first = 0; first < tokens.size();) {
    std::size_t end = first + 1;
    while (end < tokens.size() && !tokens[end].sentence_start) ++end;
    const Span span{tokens[first].span.begin, tokens[end - 1].span.end};
    out += "# sent_id = " + (document.empty() ? "" : one_line(document) + '-') + std::to_string(++sentence) +
           '\n';
    out += "# text = " + one_line(std::string_view(analysis.text).substr(span.begin, span.size())) + '\n';
    for (std::size_t i = first; i < end; ++i) append_conllu_row(out, analysis, i, first, end);
    out += '\n';
    first = end;
  }
  return out;
}

std::string to_jsonl(const Analysis& analysis, std::string_view document) {
  std::string out = "{\"doc\":";
  append_json_string(out, document);
  append_field(out, "text", analysis.text);
  out += ",\"tokens\":[";
  std::size_t code_point = 0;
  std::uint32_t counted = 0;  // bytes
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const std::uint32_t begin = analysis.tokens[i].span.begin;
    code_point += utf8::length(std::string_view(analysis.text).substr(counted, begin - counted));
    counted = begin;
    if (i > 0) out += ',';
    append_json_token(out, analysis, i, code_point);
  }
  return out + "]}";
}

}  // namespace entente::nlp
