#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace behest::transcripts {

// What one command is expected to print. A line of "…" alone stands for any lines, "…" within one for any characters.
struct Expectation {
  std::vector<std::string> out;
  std::vector<std::string> err;
  int code = 0;
};

struct Block {
  std::size_t line = 0;              // of the command, from 1
  std::vector<std::string> command;  // its lines, without "$ " and "> "
  Expectation expected;
  std::string shell_line() const;
};

struct TimeStep {
  std::size_t line = 0;
  std::string text;  // 2026-11-22T09:00:00Z, or +1h
};

// A comment, a blank line, or the prose around the blocks of a Markdown file: kept as it is.
struct Prose {
  std::string line;
};

using Piece = std::variant<Prose, TimeStep, Block>;

// A transcript: `$ COMMAND`, continued by `> `; then its output: stdout as it is, `2> ` before lines of stderr, `[3]`
// for an exit code other than 0. `# ` begins a comment and `@ ` sets the time. Blank lines at the end of a block
// separate; a line of output that would be misread is written behind a backslash. Error: std::runtime_error that names
// the line.
std::vector<Piece> read_transcript(std::string_view text);
// The same within the ```console fences of a Markdown file; everything else is prose.
std::vector<Piece> read_markdown(std::string_view text);
// The inverse of both.
std::string write_pieces(const std::vector<Piece>& pieces);

// The lines that follow a command in the file.
std::vector<std::string> written(const Expectation& expected);

}  // namespace behest::transcripts
