#include "transcript.hpp"

#include <stdexcept>

namespace behest::transcripts {
namespace {

constexpr std::string_view k_fence = "```";

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_exit_code(std::string_view line) {
  return line.size() >= 3 && line.size() <= 5 && line.front() == '[' && line.back() == ']' &&
         line.substr(1, line.size() - 2).find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_comment(std::string_view line) { return line == "#" || line.starts_with("# "); }

bool begins_something(std::string_view line) {
  return line.starts_with("$ ") || line.starts_with("@ ") || is_comment(line);
}

std::string escaped(const std::string& line) {
  const bool is_misread = begins_something(line) || is_exit_code(line) || line.starts_with("2>") ||
                          line.starts_with('\\') || line == ">" || line.starts_with("> ") || line.starts_with(k_fence);
  return is_misread ? "\\" + line : line;
}

std::string after_mark(const std::string& line, std::size_t mark) {
  return line.size() > mark ? line.substr(mark) : std::string();
}

// Reads pieces out of lines, from `at` to `end`.
class Reader {
 public:
  Reader(const std::vector<std::string>& lines, std::vector<Piece>& pieces) : lines_(lines), pieces_(pieces) {}

  void read(std::size_t at, std::size_t end) {
    while (at < end) {
      const std::string& line = lines_[at];
      if (line.starts_with("$ ")) {
        at = read_block(at, end);
      } else if (line.starts_with("@ ")) {
        pieces_.emplace_back(TimeStep{++at, line.substr(2)});
      } else if (line.empty() || is_comment(line)) {
        pieces_.emplace_back(Prose{line});
        ++at;
      } else {
        throw std::runtime_error("line " + std::to_string(at + 1) + " is neither '$ COMMAND' nor '# comment'");
      }
    }
  }

 private:
  std::size_t read_block(std::size_t at, std::size_t end) {
    Block block;
    block.line = at + 1;
    block.command.push_back(lines_[at++].substr(2));
    while (at < end && (lines_[at] == ">" || lines_[at].starts_with("> "))) {
      block.command.push_back(after_mark(lines_[at++], 2));
    }
    std::size_t stop = at;
    while (stop < end && !begins_something(lines_[stop])) ++stop;
    const std::size_t next = stop;
    while (stop > at && lines_[stop - 1].empty()) --stop;
    for (; at < stop; ++at) expect(block.expected, lines_[at]);
    pieces_.emplace_back(std::move(block));
    for (; at < next; ++at) pieces_.emplace_back(Prose{});
    return next;
  }

  static void expect(Expectation& expected, const std::string& line) {
    if (line == "2>" || line.starts_with("2> ")) {
      expected.err.push_back(after_mark(line, 3));
    } else if (is_exit_code(line)) {
      expected.code = std::stoi(line.substr(1));
    } else {
      expected.out.push_back(line.starts_with('\\') ? line.substr(1) : line);
    }
  }

  const std::vector<std::string>& lines_;
  std::vector<Piece>& pieces_;
};

struct Writer {
  std::string& text;

  void line(std::string_view mark, const std::string& rest) const {
    const bool is_blank = rest.empty() && mark.ends_with(' ');
    text += is_blank ? std::string(mark.substr(0, mark.size() - 1)) : std::string(mark) + rest;
    text += '\n';
  }
  void operator()(const Prose& prose) const { line("", prose.line); }
  void operator()(const TimeStep& step) const { line("@ ", step.text); }
  void operator()(const Block& block) const {
    for (std::size_t i = 0; i < block.command.size(); ++i) line(i == 0 ? "$ " : "> ", block.command[i]);
    for (const std::string& one : written(block.expected)) line("", one);
  }
};

}  // namespace

std::string Block::shell_line() const {
  std::string all;
  for (const std::string& one : command) all += (all.empty() ? "" : "\n") + one;
  return all;
}

std::vector<Piece> read_transcript(std::string_view text) {
  std::vector<Piece> pieces;
  const std::vector<std::string> lines = split_lines(text);
  Reader(lines, pieces).read(0, lines.size());
  return pieces;
}

std::vector<Piece> read_markdown(std::string_view text) {
  std::vector<Piece> pieces;
  const std::vector<std::string> lines = split_lines(text);
  Reader reader(lines, pieces);
  std::size_t at = 0;
  while (at < lines.size()) {
    const bool is_console = lines[at] == "```console";
    pieces.emplace_back(Prose{lines[at++]});
    if (!is_console) continue;
    std::size_t end = at;
    while (end < lines.size() && !lines[end].starts_with(k_fence)) ++end;
    reader.read(at, end);
    at = end;
    if (at < lines.size()) pieces.emplace_back(Prose{lines[at++]});
  }
  return pieces;
}

std::string write_pieces(const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& piece : pieces) std::visit(Writer{text}, piece);
  return text;
}

std::vector<std::string> written(const Expectation& expected) {
  std::vector<std::string> lines;
  for (const std::string& line : expected.out) lines.push_back(escaped(line));
  // A blank line at the end of a block would pass for a separator.
  for (std::size_t i = lines.size(); i > 0 && lines[i - 1].empty(); --i) lines[i - 1] = "\\";
  for (const std::string& line : expected.err) lines.push_back(line.empty() ? "2>" : "2> " + line);
  if (expected.code != 0) lines.push_back("[" + std::to_string(expected.code) + "]");
  return lines;
}

}  // namespace behest::transcripts
