// SPDX-License-Identifier: Apache-2.0
#include "nlp/pipeline.hpp"

#include <algorithm>
#include <mutex>
#include <vector>

#include "nlp/attribute_ruler.hpp"
#include "nlp/lemmatizer.hpp"
#include "nlp/model_name.hpp"
#include "nlp/ner.hpp"
#include "nlp/parser.hpp"
#include "nlp/tagger.hpp"
#include "nlp/tok2vec.hpp"
#include "nlp/tokenizer.hpp"
#include "nlp/unicode.hpp"

namespace entente::nlp {

namespace {

constexpr std::size_t kBlockTokens = 256;

/// Everything that one call of analyse() works with; used again by later calls, without influence on results.
struct Workspace {
  explicit Workspace(const NormTable& norms) : memory(norms) {}

  TokenizerMemory memory;
  std::vector<RawToken> tokens;
  Tok2Vec::Scratch tok2vec;
  std::vector<float> vectors;  ///< of one block
  std::vector<float> scores;
  std::vector<float> projected;  ///< of the whole document, for the parser
  std::vector<std::uint16_t> tags;
  Parser::Scratch parser;
  NamedEntityTagger::Scratch ner;
};

}  // namespace

struct Pipeline::Impl {
  [[nodiscard]] Status load(const std::string& directory);
  [[nodiscard]] Status load_networks(const std::string& directory);
  void number_names();

  void embed(Workspace& work) const;
  [[nodiscard]] std::vector<Attributes> attributes(std::string_view text, const Workspace& work,
                                                   const Forest& forest,
                                                   std::vector<std::string>& lower) const;
  void show_tags(const Workspace& work, Analysis& analysis) const;
  void annotate(Workspace& work, Analysis& analysis) const;
  void mark_entities(const std::vector<EntitySpan>& entities, Analysis& analysis) const;

  [[nodiscard]] std::unique_ptr<Workspace> take_workspace();
  void give_back(std::unique_ptr<Workspace> workspace);

  std::string name;
  NormTable norms;
  Tokenizer tokenizer;
  StaticVectors vectors;
  Tok2Vec tok2vec;
  Tagger tagger;
  Labels labels;
  Parser parser;
  NamedEntityTagger ner;
  Names names;
  AttributeRuler ruler;
  Lemmatizer lemmatizer;
  std::vector<std::uint16_t> tag_name;  ///< number in names of every tag of the tagger
  std::vector<std::uint16_t> dep_name;  ///< and of every label of the parser

  std::mutex mutex;  ///< guards `idle`
  std::vector<std::unique_ptr<Workspace>> idle;
};

Status Pipeline::Impl::load(const std::string& directory) {
  auto own_name = model_name(directory);
  if (!own_name) return fail(own_name.error());
  name = std::move(*own_name);
  auto norm_table = NormTable::load(directory);
  if (!norm_table) return fail(norm_table.error());
  norms = std::move(*norm_table);
  auto rules = Tokenizer::load(directory);
  if (!rules) return fail(rules.error());
  tokenizer = std::move(*rules);
  auto patterns = AttributeRuler::load(directory, names);
  if (!patterns) return fail(patterns.error());
  ruler = std::move(*patterns);
  auto lookups = Lemmatizer::load(directory);
  if (!lookups) return fail(lookups.error());
  lemmatizer = std::move(*lookups);
  return load_networks(directory);
}

Status Pipeline::Impl::load_networks(const std::string& directory) {
  auto static_vectors = StaticVectors::load(directory);
  if (!static_vectors) return fail(static_vectors.error());
  vectors = std::move(*static_vectors);
  const auto weights = Weights::read(directory + "/tok2vec/model");
  if (!weights) return fail(weights.error());
  auto network = Tok2Vec::make(*weights, vectors);
  if (!network) return fail(network.error());
  tok2vec = std::move(*network);
  auto loaded_tagger = Tagger::load(directory, tok2vec.width());
  if (!loaded_tagger) return fail(loaded_tagger.error());
  tagger = std::move(*loaded_tagger);
  auto loaded_parser = Parser::load(directory, tok2vec.width(), labels);
  if (!loaded_parser) return fail(loaded_parser.error());
  parser = std::move(*loaded_parser);
  auto loaded_ner = NamedEntityTagger::load(directory, vectors);
  if (!loaded_ner) return fail(loaded_ner.error());
  ner = std::move(*loaded_ner);
  number_names();
  return {};
}

void Pipeline::Impl::number_names() {
  for (const std::string& tag : tagger.labels()) tag_name.push_back(names.add(tag));
  for (std::size_t i = 0; i < labels.size(); ++i)
    dep_name.push_back(names.add(labels.name(static_cast<std::uint16_t>(i))));
}

std::unique_ptr<Workspace> Pipeline::Impl::take_workspace() {
  const std::lock_guard lock(mutex);
  if (idle.empty()) return std::make_unique<Workspace>(norms);
  auto workspace = std::move(idle.back());
  idle.pop_back();
  return workspace;
}

void Pipeline::Impl::give_back(std::unique_ptr<Workspace> workspace) {
  const std::lock_guard lock(mutex);
  idle.push_back(std::move(workspace));
}

/// Token vectors block by block; what is kept of them are the tags and the parser's projection.
void Pipeline::Impl::embed(Workspace& work) const {
  const std::size_t count = work.tokens.size();
  const TransitionModel& model = parser.model();
  work.vectors.resize(kBlockTokens * tok2vec.width());
  work.projected.resize(count * model.hidden());
  work.tags.resize(count);
  for (std::size_t begin = 0; begin < count; begin += kBlockTokens) {
    const std::size_t end = std::min(begin + kBlockTokens, count);
    tok2vec.run(work.memory.lexicon, work.tokens, begin, end, work.tok2vec, work.vectors.data());
    tagger.tag(work.vectors.data(), end - begin, work.scores, work.tags.data() + begin);
    model.project(work.vectors.data(), end - begin, work.projected.data() + begin * model.hidden());
  }
}

std::vector<Attributes> Pipeline::Impl::attributes(std::string_view text, const Workspace& work,
                                                   const Forest& forest,
                                                   std::vector<std::string>& lower) const {
  std::vector<Attributes> attributes(work.tokens.size());
  std::vector<AttributeRuler::Word> words(work.tokens.size());
  lower.resize(work.tokens.size());
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const RawToken& token = work.tokens[i];
    attributes[i].tag = tag_name[work.tags[i]];
    attributes[i].dep = dep_name[forest.label[i]];
    lower[i] = unicode::lower(text.substr(token.span.begin, token.span.size()));
    words[i] = AttributeRuler::word(lower[i], work.memory.lexicon[token.lexeme].is_space, names);
  }
  ruler.apply(words, attributes);
  return attributes;
}

void Pipeline::Impl::mark_entities(const std::vector<EntitySpan>& entities, Analysis& analysis) const {
  for (const EntitySpan& entity : entities)
    for (std::uint32_t i = entity.begin; i < entity.end; ++i) {
      analysis.tokens[i].ent_iob = i == entity.begin ? EntIob::begin : EntIob::inside;
      analysis.tokens[i].ent_type = ner.type_name(entity.type);
    }
}

void Pipeline::Impl::show_tags(const Workspace& work, Analysis& analysis) const {
  analysis.tokens.resize(work.tokens.size());
  for (std::size_t i = 0; i < work.tokens.size(); ++i) {
    analysis.tokens[i].span = work.tokens[i].span;
    analysis.tokens[i].space_after = work.tokens[i].space_after;
    analysis.tokens[i].tag = names[tag_name[work.tags[i]]];
  }
}

/// What is left to do behind embed().
void Pipeline::Impl::annotate(Workspace& work, Analysis& analysis) const {
  std::vector<bool> is_space(work.tokens.size());
  for (std::size_t i = 0; i < is_space.size(); ++i)
    is_space[i] = work.memory.lexicon[work.tokens[i].lexeme].is_space;
  Forest forest = parser.parse(work.projected, work.tokens.size(), work.parser);
  const Edges edges = deprojectivise(forest, labels, is_space);
  std::vector<std::string> lower;
  const auto given = attributes(analysis.text, work, forest, lower);
  analysis.tokens.resize(work.tokens.size());
  for (std::size_t i = 0; i < work.tokens.size(); ++i) {
    Token& token = analysis.tokens[i];
    token.span = work.tokens[i].span;
    token.space_after = work.tokens[i].space_after;
    token.is_space = is_space[i];
    token.sentence_start = edges.sentence_start[i];
    token.head = forest.head[i];
    token.tag = names[given[i].tag];
    token.pos = names[given[i].pos];
    token.dep = names[given[i].dep];
    token.morph = names[given[i].morph];
    token.lemma = given[i].lemma != Names::kEmpty
                      ? std::string(names[given[i].lemma])
                      : lemmatizer.lemma(analysis.token_text(i), lower[i], token.pos, token.morph);
  }
  mark_entities(ner.find(work.memory.lexicon, work.tokens, edges.sentence_start, work.ner), analysis);
}

Result<Pipeline> Pipeline::load(const std::filesystem::path& directory) {
  auto impl = std::make_unique<Impl>();
  if (auto loaded = impl->load(directory.string()); !loaded) return fail(loaded.error());
  return Pipeline(std::move(impl));
}

Pipeline::Pipeline(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;
Pipeline::~Pipeline() = default;

Analysis Pipeline::analyse(std::string_view text) const {
  return *analyse_if(text, nullptr);
}

std::optional<Analysis> Pipeline::analyse_if(std::string_view text,
                                             const std::function<bool(const Analysis&)>& goes_on) const {
  Analysis analysis;
  analysis.text = text;
  auto work = impl_->take_workspace();
  work->memory.trim();
  impl_->tokenizer.tokenize(analysis.text, work->memory, work->tokens);
  if (!work->tokens.empty()) impl_->embed(*work);
  bool wanted = true;
  if (goes_on) {
    impl_->show_tags(*work, analysis);
    wanted = goes_on(analysis);
  }
  if (wanted && !work->tokens.empty()) impl_->annotate(*work, analysis);
  impl_->give_back(std::move(work));
  if (!wanted) return std::nullopt;
  return analysis;
}

const std::string& Pipeline::name() const {
  return impl_->name;
}

}  // namespace entente::nlp
