// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "exporters/exporters.hpp"
#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::exporters {

/// A base with every modality, a denial, a symmetric relation both ways, a call with content, counted groups,
/// times known to the day and not, two readings of one span, and text that escapes badly. tests/data/export/
/// has it as Turtle and GraphML.
[[nodiscard]] FactBase sample_base();

/// The project's own vocabulary.
[[nodiscard]] const ontology::Vocabulary& vocabulary();

[[nodiscard]] Options sample_options();

/// The bytes that ought to be written. With ENTENTE_UPDATE=1 in the environment the file is first made from
/// `written`; a person reads the difference.
[[nodiscard]] std::string expected_bytes(const std::string& file_name, const std::string& written);

}  // namespace entente::exporters
