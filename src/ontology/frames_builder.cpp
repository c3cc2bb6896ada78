// SPDX-License-Identifier: Apache-2.0
#include "ontology/frames_builder.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <utility>

#include "base/edit_distance.hpp"
#include "ontology/frames_slots.hpp"
#include "ontology/frames_source.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::ontology {
namespace {

constexpr std::array<std::string_view, 6> kModalities = {"Asserted",   "Planned",  "CalledFor",
                                                         "Obligation", "Reported", "Hypothetical"};

void sort_unique(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

/// Turns descriptions into frames, embeddings and lists; every fault goes to errors.
class FramesBuilder {
 public:
  FramesBuilder(const FrameSource& source, const Vocabulary& vocabulary, std::vector<Error>& errors)
      : source_(source), vocabulary_(vocabulary), errors_(errors) {}

  FrameFiles build() {
    for (const auto& [name, description] : source_.by_name)
      if (description.type == "WordList") add_list(description);
    for (const auto& [name, description] : source_.by_name) {
      if (description.type == "Frame") {
        add_frame(description);
      } else if (description.type == "Embedding") {
        add_embedding(description);
      } else if (description.type != "WordList") {
        report_type(description);
      }
    }
    return std::move(files_);
  }

 private:
  using FrameSetter = void (FramesBuilder::*)(Frame&, const Statement&);
  using EmbeddingSetter = void (FramesBuilder::*)(Embedding&, const Statement&);

  void report(const Place& place, std::string message, std::string_view wrong = {},
              const std::vector<std::string>& known = {}) {
    std::string hint;
    if (const auto near = did_you_mean(wrong, known)) hint = "did you mean \"" + *near + "\"";
    errors_.push_back({ErrorKind::data, std::move(message), place, hint});
  }

  void report_type(const Description& description) {
    const std::string what =
        description.type.empty() ? "has no type" : "is of unknown type \"" + description.type + "\"";
    report(description.place, "\"" + description.name + "\" " + what, description.type,
           {"Frame", "Embedding", "WordList"});
  }

  // A list's words, or those of another list that it includes.
  void add_list(const Description& description) {
    auto& words = files_.lists[description.name];
    for (const Statement& statement : description.statements) {
      if (is_annotation(statement)) continue;
      if (statement.predicate == "word") {
        words.push_back(statement.value);
      } else {
        report(statement.place, "unknown property \"" + statement.predicate + "\" of a word list",
               statement.predicate, {"word"});
      }
    }
    if (words.empty()) report(description.place, "word list \"" + description.name + "\" has no fr:word");
    sort_unique(words);
  }

  void add_frame(const Description& description) {
    Frame frame;
    frame.name = description.name;
    const std::size_t before = errors_.size();
    for (const Statement& statement : description.statements)
      set(frame_setters(), frame, statement, "a frame");
    const bool sound =
        errors_.size() == before;  // what is missing because of another fault is not told again
    if (sound && frame.relation.empty())
      report(description.place, "frame \"" + frame.name + "\" has no fr:relation");
    if (sound && frame.triggers.empty()) {
      report(description.place, "frame \"" + frame.name + "\" has no fr:verb, fr:noun or fr:adjective");
    }
    finish(frame);
    files_.frames.push_back(std::move(frame));
  }

  void add_embedding(const Description& description) {
    Embedding embedding;
    embedding.name = description.name;
    const std::size_t before = errors_.size();
    for (const Statement& statement : description.statements)
      set(embedding_setters(), embedding, statement, "an embedding");
    if (errors_.size() == before && embedding.triggers.empty()) {
      report(description.place,
             "embedding \"" + embedding.name + "\" has no fr:verb, fr:noun or fr:adjective");
    }
    files_.embeddings.push_back(std::move(embedding));
  }

  static bool is_annotation(const Statement& statement) { return statement.predicate.starts_with("http"); }

  template <class Setters, class Target>
  void set(const Setters& setters, Target& target, const Statement& statement, const std::string& what) {
    if (is_annotation(statement)) return;
    std::vector<std::string> known;
    for (const auto& [name, setter] : setters) {
      if (name == statement.predicate) return (this->*setter)(target, statement);
      known.emplace_back(name);
    }
    report(statement.place, "unknown property \"" + statement.predicate + "\" of " + what,
           statement.predicate, known);
  }

  static const std::vector<std::pair<std::string_view, FrameSetter>>& frame_setters() {
    using B = FramesBuilder;
    static const std::vector<std::pair<std::string_view, FrameSetter>> setters{
        {"relation", &B::relation},
        {"verb", &B::trigger<Frame, WordClass::verb>},
        {"noun", &B::trigger<Frame, WordClass::noun>},
        {"adjective", &B::trigger<Frame, WordClass::adjective>},
        {"subject", &B::slots<&Frame::subjects>},
        {"object", &B::slots<&Frame::objects>},
        {"resource", &B::slots<&Frame::resources>},
        {"theme", &B::words<&Frame::themes>},
        {"otherThan", &B::words<&Frame::other_than>},
        {"needs", &B::words<&Frame::needs>},
        {"subjectClass", &B::classes<&Frame::subject_classes>},
        {"objectClass", &B::classes<&Frame::object_classes>},
        {"notObjectClass", &B::classes<&Frame::not_object_classes>},
        {"option", &B::frame_option},
        {"modality", &B::modality<Frame>},
        {"mode", &B::text<&Frame::mode>},
        {"context", &B::text<&Frame::context>},
        {"priority", &B::priority},
        {"example", &B::ignore<Frame>},
    };
    return setters;
  }

  static const std::vector<std::pair<std::string_view, EmbeddingSetter>>& embedding_setters() {
    using B = FramesBuilder;
    static const std::vector<std::pair<std::string_view, EmbeddingSetter>> setters{
        {"verb", &B::trigger<Embedding, WordClass::verb>},
        {"noun", &B::trigger<Embedding, WordClass::noun>},
        {"adjective", &B::trigger<Embedding, WordClass::adjective>},
        {"modality", &B::modality<Embedding>},
        {"othersModality", &B::others_modality},
        {"clause", &B::clause},
        {"option", &B::embedding_option},
        {"example", &B::ignore<Embedding>},
    };
    return setters;
  }

  void relation(Frame& frame, const Statement& statement) {
    const std::string name = local(statement);
    const Relation* found = vocabulary_.find_relation(name);
    if (found == nullptr) {
      std::vector<std::string> known;
      for (const Relation& each : vocabulary_.relations()) known.push_back(each.name);
      report(statement.place, "unknown relation \"" + name + "\"", name, known);
    } else if (found->abstract) {
      report(statement.place, "relation \"" + name + "\" only groups others; a frame needs one of those");
    }
    if (!frame.relation.empty() && frame.relation != name) {
      report(statement.place,
             "frame \"" + frame.name + "\" has two relations, \"" + frame.relation + "\" and this");
    }
    frame.relation = name;
  }

  template <class Target, WordClass kClass>
  void trigger(Target& target, const Statement& statement) {
    for (const std::string& text : words_of(statement)) {
      auto parsed = parse_trigger(kClass, text, statement.place);
      if (!parsed) {
        errors_.push_back(std::move(parsed.error()));
      } else {
        target.triggers.push_back(std::move(*parsed));
      }
    }
  }

  template <std::vector<Slot> Frame::*kMember>
  void slots(Frame& frame, const Statement& statement) {
    auto parsed = parse_slots(statement.value, statement.place);
    if (!parsed) {
      errors_.push_back(std::move(parsed.error()));
    } else if (!(frame.*kMember).empty()) {
      report(statement.place, "frame \"" + frame.name + "\" has fr:" + statement.predicate + " twice");
    } else {
      frame.*kMember = std::move(*parsed);
    }
  }

  // A word as it is, or all words of a list.
  std::vector<std::string> words_of(const Statement& statement) {
    if (statement.kind == rdf::NodeKind::literal) return {statement.value};
    const std::string name = local(statement);
    const auto found = files_.lists.find(name);
    if (found != files_.lists.end()) return found->second;
    std::vector<std::string> known;
    for (const auto& [list, all] : files_.lists) known.push_back(list);
    report(statement.place, "unknown word list \"" + name + "\"", name, known);
    return {};
  }

  template <std::vector<std::string> Frame::*kMember>
  void words(Frame& frame, const Statement& statement) {
    const std::vector<std::string> more = words_of(statement);
    (frame.*kMember).insert((frame.*kMember).end(), more.begin(), more.end());
  }

  template <std::vector<std::string> Frame::*kMember>
  void classes(Frame& frame, const Statement& statement) {
    const std::string name = local(statement);
    if (vocabulary_.find_class(name) == nullptr) {
      std::vector<std::string> known;
      for (const EntityClass& each : vocabulary_.classes()) known.push_back(each.name);
      report(statement.place, "unknown class \"" + name + "\"", name, known);
    }
    (frame.*kMember).push_back(name);
  }

  void frame_option(Frame& frame, const Statement& statement) {
    const std::vector<std::pair<std::string, bool Frame::*>> options{
        {"also", &Frame::also},
        {"negated", &Frame::negated},
        {"noun-of-subject", &Frame::noun_of_subject},
        {"only-negated", &Frame::only_negated},
        {"optional-object", &Frame::optional_object},
        {"pairs-subjects", &Frame::pairs_subjects},
        {"singular-object", &Frame::singular_object},
        {"with-complement", &Frame::with_complement},
        {"with-infinitive", &Frame::with_infinitive},
        {"with-object", &Frame::with_object},
        {"without-complement", &Frame::without_complement},
        {"without-object", &Frame::without_object}};
    set_option(options, frame, statement);
  }

  void embedding_option(Embedding& embedding, const Statement& statement) {
    const std::vector<std::pair<std::string, bool Embedding::*>> options{
        {"attributes", &Embedding::attributes},
        {"negated", &Embedding::negated},
        {"object-controls", &Embedding::object_controls},
        {"suppressed", &Embedding::suppressed}};
    set_option(options, embedding, statement);
  }

  template <class Target>
  void set_option(const std::vector<std::pair<std::string, bool Target::*>>& options, Target& target,
                  const Statement& statement) {
    std::vector<std::string> known;
    for (const auto& [name, member] : options) {
      if (name == statement.value) {
        target.*member = true;
        return;
      }
      known.push_back(name);
    }
    report(statement.place, "unknown option \"" + statement.value + "\"", statement.value, known);
  }

  std::string modality_name(const Statement& statement) {
    const std::string name = local(statement);
    if (std::find(kModalities.begin(), kModalities.end(), name) == kModalities.end()) {
      report(statement.place, "unknown modality \"" + name + "\"", name,
             {kModalities.begin(), kModalities.end()});
    }
    return name;
  }

  template <class Target>
  void modality(Target& target, const Statement& statement) {
    target.modality = modality_name(statement);
  }

  void others_modality(Embedding& embedding, const Statement& statement) {
    embedding.others_modality = modality_name(statement);
  }

  void clause(Embedding& embedding, const Statement& statement) {
    if (statement.value == "finite") {
      embedding.form = Embedding::Form::finite;
    } else if (statement.value == "infinitive") {
      embedding.form = Embedding::Form::infinitive;
    } else {
      report(statement.place, "unknown clause form \"" + statement.value + "\"", statement.value,
             {"finite", "infinitive"});
    }
  }

  template <std::string Frame::*kMember>
  void text(Frame& frame, const Statement& statement) {
    frame.*kMember = statement.value;
  }

  void priority(Frame& frame, const Statement& statement) {
    const char* end = statement.value.data() + statement.value.size();
    const auto read = std::from_chars(statement.value.data(), end, frame.priority);
    if (read.ec != std::errc() || read.ptr != end)
      report(statement.place, "fr:priority must be a whole number");
  }

  template <class Target>
  void ignore(Target& /*target*/, const Statement& /*statement*/) {}

  static std::string local(const Statement& statement) {
    for (const std::string_view base : {kNamespace, kFrameBase, kFrameTerms})
      if (statement.value.starts_with(base)) return statement.value.substr(base.size());
    return statement.value;
  }

  // Defaults, order of lists, and how specific the frame is.
  static void finish(Frame& frame) {
    if (frame.subjects.empty()) frame.subjects.push_back({SlotKind::subject, {}, false});
    if (frame.objects.empty()) frame.objects.push_back({SlotKind::object, {}, false});
    for (auto* words : {&frame.themes, &frame.other_than, &frame.needs, &frame.subject_classes,
                        &frame.object_classes, &frame.not_object_classes})
      sort_unique(*words);
    std::sort(frame.triggers.begin(), frame.triggers.end(), [](const Trigger& a, const Trigger& b) {
      return std::tie(a.word_class, a.lemma, a.particle) < std::tie(b.word_class, b.lemma, b.particle);
    });
    const auto count = [](bool yes, int weight) { return yes ? weight : 0; };
    const bool particle = std::any_of(frame.triggers.begin(), frame.triggers.end(),
                                      [](const Trigger& trigger) { return !trigger.particle.empty(); });
    frame.priority += count(!frame.themes.empty(), 8) + count(particle, 4) + count(!frame.needs.empty(), 2) +
                      count(!frame.object_classes.empty() || !frame.subject_classes.empty(), 1);
  }

  const FrameSource& source_;
  const Vocabulary& vocabulary_;
  std::vector<Error>& errors_;
  FrameFiles files_;
};

}  // namespace

FrameFiles read_frames(const std::filesystem::path& ontology_directory, std::vector<Error>& errors) {
  const auto vocabulary = Vocabulary::load(ontology_directory);
  if (!vocabulary) {
    errors.push_back(vocabulary.error());
    return {};
  }
  const FrameSource source = read_frame_source(ontology_directory, errors);
  FrameFiles files;
  if (errors.empty()) files = FramesBuilder(source, *vocabulary, errors).build();
  files.hash = source.hash;
  std::stable_sort(errors.begin(), errors.end(), [](const Error& a, const Error& b) {
    return std::tie(a.place.file, a.place.line, a.place.column) <
           std::tie(b.place.file, b.place.line, b.place.column);
  });
  return files;
}

}  // namespace entente::ontology
