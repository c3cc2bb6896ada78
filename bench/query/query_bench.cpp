// SPDX-License-Identifier: Apache-2.0
// Times queries on one graph file, in one process and one thread: parse, check, plan and rows, the parameters changing
// from run to run, nothing kept but what the graph's index keeps.
//   query_bench GRAPH < questions      a line: NAME, start, end, query (tabs between); $s and $t stand for the two numbers
// Answers a line for each: NAME, milliseconds (median of the runs), rows (';' between, cells by ','), or "error" and the message.
// For bench/query/run.sh; no test depends on a time.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "app/open_graph.hpp"
#include "query/graph_index.hpp"
#include "query/query.hpp"

using namespace entente;

namespace {

constexpr int kRuns = 5;
constexpr double kLong = 2000;  // milliseconds: one run is enough

double milliseconds(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

struct Question {
  std::string name, text;
  std::int64_t start = 0, end = 0;
};

Question read(const std::string& line) {
  std::istringstream in(line);
  Question out;
  std::string start, end;
  std::getline(in, out.name, '\t');
  std::getline(in, start, '\t');
  std::getline(in, end, '\t');
  std::getline(in, out.text);
  out.start = std::atoll(start.c_str());
  out.end = std::atoll(end.c_str());
  return out;
}

std::string rows_of(const query::Table& table, const graph::Snapshot& graph) {
  std::string out;
  for (const auto& row : table.rows) {
    if (!out.empty()) out += ';';
    for (std::size_t i = 0; i < row.size(); ++i) out += (i > 0 ? "," : "") + query::to_text(row[i], graph);
  }
  return out;
}

Result<query::Table> run(const Question& question, query::GraphIndex& index, const app::OpenGraph& graph) {
  query::Options options;
  options.parameters = {{"s", question.start}, {"t", question.end}};
  auto made = query::Query::parse(question.text);
  if (!made) return fail(std::move(made.error()));
  return made->run(index, &graph.vocabulary, options);
}

void answer(const Question& question, query::GraphIndex& index, const app::OpenGraph& graph) {
  std::vector<double> times;
  std::string rows;
  for (int i = 0; i < kRuns; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const auto table = run(question, index, graph);
    times.push_back(milliseconds(begin));
    if (!table) {
      std::printf("%s\terror\t%s\n", question.name.c_str(), table.error().message.c_str());
      return;
    }
    if (i == 0) rows = rows_of(*table, graph.graph);
    if (times.back() > kLong) break;
  }
  std::sort(times.begin(), times.end());
  std::printf("%s\t%.5f\t%s\n", question.name.c_str(), times[times.size() / 2], rows.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: query_bench GRAPH < questions\n", stderr);
    return 2;
  }
  const auto begin = std::chrono::steady_clock::now();
  const auto graph = app::open_graph(argv[1], {});
  if (!graph) {
    std::fprintf(stderr, "%s\n", to_text(graph.error()).c_str());
    return 1;
  }
  std::printf("open\t%.3f\t\n", milliseconds(begin));
  query::GraphIndex index(graph->graph);
  std::string line;
  while (std::getline(std::cin, line)) answer(read(line), index, *graph);
  return 0;
}
