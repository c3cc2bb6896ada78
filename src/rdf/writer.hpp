// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "rdf/node.hpp"

namespace entente::rdf {

/// Streams statements as Turtle (prefixes, statements of one subject in a row share it), N-Triples or
/// N-Quads. It neither sorts nor removes duplicates: same calls, same bytes. Writes no blank nodes.
class Writer {
 public:
  /// Takes the next bytes of the output; its error ends the writing and comes back from the call that met it.
  using Sink = std::function<Status(std::string_view bytes)>;

  Writer(Syntax syntax, Sink sink);
  ~Writer();
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;

  /// Declares a prefix (no effect in N-Triples and N-Quads). Call before the first statement.
  [[nodiscard]] Status prefix(std::string_view name, std::string_view iri);

  /// The graph of the statements that follow, an absolute IRI; empty: the default graph. Only N-Quads shows
  /// it.
  void graph(std::string_view iri);

  /// A data error when a node is blank, a literal stands where it cannot, or text is ill-formed UTF-8.
  [[nodiscard]] Status write(const Node& subject, const Node& predicate, const Node& object);

  /// RDF 1.2: that the reifier is about the triple, which is not thereby stated. One line in every syntax,
  /// the triple as a triple term `<<( s p o )>>`. All four are IRIs, else a data error.
  [[nodiscard]] Status reify(std::string_view reifier, std::string_view subject, std::string_view predicate,
                             std::string_view object);

  /// Ends the last statement and hands over everything. Nothing may be written after it.
  [[nodiscard]] Status finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente::rdf
