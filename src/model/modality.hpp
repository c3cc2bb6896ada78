// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace entente {

/// How the text puts an act (ontology/core.ttl, ent:Modality).
enum class Modality { asserted, planned, called_for, obligation, reported, hypothetical };

/// Local name in the ontology: "Asserted", "CalledFor", ...
[[nodiscard]] std::string_view to_text(Modality modality);
[[nodiscard]] std::optional<Modality> modality_from_text(std::string_view name);

}  // namespace entente
