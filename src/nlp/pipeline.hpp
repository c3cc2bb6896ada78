// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "nlp/analysis.hpp"

namespace entente::nlp {

/// A stretch of a text that is read as a text of its own.
struct Part {
  std::uint32_t begin = 0;  ///< its first byte in the whole text
  std::string text;         ///< as it is to be read, which may differ from the whole text
};

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

  /// Analyses of a text's parts, each as analyse() gives it for the part alone. `cut` is shown the tokens of
  /// the whole text with their spans and the tagger's tags, nothing else of them, and says the parts; none:
  /// the text is one part. What the network made of the whole text is used again where a part is the same.
  [[nodiscard]] std::vector<Analysis> analyse_parts(
      std::string_view text, const std::function<std::vector<Part>(const Analysis& tagged)>& cut) const;

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
