// SPDX-License-Identifier: Apache-2.0
#include "app/json_lines.hpp"

#include <algorithm>
#include <exception>
#include <istream>
#include <ostream>
#include <span>
#include <utility>
#include <vector>

#include "app/work_pool.hpp"

namespace entente::app {

namespace {

constexpr std::size_t kWindow = 64;

constexpr std::size_t kTogether = 8;             ///< documents between the steps of their work
constexpr std::size_t kTogetherBytes = 1 << 16;  ///< of text: of long documents fewer

using Texts = std::vector<Result<std::string>>;

/// No exception leaves a thread: it is the error of its document.
template <class Step>
Result<std::string> guarded(const JsonDocument& input, const Step& step) {
  try {
    return step();
  } catch (const std::exception& failure) {
    return fail(ErrorKind::limit, std::string("could not be read: ") + failure.what(), {.file = input.id});
  }
}

/// What a thread does with a few lines, one after the other.
Texts run_few(std::span<const Result<JsonDocument>> inputs, const FirstStep& work) {
  Texts texts(inputs.size());
  std::vector<std::function<Result<std::string>()>> rest(inputs.size());
  const auto finish = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (rest[i]) texts[i] = guarded(*inputs[i], std::exchange(rest[i], nullptr));
  };
  std::size_t bytes = 0, done = 0;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!inputs[i]) {
      texts[i] = fail(inputs[i].error());
      continue;
    }
    texts[i] = guarded(*inputs[i], [&] {
      rest[i] = work(*inputs[i]);
      return std::string();
    });
    bytes += inputs[i]->document.text.size();
    if (bytes < kTogetherBytes) continue;
    finish(done, i + 1);
    bytes = 0;
    done = i + 1;
  }
  finish(done, inputs.size());
  return texts;
}

/// So many that all threads have several pieces of a portion to do.
std::size_t together(std::size_t portion, unsigned threads) {
  return std::clamp<std::size_t>(portion / (8 * threads), 1, kTogether);
}

}  // namespace

Result<LinesReport> transform_json_lines_in_steps(std::istream& in, const std::string& in_name,
                                                  std::ostream& out, unsigned jobs, const FirstStep& work,
                                                  Reporter& reporter) {
  JsonDocuments documents(in, in_name);
  LinesReport report;
  const auto take = [&](Result<std::string>& text) {
    if (text) {
      ++report.documents;
      out << *text;
    } else {
      ++report.left_out;
      reporter.left_out(text.error());
    }
  };
  const unsigned threads = std::max(1u, jobs);
  for (auto portion = documents.next_portion(); !portion.empty() && out; portion = documents.next_portion()) {
    const std::span<const Result<JsonDocument>> lines(portion);
    const std::size_t few = together(lines.size(), threads);
    run_in_order<Texts>((lines.size() + few - 1) / few, threads, kWindow,
                        [&](std::size_t i) {
                          return run_few(lines.subspan(i * few, std::min(few, lines.size() - i * few)), work);
                        },
                        [&](std::size_t, Texts&& texts) {
                          std::for_each(texts.begin(), texts.end(), take);
                          return static_cast<bool>(out);
                        });
    out.flush();
  }
  if (!out) return fail(ErrorKind::input_output, "cannot write the output");
  if (in.bad()) return fail(ErrorKind::input_output, "cannot read the input", {.file = in_name});
  return report;
}

Result<LinesReport> transform_json_lines(std::istream& in, const std::string& in_name, std::ostream& out,
                                         unsigned jobs,
                                         const std::function<Result<std::string>(const JsonDocument&)>& work,
                                         Reporter& reporter) {
  const FirstStep whole = [&](const JsonDocument& input) { return [&] { return work(input); }; };
  return transform_json_lines_in_steps(in, in_name, out, jobs, whole, reporter);
}

}  // namespace entente::app
