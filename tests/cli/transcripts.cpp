// Runs transcripts (transcript.hpp) against the real binary:
//   behest-transcripts BINARY [--update] FILE.t…   each in a fresh sandbox
//   behest-transcripts BINARY [--update] --readme FILE.md
//   behest-transcripts BINARY --examples
//   behest-transcripts BINARY --reads              the examples that only read, on a database that may only be read
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "compare.hpp"
#include "examples.hpp"
#include "sandbox.hpp"
#include "transcript.hpp"

namespace behest::transcripts {
namespace {

struct Options {
  std::string binary;
  std::vector<std::string> files;
  bool is_update = false;
  bool is_examples = false;
  bool is_reads = false;
  bool is_markdown = false;
};

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

void print_difference(const std::string& file, const Block& block, const Result& result) {
  std::cout << "FAILED " << file << ":" << block.line << "\n";
  for (const std::string& line : block.command) std::cout << "  $ " << line << "\n";
  for (const std::string& line : diff(written(block.expected), written({result.out, result.err, result.code}))) {
    std::cout << "  " << line << "\n";
  }
}

// Runs the commands of a file in their order; with `is_update`, makes what differs the expectation.
class FileRun {
 public:
  FileRun(const Options& options, const std::string& file) : options_(options), file_(file), sandbox_(options.binary) {}

  Tally run() {
    const std::string text = read_file(file_);
    std::vector<Piece> pieces = options_.is_markdown ? read_markdown(text) : read_transcript(text);
    for (Piece& piece : pieces) {
      if (const auto* step = std::get_if<TimeStep>(&piece)) set_time(*step);
      if (auto* block = std::get_if<Block>(&piece)) run_block(*block);
    }
    if (tally_.passed + tally_.failed == 0) std::cout << file_ << ": has no command\n";
    if (options_.is_update) update(text, write_pieces(pieces));
    if (tally_.failed > 0) {
      sandbox_.keep();
      std::cout << "  the folder is kept: " << sandbox_.folder() << "\n";
    }
    return tally_;
  }

 private:
  void set_time(const TimeStep& step) {
    if (!sandbox_.set_time(step.text)) {
      throw std::runtime_error("line " + std::to_string(step.line) + ": '" + step.text + "' is no time");
    }
  }

  void run_block(Block& block) {
    const Result result = sandbox_.run(block.shell_line());
    if (matches(block.expected, result)) {
      ++tally_.passed;
    } else if (options_.is_update) {
      block.expected = {result.out, result.err, result.code};
      ++tally_.passed;
    } else {
      print_difference(file_, block, result);
      ++tally_.failed;
    }
  }

  void update(const std::string& before, const std::string& after) const {
    if (before == after) return;
    std::ofstream(file_, std::ios::binary | std::ios::trunc) << after;
    std::cout << "updated " << file_ << "\n";
  }

  const Options& options_;
  const std::string& file_;
  Sandbox sandbox_;
  Tally tally_;
};

Options read_options(const std::vector<std::string>& words) {
  Options options;
  for (const std::string& word : words) {
    if (word == "--update") {
      options.is_update = true;
    } else if (word == "--examples") {
      options.is_examples = true;
    } else if (word == "--reads") {
      options.is_reads = true;
    } else if (word == "--readme") {
      options.is_markdown = true;
    } else if (word.starts_with('-')) {
      throw std::runtime_error("'" + word + "' is no option of behest-transcripts");
    } else if (options.binary.empty()) {
      options.binary = word;
    } else {
      options.files.push_back(word);
    }
  }
  if (!std::filesystem::exists(options.binary)) throw std::runtime_error("'" + options.binary + "' is no program");
  if (options.files.empty() && !options.is_examples && !options.is_reads)
    throw std::runtime_error("no transcript is named");
  return options;
}

void add(Tally& sum, const Tally& one) {
  sum.passed += one.passed;
  sum.failed += one.failed;
}

Tally run_all(const Options& options) {
  Tally sum;
  if (options.is_examples) add(sum, run_examples(options.binary));
  if (options.is_reads) add(sum, run_reads(options.binary));
  for (const std::string& file : options.files) {
    try {
      add(sum, FileRun(options, file).run());
    } catch (const std::exception& error) {
      std::cout << "FAILED " << file << ": " << error.what() << "\n";
      ++sum.failed;
    }
  }
  return sum;
}

}  // namespace
}  // namespace behest::transcripts

int main(int argc, char** argv) {
  using namespace behest::transcripts;
  try {
    const Tally sum = run_all(read_options({argv + 1, argv + argc}));
    std::cout << sum.passed << " passed, " << sum.failed << " failed\n";
    return sum.failed == 0 && sum.passed > 0 ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "behest-transcripts: " << error.what() << "\n";
    return 2;
  }
}
