// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "serve/server.hpp"

namespace entente::cli {

namespace {

ExitCode run(const serve::Options& options, const Console& console) {
  const Interrupt interrupt(SIGTERM);
  auto server = serve::Server::open(options);
  if (!server) return console.fail(server.error());
  const bool writes = options.write;
  const std::string& token = (*server)->token();
  console.err() << "serving " << options.graph.string() << (writes ? "" : ", read-only") << ": "
                << (*server)->address() << (token.empty() || !options.token.empty() ? "" : "#token=" + token)
                << "\nCtrl-C ends it" << std::endl;
  (*server)->run(*interrupt.stop());
  return ExitCode::done;
}

void add_limit_options(CLI::App& command, serve::Limits& limits) {
  command
      .add_option_function<double>(
          "--timeout",
          [&limits](double seconds) { limits.timeout_ms = static_cast<unsigned>(seconds * 1000); },
          "Stop a query after so many seconds; 10 without it")
      ->check(CLI::Range(0.001, 3600.0))
      ->type_name("SECONDS");
  command.add_option("--max-rows", limits.max_rows, "Rows of an answer at most")
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("N")
      ->capture_default_str();
  command
      .add_option("--max-memory", limits.max_memory,
                  "What rows and paths of a query may take, such as 500MB; 256MB without it")
      ->transform(CLI::AsSizeValue(false))
      ->type_name("SIZE");
}

}  // namespace

void add_serve(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("serve", "Show a graph in the browser");
  const auto options = std::make_shared<serve::Options>();
  options->limits.queries = default_jobs();
  add_graph_option(*command, options->graph);
  command->add_option("--port", options->port, "Port to listen at; 0: any that is free")
      ->check(CLI::Range(0, 65535))
      ->type_name("N")
      ->capture_default_str();
  command->add_option("--host", options->host, "Address to listen at; beyond this machine only with --token")
      ->type_name("HOST")
      ->capture_default_str();
  command->add_option("--token", options->token, "Tell nothing of the graph without this token")
      ->envname("ENTENTE_TOKEN")
      ->type_name("TOKEN");
  command->add_flag("--write", options->write,
                    "Let the page confirm, deny and note facts; that needs a token, which is made and told "
                    "where none is given");
  add_limit_options(*command, options->limits);
  command->add_option("--queries", options->queries, "Folder of the saved queries")->type_name("DIR");
  add_reading_options(*command, options->resources);
  command->footer(
      "Its address goes to standard error. It asks nothing of the network; docs/serve.md tells the rest.\n"
      "Examples:\n  entente serve -g world.entente\n  entente serve -g world.entente --write");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
