// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente::cli {

/// Where the REPL's history is kept, by ENTENTE_HISTORY, XDG_STATE_HOME and HOME; empty: nowhere.
[[nodiscard]] std::string history_file();

}  // namespace entente::cli
