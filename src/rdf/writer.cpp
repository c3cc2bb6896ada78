// SPDX-License-Identifier: Apache-2.0
#include "rdf/writer.hpp"

#include <serd/serd.h>

#include <optional>
#include <string>
#include <utility>

#include "base/utf8.hpp"

namespace entente::rdf {

namespace {

constexpr std::size_t kBlock = 1 << 16;

struct FreeWriter {
  void operator()(SerdWriter* writer) const { serd_writer_free(writer); }
};
struct FreeEnv {
  void operator()(SerdEnv* env) const { serd_env_free(env); }
};

/// A Serd node over text that outlives it; a string, because Serd reads the terminating zero too. The flags
/// for quotes and newlines stay unset: then Serd writes every literal on one line.
SerdNode borrow(SerdType type, const std::string& text) {
  SerdNode node = SERD_NODE_NULL;
  node.buf = reinterpret_cast<const std::uint8_t*>(text.c_str());
  node.n_bytes = text.size();
  node.n_chars = type == SERD_LITERAL ? utf8::length(text) : text.size();
  node.type = type;
  return node;
}

bool has_scheme(std::string_view iri) {
  const std::size_t colon = iri.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         iri.substr(0, colon).find_first_of("/?#") == std::string_view::npos;
}

/// Percent-encodes what an IRI may not hold (RFC 3987), so that any reader takes it.
void copy_iri(std::string& out, std::string_view iri) {
  constexpr std::string_view kForbidden = "<>\"{}|^`\\";
  constexpr char kHex[] = "0123456789ABCDEF";
  out.clear();
  for (const char c : iri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7F && kForbidden.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
}

SerdSyntax serd_syntax(Syntax syntax) {
  switch (syntax) {
    case Syntax::turtle:
      return SERD_TURTLE;
    case Syntax::ntriples:
      return SERD_NTRIPLES;
    case Syntax::nquads:
      return SERD_NQUADS;
  }
  return SERD_NTRIPLES;
}

Status sound(const Node& node, bool literal_allowed) {
  if (node.kind == NodeKind::blank) return fail(ErrorKind::data, "a blank node cannot be written");
  if (node.kind == NodeKind::literal && !literal_allowed)
    return fail(ErrorKind::data, "a literal cannot be a subject or predicate: " + std::string(node.text));
  if (utf8::first_invalid_byte(node.text)) return fail(ErrorKind::data, "text is not well-formed UTF-8");
  if (node.kind == NodeKind::iri && !has_scheme(node.text))
    return fail(ErrorKind::data, "not an absolute IRI: " + std::string(node.text));
  if (!node.datatype.empty() && !node.language.empty())
    return fail(ErrorKind::data, "a literal has either a datatype or a language: " + std::string(node.text));
  return {};
}

}  // namespace

struct Writer::State {
  explicit State(Sink out) : sink(std::move(out)), env(serd_env_new(nullptr)) {}

  static std::size_t take(const void* bytes, std::size_t size, void* stream) {
    State& state = *static_cast<State*>(stream);
    state.pending.append(static_cast<const char*>(bytes), size);
    if (state.pending.size() >= kBlock) state.flush();
    return size;
  }

  void flush() {
    if (!error && !pending.empty())
      if (Status status = sink(pending); !status) error = std::move(status.error());
    pending.clear();
  }

  Status outcome(SerdStatus status) {
    if (!error && status > SERD_FAILURE)
      error = Error{ErrorKind::data,
                    std::string("cannot write RDF: ") + reinterpret_cast<const char*>(serd_strerror(status)),
                    {},
                    {}};
    if (error) return fail(*error);
    return {};
  }

  Sink sink;
  std::string pending;
  std::string graph;      ///< of the statements that follow, or empty
  std::string copies[5];  ///< subject, predicate, object, datatype, language of the statement being written
  std::optional<Error> error;  ///< the first one; nothing is written after it
  std::unique_ptr<SerdEnv, FreeEnv> env;
  std::unique_ptr<SerdWriter, FreeWriter> writer;  ///< freed first: it still writes then
};

Writer::Writer(Syntax syntax, Sink sink) : state_(std::make_unique<State>(std::move(sink))) {
  const bool turtle = syntax == Syntax::turtle;
  const int style = turtle ? SERD_STYLE_ABBREVIATED | SERD_STYLE_CURIED : 0;
  state_->writer.reset(serd_writer_new(serd_syntax(syntax), static_cast<SerdStyle>(style), state_->env.get(),
                                       nullptr, State::take, state_.get()));
  serd_writer_set_error_sink(
      state_->writer.get(), [](void*, const SerdError*) { return SERD_SUCCESS; }, nullptr);
}

Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

Status Writer::prefix(std::string_view name, std::string_view iri) {
  if (state_->error) return fail(*state_->error);
  const std::string name_text(name), iri_text(iri);
  const SerdNode name_node = borrow(SERD_LITERAL, name_text), iri_node = borrow(SERD_URI, iri_text);
  return state_->outcome(serd_writer_set_prefix(state_->writer.get(), &name_node, &iri_node));
}

void Writer::graph(std::string_view iri) {
  copy_iri(state_->graph, iri);
}

Status Writer::write(const Node& subject, const Node& predicate, const Node& object) {
  if (state_->error) return fail(*state_->error);
  for (const Node* node : {&subject, &predicate, &object})
    if (Status status = sound(*node, node == &object); !status) return status;
  auto& copies = state_->copies;
  const bool is_literal = object.kind == NodeKind::literal;
  copy_iri(copies[0], subject.text);
  copy_iri(copies[1], predicate.text);
  if (is_literal)
    copies[2].assign(object.text);
  else
    copy_iri(copies[2], object.text);
  copy_iri(copies[3], object.datatype);
  copies[4].assign(object.language);
  const SerdNode s = borrow(SERD_URI, copies[0]), p = borrow(SERD_URI, copies[1]);
  const SerdNode o = borrow(is_literal ? SERD_LITERAL : SERD_URI, copies[2]);
  const SerdNode datatype = borrow(SERD_URI, copies[3]), language = borrow(SERD_LITERAL, copies[4]);
  const SerdNode graph = borrow(SERD_URI, state_->graph);
  return state_->outcome(serd_writer_write_statement(
      state_->writer.get(), 0, state_->graph.empty() ? nullptr : &graph, &s, &p, &o,
      object.datatype.empty() ? nullptr : &datatype, object.language.empty() ? nullptr : &language));
}

/// Serd knows no triple terms: the statement is put between its own, which it ends first.
Status Writer::reify(std::string_view reifier, std::string_view subject, std::string_view predicate,
                     std::string_view object) {
  if (state_->error) return fail(*state_->error);
  for (const std::string_view text : {reifier, subject, predicate, object})
    if (Status status = sound(iri(text), false); !status) return status;
  if (auto status = state_->outcome(serd_writer_finish(state_->writer.get())); !status) return status;
  const auto put = [this](std::string_view text) {
    copy_iri(state_->copies[0], text);
    return '<' + state_->copies[0] + '>';
  };
  std::string line = put(reifier) + " <" + std::string(kRdf) + "reifies> <<( " + put(subject) + ' ';
  line += put(predicate) + ' ' + put(object) + " )>>";
  if (!state_->graph.empty()) line += " <" + state_->graph + '>';
  line += " .\n";
  State::take(line.data(), line.size(), state_.get());
  return state_->outcome(SERD_SUCCESS);
}

Status Writer::finish() {
  if (state_->error) return fail(*state_->error);
  const SerdStatus status = serd_writer_finish(state_->writer.get());
  state_->flush();
  return state_->outcome(status);
}

}  // namespace entente::rdf
