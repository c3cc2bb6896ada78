// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace entente::serve {

// The files of src/serve/web/, as they were when the program was built.
extern const std::string_view kOpenApi;
extern const std::string_view kIndex;
extern const std::string_view kLiveStyle;
extern const std::string_view kApiScript;
extern const std::string_view kQueryScript;
extern const std::string_view kDecideScript;
extern const std::string_view kLiveScript;

}  // namespace entente::serve
