// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::documents {

/// One part of a mail (RFC 2045, 5322): its head read, its body as it stands. Any bytes are a part.
struct MimePart {
  std::string type;         ///< "text/plain", in lower case; text/plain where none is told
  std::string charset;      ///< as declared, or empty
  std::string boundary;     ///< of a multipart
  std::string name;         ///< a file's, or empty; UTF-8
  std::string disposition;  ///< "attachment", "inline" or empty
  std::string transfer;     ///< "base64", "quoted-printable" or other
  std::string subject, date;
  std::string_view body;
};

/// Reads the head of a part. bytes outlive the result.
[[nodiscard]] MimePart read_part(std::string_view bytes);

/// The bodies between the boundary lines of a multipart, at most so many.
[[nodiscard]] std::vector<std::string_view> split_multipart(std::string_view body,
                                                            const std::string& boundary, std::size_t most);

/// The body with its transfer encoding undone, as well as it can be.
[[nodiscard]] std::string decoded_body(const MimePart& part);

/// A header's value with its encoded words (RFC 2047) read, as valid UTF-8 on one line.
[[nodiscard]] std::string decoded_header(std::string_view value);

}  // namespace entente::documents
