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

/// A text's tokens and what the shared network says of them.
struct Embedded {
  std::vector<RawToken> tokens;
  std::vector<std::uint16_t> tags;
  std::vector<float> projected;  ///< for the parser
};

/// Everything that one call of analyse() works with; used again by later calls, without influence on results.
struct Workspace {
  explicit Workspace(const NormTable& norms) : memory(norms) {}

  TokenizerMemory memory;
  Embedded text;   ///< that is analysed
  Embedded whole;  ///< of which it is a part
  Tok2Vec::Scratch tok2vec;
  std::vector<float> vectors;  ///< of one block
  std::vector<float> scores;
  Parser::Scratch parser;
  NamedEntityTagger::Scratch ner;
};

}  // namespace

struct Pipeline::Impl {
  [[nodiscard]] Status load(const std::string& directory);
  [[nodiscard]] Status load_networks(const std::string& directory);
  void number_names();

  void embed(Workspace& work) const;
  void embed(Workspace& work, std::size_t begin, std::size_t end) const;
  void embed_part(Workspace& work, std::uint32_t byte) const;
  [[nodiscard]] Analysis analyse_part(Workspace& work, const Part& part) const;
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
void Pipeline::Impl::embed(Workspace& work, std::size_t begin, std::size_t end) const {
  const TransitionModel& model = parser.model();
  work.vectors.resize(kBlockTokens * tok2vec.width());
  work.text.projected.resize(work.text.tokens.size() * model.hidden());
  work.text.tags.resize(work.text.tokens.size());
  for (; begin < end; begin += kBlockTokens) {
    const std::size_t count = std::min(kBlockTokens, end - begin);
    tok2vec.run(work.memory.lexicon, work.text.tokens, begin, begin + count, work.tok2vec,
                work.vectors.data());
    tagger.tag(work.vectors.data(), count, work.scores, work.text.tags.data() + begin);
    model.project(work.vectors.data(), count, work.text.projected.data() + begin * model.hidden());
  }
}

void Pipeline::Impl::embed(Workspace& work) const {
  embed(work, 0, work.text.tokens.size());
}

/// The same for a part that begins at a byte of work.whole: tokens that see no other neighbours there than
/// here keep what the network made of them.
void Pipeline::Impl::embed_part(Workspace& work, std::uint32_t byte) const {
  const auto& tokens = work.text.tokens;
  const auto& whole = work.whole.tokens;
  const auto first = std::lower_bound(whole.begin(), whole.end(), byte,
                                      [](const RawToken& token, auto at) { return token.span.begin < at; });
  const auto is_same = [](const RawToken& a, const RawToken& b) {
    return a.lexeme == b.lexeme && a.space_after == b.space_after;
  };
  const auto same = static_cast<std::size_t>(
      std::mismatch(tokens.begin(), tokens.end(), first, whole.end(), is_same).first - tokens.begin());
  const auto shift = static_cast<std::size_t>(first - whole.begin());
  const std::size_t begin = shift == 0 ? 0 : tok2vec.halo();
  const std::size_t end = same > begin + tok2vec.halo() ? same - tok2vec.halo() : begin;
  if (end == begin) return embed(work);
  embed(work, 0, begin);
  embed(work, end, tokens.size());
  const std::size_t hidden = parser.model().hidden();
  std::copy_n(work.whole.tags.data() + shift + begin, end - begin, work.text.tags.data() + begin);
  std::copy_n(work.whole.projected.data() + (shift + begin) * hidden, (end - begin) * hidden,
              work.text.projected.data() + begin * hidden);
}

std::vector<Attributes> Pipeline::Impl::attributes(std::string_view text, const Workspace& work,
                                                   const Forest& forest,
                                                   std::vector<std::string>& lower) const {
  std::vector<Attributes> attributes(work.text.tokens.size());
  std::vector<AttributeRuler::Word> words(work.text.tokens.size());
  lower.resize(work.text.tokens.size());
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const RawToken& token = work.text.tokens[i];
    attributes[i].tag = tag_name[work.text.tags[i]];
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
  analysis.tokens.resize(work.text.tokens.size());
  for (std::size_t i = 0; i < work.text.tokens.size(); ++i) {
    analysis.tokens[i].span = work.text.tokens[i].span;
    analysis.tokens[i].space_after = work.text.tokens[i].space_after;
    analysis.tokens[i].tag = names[tag_name[work.text.tags[i]]];
  }
}

/// What is left to do behind embed().
void Pipeline::Impl::annotate(Workspace& work, Analysis& analysis) const {
  if (work.text.tokens.empty()) return;
  std::vector<bool> is_space(work.text.tokens.size());
  for (std::size_t i = 0; i < is_space.size(); ++i)
    is_space[i] = work.memory.lexicon[work.text.tokens[i].lexeme].is_space;
  Forest forest = parser.parse(work.text.projected, work.text.tokens.size(), work.parser);
  const Edges edges = deprojectivise(forest, labels, is_space);
  std::vector<std::string> lower;
  const auto given = attributes(analysis.text, work, forest, lower);
  analysis.tokens.resize(work.text.tokens.size());
  for (std::size_t i = 0; i < work.text.tokens.size(); ++i) {
    Token& token = analysis.tokens[i];
    token.span = work.text.tokens[i].span;
    token.space_after = work.text.tokens[i].space_after;
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
  mark_entities(ner.find(work.memory.lexicon, work.text.tokens, edges.sentence_start, work.ner), analysis);
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
  return std::move(analyse_parts(text, nullptr).front());
}

Analysis Pipeline::Impl::analyse_part(Workspace& work, const Part& part) const {
  Analysis analysis;
  analysis.text = part.text;
  tokenizer.tokenize(analysis.text, work.memory, work.text.tokens);
  embed_part(work, part.begin);
  annotate(work, analysis);
  return analysis;
}

std::vector<Analysis> Pipeline::analyse_parts(
    std::string_view text, const std::function<std::vector<Part>(const Analysis&)>& cut) const {
  Analysis whole;
  whole.text = text;
  auto work = impl_->take_workspace();
  work->memory.trim();
  impl_->tokenizer.tokenize(whole.text, work->memory, work->text.tokens);
  impl_->embed(*work);
  std::vector<Part> parts;
  if (cut) {
    impl_->show_tags(*work, whole);
    parts = cut(whole);
  }
  std::vector<Analysis> analyses;
  if (parts.empty()) {
    impl_->annotate(*work, whole);
    analyses.push_back(std::move(whole));
  }
  std::swap(work->whole, work->text);
  for (const Part& part : parts) analyses.push_back(impl_->analyse_part(*work, part));
  impl_->give_back(std::move(work));
  return analyses;
}

const std::string& Pipeline::name() const {
  return impl_->name;
}

}  // namespace entente::nlp
