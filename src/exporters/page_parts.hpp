// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace entente::exporters {

// The files of src/exporters/page/, as they were when the program was built.
extern const std::string_view kPageBody;
extern const std::string_view kPageStyle;
extern const std::string_view kPageGraph;
extern const std::string_view kPageView;
extern const std::string_view kPagePanel;
extern const std::string_view kPageMain;
extern const std::string_view kPageUnpack;

}  // namespace entente::exporters
