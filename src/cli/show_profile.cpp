// SPDX-License-Identifier: Apache-2.0
#include "cli/show_profile.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "cli/aligned_table.hpp"
#include "cli/options.hpp"

namespace entente::cli {

namespace {

using Side = app::ProfileRelation::Side;

constexpr std::size_t kNameColumn = 12;
constexpr std::size_t kMostNames = 5;  // other ends of a relation that are named

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; },
      ' ');
  return text;
}

std::string join(const std::vector<std::string>& words, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < words.size() && i < most; ++i) text += (i == 0 ? "" : ", ") + words[i];
  if (words.size() > most) text += " and " + std::to_string(words.size() - most) + " more";
  return text;
}

/// Lines of fields in columns.
class Page {
 public:
  explicit Page(std::size_t width) : width_(width) {}

  void line(const std::string& text) {
    const std::string flat = one_line(text);
    text_ += (width_ == 0 ? flat : cut_to_width(flat, width_)) + "\n";
  }
  void whole(const std::string& text) { text_ += one_line(text) + "\n"; }

  void named(const std::string& name, const std::string& value) {
    if (!value.empty()) line(padded(name, kNameColumn) + value);
  }

  /// Fields below each other are in line; the last is not padded.
  void rows(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
      widths.resize(std::max(widths.size(), row.size()));
      for (std::size_t i = 0; i < row.size(); ++i)
        widths[i] = std::max(widths[i], utf8::display_width(one_line(row[i])));
    }
    for (const auto& row : rows) {
      std::string text = " ";
      for (std::size_t i = 0; i < row.size(); ++i)
        text += " " + (i + 1 == row.size() ? row[i] : padded(row[i], widths[i] + 1));
      while (text.back() == ' ') text.pop_back();
      line(text);
    }
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  static std::string padded(const std::string& text, std::size_t width) {
    const std::size_t used = utf8::display_width(one_line(text));
    return text + std::string(used < width ? width - used : 1, ' ');
  }

  std::size_t width_;
  std::string text_;
};

/// "planned", "denied", "said by X": what keeps a fact from being plain.
std::string manner_of(const app::ProfileFact& fact) {
  std::string text;
  const auto add = [&](const std::string& word) { text += (text.empty() ? "" : ", ") + word; };
  if (!fact.modality.empty() && fact.modality != "Asserted") add(utf8::lower(fact.modality));
  if (fact.negated) add("denied");
  if (!fact.decision.empty()) add(fact.decision + " by a person");
  if (!fact.said_by.empty()) add("said by " + fact.said_by);
  return text.empty() ? text : "  (" + text + ")";
}

std::string edge_of(const app::ProfileFact& fact) {
  return fact.subject + " -[" + fact.relation + "]-> " + (fact.object.empty() ? "()" : fact.object) +
         manner_of(fact);
}

void head(const app::Profile& profile, Page& page) {
  page.line(profile.name);
  page.named("class", join(profile.classes, profile.classes.size()));
  page.named("id", profile.id);
  page.named("also called", join(profile.aliases, profile.aliases.size()));
  page.named("wikidata", profile.wikidata);
  for (const auto& property : profile.properties) page.named(property.name, property.value);
  std::string facts = std::to_string(profile.facts);
  if (profile.hidden != 0)
    facts += "; " + std::to_string(profile.hidden) + (profile.hidden == 1 ? " more is" : " more are") +
             " planned, called for, reported or denied";
  page.named("facts", facts);
}

void relations(const app::Profile& profile, Page& page) {
  if (!profile.relations.empty()) {
    page.line("");
    page.line("relations");
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& relation : profile.relations) {
    const char* side = relation.side == Side::out ? "->" : relation.side == Side::in ? "<-" : "--";
    rows.push_back({side, relation.relation, std::to_string(relation.facts), relation.label,
                    join(relation.with, kMostNames)});
  }
  page.rows(rows);
  rows.clear();
  for (const auto& part : profile.parts) rows.push_back({"as " + part.part, std::to_string(part.facts)});
  if (rows.empty()) return;
  page.line("");
  page.line("in facts of others");
  page.rows(rows);
}

/// "2020-03-01..2020-03-31", or the words where no date is known.
std::string time_of(const app::ProfileFact& fact) {
  if (fact.begin.empty() && fact.end.empty()) return fact.when;
  if (fact.begin == fact.end) return fact.begin;
  return fact.begin + ".." + fact.end;
}

/// "timeline", or "timeline (the last 10 of 34)".
std::string heading(const std::string& what, const char* which, std::size_t shown, std::size_t all) {
  if (shown == all) return what;
  return what + " (the " + which + " " + std::to_string(shown) + " of " + std::to_string(all) + ")";
}

void timeline(const app::Profile& profile, Page& page) {
  if (profile.timeline.empty()) return;
  page.line("");
  page.line(heading("timeline", "last", profile.timeline.size(), profile.timed));
  std::vector<std::vector<std::string>> rows;
  for (const app::ProfileFact& fact : profile.timeline) {
    rows.push_back({time_of(fact), edge_of(fact)});
  }
  page.rows(rows);
}

void sentences(const app::Profile& profile, Page& page) {
  if (profile.sentences.empty()) return;
  page.line("");
  page.line(heading("sentences", "latest", profile.sentences.size(), profile.sentence_count));
  for (const app::ProfileSentence& sentence : profile.sentences) {
    page.line("  " + sentence.name + (sentence.date.empty() ? "" : ", " + sentence.date) + ", characters " +
              std::to_string(sentence.begin) + "-" + std::to_string(sentence.end));
    page.whole("    \"" + sentence.text + "\"");
    std::vector<std::vector<std::string>> rows;
    for (const app::ProfileFact& fact : sentence.facts) rows.push_back({"  ", fact.id, edge_of(fact)});
    page.rows(rows);
  }
}

/// The things that a name may mean, and an error that says how to choose.
ExitCode show_choices(const std::vector<app::NamedNode>& choices, std::string_view name, ProfileFormat format,
                      const Console& console) {
  Grid grid{{"id", "name", "class", "wikidata", "facts"}, {}};
  for (const app::NamedNode& choice : choices)
    grid.rows.push_back({text_cell(choice.id), text_cell(choice.name),
                         text_cell(join(choice.labels, choice.labels.size())), text_cell(choice.wikidata),
                         number_cell(choice.facts)});
  const Format as = format == ProfileFormat::json ? Format::json : Format::table;
  if (const ExitCode shown = console.show(to_text(grid, as, table_layout(console))); shown != ExitCode::done)
    return shown;
  return console.fail(Error{ErrorKind::data,
                            std::to_string(choices.size()) + " things are called '" + std::string(name) + "'",
                            {},
                            "give the id of one"});
}

}  // namespace

std::string profile_as_text(const app::Profile& profile, std::size_t width) {
  Page page(width);
  head(profile, page);
  relations(profile, page);
  timeline(profile, page);
  sentences(profile, page);
  return page.take();
}

ExitCode show_profile(const app::OpenGraph& graph, std::string_view name, ProfileFormat format,
                      const app::ProfileOptions& options, const Console& console) {
  const auto found = app::find_nodes(graph.graph, name);
  if (!found) return console.fail(found.error());
  if (found->size() > 1) return show_choices(*found, name, format, console);
  const auto profile = app::profile_of(graph, found->front().node, options);
  if (!profile) return console.fail(profile.error());
  return console.show(format == ProfileFormat::json ? profile_as_json(*profile)
                                                    : profile_as_text(*profile, console.width()));
}

}  // namespace entente::cli
