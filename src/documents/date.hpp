// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente::documents {

/// The day in what a document says of its date, as ISO 8601 ("2020-06-08", "2020-06", "2020"), or empty.
/// Understood: ISO 8601 and the like ("2020-06-08T10:00:00Z", "2020/06/08", "20200608"), PDF's
/// ("D:20200608..."), mail's ("Mon, 8 Jun 2020 10:00:00 +0200"), and English ("June 8, 2020", "8 June 2020").
/// The day is the one written, whatever the time zone.
[[nodiscard]] std::string day_of(std::string_view written);

}  // namespace entente::documents
