// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "nlp/analysis.hpp"

namespace entente::nlp {

/// A spaCy v3 English pipeline (tok2vec, tagger, parser, attribute ruler, lemmatizer, NER), run natively.
/// Const after loading; analyse() may be called from several threads at once, each call uses one thread.
/// The same text gives the same Analysis always.
class Pipeline {
 public:
  /// Reads a model directory (the one that holds meta.json and tokenizer); a missing or damaged file is an
  /// input_output or data error naming it.
  [[nodiscard]] static Result<Pipeline> load(const std::filesystem::path& directory);

  Pipeline(Pipeline&&) noexcept;
  Pipeline& operator=(Pipeline&&) noexcept;
  ~Pipeline();

  /// Annotates well-formed UTF-8 as it stands, as one document. Linear in time; memory is about 600 bytes a
  /// token, so cut a huge text first (nlp/chunks.hpp).
  [[nodiscard]] Analysis analyse(std::string_view text) const;

  /// The same in two steps: goes_on is shown the tokens with their spans and the tagger's tags, nothing else
  /// of them, and the rest is done when it says true. A third of the time when it says no; nothing then.
  [[nodiscard]] std::optional<Analysis> analyse_if(
      std::string_view text, const std::function<bool(const Analysis& tagged)>& goes_on) const;

  /// "en_core_web_sm 3.8.0", from meta.json.
  [[nodiscard]] const std::string& name() const;

 private:
  struct Impl;
  explicit Pipeline(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Where a model is looked for, in this order: the given directory (when not empty), $ENTENTE_MODEL, .model/
/// of the working directory, $XDG_DATA_HOME/entente/model (or ~/.local/share/entente/model),
/// <prefix>/share/entente/model beside the program. A directory counts when it, or its only child chain (as
/// in an unpacked wheel), holds config.cfg and tokenizer.
[[nodiscard]] Result<std::filesystem::path> find_model(const std::filesystem::path& given);

}  // namespace entente::nlp
