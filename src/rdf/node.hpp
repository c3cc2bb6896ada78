// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente::rdf {

enum class Syntax : std::uint8_t { turtle, ntriples, nquads };

enum class NodeKind : std::uint8_t { iri, blank, literal };

inline constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view kRdfs = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view kOwl = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";

/// An RDF term. It owns nothing: whoever hands it over says how long the views live.
struct Node {
  NodeKind kind = NodeKind::iri;
  std::string_view text;      ///< whole IRI, blank node id, or lexical form (unescaped)
  std::string_view datatype;  ///< whole IRI; empty: xsd:string or language-tagged
  std::string_view language;  ///< as written, or empty

  friend bool operator==(const Node&, const Node&) = default;
};

[[nodiscard]] inline Node iri(std::string_view text) {
  return {NodeKind::iri, text, {}, {}};
}
[[nodiscard]] inline Node literal(std::string_view text) {
  return {NodeKind::literal, text, {}, {}};
}
[[nodiscard]] inline Node typed(std::string_view text, std::string_view datatype) {
  return {NodeKind::literal, text, datatype, {}};
}
[[nodiscard]] inline Node in_language(std::string_view text, std::string_view language) {
  return {NodeKind::literal, text, {}, language};
}

/// A statement with the place where its object starts (lines and columns from 1, columns in code points).
struct Triple {
  Node subject, predicate, object;
  std::size_t line = 0, column = 0;
};

}  // namespace entente::rdf
