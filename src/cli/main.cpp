// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <iostream>
#include <new>

#include "cli/program.hpp"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  entente::cli::Console console(std::cin, std::cout, std::cerr);
  try {
    return entente::cli::run_program(argc, argv, console);
  } catch (const std::bad_alloc&) {
    console.note("out of memory");
  } catch (const std::exception& bug) {
    console.note(std::string("internal error: ") + bug.what());
  }
  return static_cast<int>(entente::cli::ExitCode::input_output);
}
