// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/extract.hpp"

namespace entente::extract {

/// Reads sentences again whose tree has no verb at its top: the parser takes a verb in the present for a noun
/// ("Officials in Hanoi fear China", "Rebels attack Homs") and a verb far from its subject for a participle
/// ("The Greens, who back the law, called on Poland to wait"). With an auxiliary in front ("will fear", "have
/// called") it sees the verb. Where that verb then is the top of the tree and has a subject of its number,
/// the new tree stands, without the auxiliary; all else stays as it was. Token for token the sentence stays
/// the same, only annotations change.
void look_again(Reading& reading, const Resources& resources);

}  // namespace entente::extract
