// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace entente::serve {

using Json = nlohmann::ordered_json;

/// Reads the fields of a request's body and keeps the first thing that is wrong: a field of another type, a
/// missing one, or one that nobody asked for.
class JsonFields {
 public:
  /// Text that is no JSON object is wrong, too.
  explicit JsonFields(std::string_view body);

  [[nodiscard]] std::string text(const std::string& name, bool is_needed);
  [[nodiscard]] bool flag(const std::string& name, bool otherwise);
  [[nodiscard]] std::size_t number(const std::string& name, std::size_t otherwise, std::size_t most);
  /// One of these words, the first where it is absent.
  [[nodiscard]] std::string one_of(const std::string& name, const std::vector<std::string>& words);
  [[nodiscard]] std::vector<std::string> texts(const std::string& name, std::size_t most);
  /// An object, empty where it is absent.
  [[nodiscard]] Json object(const std::string& name);

  /// To be asked behind the last field.
  [[nodiscard]] Status done();

 private:
  [[nodiscard]] const Json* find(const std::string& name);
  void wrong(std::string message);

  Json body_;
  std::set<std::string> asked_;
  std::string wrong_;
};

}  // namespace entente::serve
