// SPDX-License-Identifier: Apache-2.0
#include "rdf/reader.hpp"

#include <serd/serd.h>

#include <cstdarg>
#include <cstdio>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/edit_distance.hpp"
#include "base/file.hpp"
#include "base/utf8.hpp"
#include "rdf/token_scanner.hpp"

namespace entente::rdf {

namespace {

constexpr std::size_t kMaxDepth = 64;

struct FreeReader {
  void operator()(SerdReader* reader) const { serd_reader_free(reader); }
};
struct FreeEnv {
  void operator()(SerdEnv* env) const { serd_env_free(env); }
};

std::string_view view(const SerdNode* node) {
  if (node == nullptr || node->buf == nullptr) return {};
  return {reinterpret_cast<const char*>(node->buf), node->n_bytes};
}

std::string_view view(const SerdChunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.buf), chunk.len};
}

/// One reading: feeds Serd byte by byte so that the scanner knows the place of every statement, and keeps the
/// first error.
class Reading {
 public:
  Reading(std::string_view text, const std::string& file_name, const TripleHandler& handler)
      : text_(text), file_name_(file_name), handler_(handler), env_(serd_env_new(nullptr)) {}

  Status run(Syntax syntax);

 private:
  static Reading& self(void* handle) { return *static_cast<Reading*>(handle); }
  static std::size_t next_byte(void* buffer, std::size_t size, std::size_t count, void* stream);
  static SerdStatus on_base(void* handle, const SerdNode* uri);
  static SerdStatus on_prefix(void* handle, const SerdNode* name, const SerdNode* uri);
  static SerdStatus on_error(void* handle, const SerdError* error);
  static SerdStatus on_statement(void* handle, SerdStatementFlags flags, const SerdNode* graph,
                                 const SerdNode* subject, const SerdNode* predicate, const SerdNode* object,
                                 const SerdNode* datatype, const SerdNode* language);

  SerdStatus statement(const SerdNode* const (&nodes)[3], const SerdNode* datatype, const SerdNode* language);
  bool expand(const SerdNode* node, std::string& out);
  bool expand_curie(const SerdNode* node, std::string& out);
  bool resolve(const SerdNode* node, std::string& out);
  SerdStatus stop(Error error);
  SerdStatus stop_at(TokenScanner::Position position, std::string message, std::string hint = {});

  std::string_view text_;
  const std::string& file_name_;
  const TripleHandler& handler_;
  std::unique_ptr<SerdEnv, FreeEnv> env_;
  std::vector<std::string> prefixes_;
  bool has_base_ = false;
  std::size_t read_ = 0;
  TokenScanner scanner_;
  std::string expanded_[4];  ///< subject, predicate, object, datatype of the current statement
  std::optional<Error> error_;
};

std::size_t Reading::next_byte(void* buffer, std::size_t, std::size_t, void* stream) {
  Reading& reading = self(stream);
  if (reading.read_ >= reading.text_.size() || reading.error_) return 0;
  const char byte = reading.text_[reading.read_++];
  reading.scanner_.feed(byte);
  if (reading.scanner_.depth() > kMaxDepth) {
    reading.stop_at(reading.scanner_.here(),
                    "brackets are nested more than " + std::to_string(kMaxDepth) + " deep");
    return 0;
  }
  if (byte == '\0') {
    reading.stop_at(reading.scanner_.here(), "a zero byte stands in the text");
    return 0;
  }
  *static_cast<char*>(buffer) = byte;
  return 1;
}

SerdStatus Reading::stop(Error error) {
  if (!error_) error_ = std::move(error);
  return SERD_ERR_INTERNAL;
}

SerdStatus Reading::stop_at(TokenScanner::Position position, std::string message, std::string hint) {
  return stop({ErrorKind::data,
               std::move(message),
               {.file = file_name_, .line = position.line, .column = position.column},
               std::move(hint)});
}

SerdStatus Reading::on_base(void* handle, const SerdNode* uri) {
  Reading& reading = self(handle);
  reading.has_base_ = true;
  return serd_env_set_base_uri(reading.env_.get(), uri);
}

SerdStatus Reading::on_prefix(void* handle, const SerdNode* name, const SerdNode* uri) {
  Reading& reading = self(handle);
  reading.prefixes_.emplace_back(view(name));
  return serd_env_set_prefix(reading.env_.get(), name, uri);
}

SerdStatus Reading::on_error(void* handle, const SerdError* error) {
  char message[256];
  std::va_list arguments;
  va_copy(arguments, *error->args);
  std::vsnprintf(message, sizeof message, error->fmt, arguments);
  va_end(arguments);
  std::string text = message;
  while (!text.empty() && (text.back() == '\n' || text.back() == '.')) text.pop_back();
  Reading& reading = self(handle);
  reading.stop_at(reading.scanner_.here(), "syntax error: " + text);
  return SERD_SUCCESS;
}

SerdStatus Reading::on_statement(void* handle, SerdStatementFlags, const SerdNode*, const SerdNode* subject,
                                 const SerdNode* predicate, const SerdNode* object, const SerdNode* datatype,
                                 const SerdNode* language) {
  return self(handle).statement({subject, predicate, object}, datatype, language);
}

bool Reading::expand_curie(const SerdNode* node, std::string& out) {
  SerdChunk prefix, suffix;
  if (serd_env_expand(env_.get(), node, &prefix, &suffix) == SERD_SUCCESS) {
    out.assign(view(prefix));
    out.append(view(suffix));
    return true;
  }
  const std::string_view name = view(node);
  const std::string wrong(name.substr(0, name.find(':')));
  const auto near = did_you_mean(wrong, prefixes_);
  stop_at(scanner_.token_start(), "prefix '" + wrong + ":' is not defined",
          near ? "did you mean '" + *near + ":'?" : "");
  return false;
}

bool Reading::resolve(const SerdNode* node, std::string& out) {
  if (serd_uri_string_has_scheme(node->buf)) {
    out.assign(view(node));
    return true;
  }
  if (!has_base_) {
    stop_at(scanner_.token_start(), "relative IRI <" + std::string(view(node)) + "> in a file without @base");
    return false;
  }
  SerdNode resolved = serd_env_expand_node(env_.get(), node);
  out.assign(view(&resolved));
  serd_node_free(&resolved);
  return true;
}

bool Reading::expand(const SerdNode* node, std::string& out) {
  switch (node->type) {
    case SERD_CURIE:
      return expand_curie(node, out);
    case SERD_URI:
      return resolve(node, out);
    default:
      out.assign(view(node));
      return true;
  }
}

SerdStatus Reading::statement(const SerdNode* const (&nodes)[3], const SerdNode* datatype,
                              const SerdNode* language) {
  Triple triple;
  Node* const parts[] = {&triple.subject, &triple.predicate, &triple.object};
  for (std::size_t i = 0; i < 3; ++i) {
    if (!expand(nodes[i], expanded_[i])) return SERD_ERR_INTERNAL;
    const SerdType type = nodes[i]->type;
    parts[i]->kind = type == SERD_LITERAL ? NodeKind::literal
                     : type == SERD_BLANK ? NodeKind::blank
                                          : NodeKind::iri;
    parts[i]->text = expanded_[i];
  }
  if (datatype != nullptr && datatype->type != SERD_NOTHING) {
    if (!expand(datatype, expanded_[3])) return SERD_ERR_INTERNAL;
    triple.object.datatype = expanded_[3];
  }
  triple.object.language = view(language);
  triple.line = scanner_.token_start().line;
  triple.column = scanner_.token_start().column;
  Status status = handler_(triple);
  return status ? SERD_SUCCESS : stop(std::move(status.error()));
}

Status Reading::run(Syntax syntax) {
  const std::unique_ptr<SerdReader, FreeReader> reader(
      serd_reader_new(syntax == Syntax::turtle ? SERD_TURTLE : SERD_NTRIPLES, this, nullptr, on_base,
                      on_prefix, on_statement, nullptr));
  serd_reader_set_strict(reader.get(), true);
  serd_reader_set_error_sink(reader.get(), on_error, this);
  const SerdStatus status = serd_reader_read_source(
      reader.get(), next_byte, [](void*) { return 0; }, this, nullptr, 1);
  if (error_) return fail(std::move(*error_));
  if (status > SERD_FAILURE) {
    stop_at(scanner_.here(),
            std::string("syntax error: ") + reinterpret_cast<const char*>(serd_strerror(status)));
    return fail(std::move(*error_));
  }
  return {};
}

Error ill_formed(std::string_view text, std::size_t byte, const std::string& file_name) {
  TokenScanner scanner;
  for (std::size_t i = 0; i < byte; ++i) scanner.feed(text[i]);
  scanner.feed('?');
  return {
      ErrorKind::data,
      "the text is not well-formed UTF-8",
      {.file = file_name, .line = scanner.here().line, .column = scanner.here().column, .byte_offset = byte},
      {}};
}

}  // namespace

Status read_text(std::string_view text, const std::string& file_name, Syntax syntax,
                 const TripleHandler& handler) {
  if (const auto byte = utf8::first_invalid_byte(text)) return fail(ill_formed(text, *byte, file_name));
  return Reading(text, file_name, handler).run(syntax);
}

Status read_path(const std::filesystem::path& path, const TripleHandler& handler) {
  const auto text = read_file(path);
  if (!text) return fail(text.error());
  return read_text(*text, path.string(), path.extension() == ".nt" ? Syntax::ntriples : Syntax::turtle,
                   handler);
}

}  // namespace entente::rdf
