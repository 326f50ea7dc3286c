#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "behest/core/error.hpp"
#include "behest/text/utf8.hpp"
#include "cli/layout.hpp"
#include "cli/roff.hpp"
#include "cli/writers.hpp"

namespace behest {
namespace {

struct SubmitOptions {
  std::string title;
  std::optional<std::string> body;
  std::vector<std::string> labels;
  bool edits = false;
};

void declare_submit(Args& args, SubmitOptions& options) {
  args.positional("TITLE", options.title, "One line that says it");
  args.option("-b,--body", options.body, "TEXT", "What it's about; a long sentence that has to be wrapped somewhere");
  args.options("-l,--label", options.labels, "LABEL", "Add a label", Complete::label);
  args.flag("-e,--editor", options.edits, "Write it in an editor [vi]");
}

struct AssignOptions {
  std::vector<std::string> ids;
  std::string who;
  std::optional<std::string> as;
  std::optional<std::string> how;
  std::optional<std::string> query;
};

void declare_assign(Args& args, AssignOptions& options) {
  args.positionals("ID", options.ids, "Which requests", Complete::id).is_required = true;
  args.positional("WHO", options.who, "Who gets them", Complete::person);
  args.option("--as", options.as, "ROLE", "In which role", Complete::choice).choices = {"owner", "helper"};
  args.option("--how", options.how, "HOW", "softly or loudly", Complete::choice).choices = {"softly", "loudly"};
  args.option("-w,--where", options.query, "QUERY", "Which requests", Complete::query_field).is_required = true;
}

template <class Options>
void run_nothing(Env&, const Options&) {}

constexpr std::array k_submit_examples{Example{"Log it", "behest submit 'Printer jams' -b '.start'"}};
const Command k_submit{"submit",
                       "log a request",
                       "capture",
                       Needs::store_write,
                       "Makes a request from `TITLE`.\n\n.A paragraph that begins with a dot, and a back\\slash.\n\n"
                       "  kept   as\n  it is",
                       k_submit_examples,
                       &bind<SubmitOptions, declare_submit, run_nothing<SubmitOptions>>};
const Command k_assign{"assign",
                       "Give requests to somebody",
                       "triage",
                       Needs::store_write,
                       "",
                       {},
                       &bind<AssignOptions, declare_assign, run_nothing<AssignOptions>>};

constexpr std::array k_groups{CommandGroup{"capture", "Log requests"}, CommandGroup{"triage", "Sort requests"},
                              CommandGroup{"empty", "Nobody is here"}};
const std::array<const Command*, 2> k_commands{&k_assign, &k_submit};

CommandTable table() { return {k_commands, k_groups}; }

std::vector<Page> pages() {
  static constexpr std::array keys{ConfigKey{"database.path", "text", "\"\"", "Where the database is", false},
                                   ConfigKey{"pager", "text", "", "The pager", true}};
  static constexpr std::array fields{QueryFieldInfo{"due", QueryField::due, "a time"}};
  static constexpr std::array<std::pair<std::string_view, QueryWord>, 1> words{
      std::pair<std::string_view, QueryWord>{"stale", QueryWord::stale}};
  return man_pages({table(), keys, fields, words});
}

std::string page(const std::string& file) {
  for (const Page& each : pages()) {
    if (each.file == file) return each.text;
  }
  FAIL("no page ", file);
  return "";
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::size_t widest(const std::string& text) {
  std::size_t out = 0;
  for (const std::string& line : lines_of(text)) out = std::max(out, text::width(line));
  return out;
}

TEST_CASE("wrap fills lines up to the width and leaves long words whole") {
  CHECK(wrap("aa bb cc", 5) == std::vector<std::string>{"aa bb", "cc"});
  CHECK(wrap("aa  bb\ncc", 80) == std::vector<std::string>{"aa bb cc"});
  CHECK(wrap("aaaaaaaa b", 3) == std::vector<std::string>{"aaaaaaaa", "b"});
  CHECK(wrap("", 3).empty());
}

TEST_CASE("two columns are aligned, and a wide term has its text below") {
  CHECK(two_columns({{"-a", "one"}, {"--bb", "twenty columns then three"}}, 28) ==
        "  -a    one\n  --bb  twenty columns then\n        three\n");
  CHECK(two_columns({{"-a", "x"}, {"--a-term-that-is-much-too-wide", "y"}}, 60) ==
        "  -a  x\n  --a-term-that-is-much-too-wide\n      y\n");
  CHECK(two_columns({{"-a", ""}}, 60) == "  -a\n");
}

TEST_CASE("the help of a command has its usage, arguments, options, examples") {
  const std::string help = help_command(k_submit, 80);
  CHECK(help.starts_with("Log a request.\n\nUsage: behest submit [OPTIONS] TITLE\n\nMakes a request"));
  CHECK(contains(help, "\n  kept   as\n  it is\n"));
  CHECK(contains(help, "\nArguments:\n  TITLE  One line that says it\n"));
  CHECK(contains(help, "\n  -l, --label LABEL  Add a label; may be given several times\n"));
  CHECK(contains(help, "\n  -e, --editor       Write it in an editor [vi]\n"));
  CHECK(contains(help, "\nExamples:\n  # Log it\n  behest submit 'Printer jams' -b '.start'\n"));
  CHECK(contains(help, "'man behest-submit'"));
  CHECK(help.back() == '\n');
}

TEST_CASE("help says what the parser insists on") {
  const std::string help = help_command(k_assign, 100);
  CHECK(contains(help, "Usage: behest assign [OPTIONS] ID... WHO --where QUERY"));
  CHECK(contains(help, "In which role: owner, helper\n"));
  CHECK(contains(help, "softly or loudly\n"));
  CHECK(contains(help, "Which requests (required)\n"));
}

TEST_CASE("help keeps to the width of the terminal") {
  for (const std::size_t width : {40U, 60U, 80U}) {
    CAPTURE(width);
    CHECK(widest(help_command(k_assign, width)) <= width);
  }
  CHECK(help_command(k_assign, 1) == help_command(k_assign, 40));
  CHECK(widest(help_command(k_submit, 1000)) <= 100);
}

TEST_CASE("the overview lists commands by group, and only groups and steps that exist") {
  const std::string help = help_overview(table(), 80);
  CHECK(contains(help, "\nUsage: behest [OPTIONS] COMMAND [ARGUMENTS]\n"));
  CHECK(contains(help, "\nLog requests:\n  submit  log a request\n"));
  CHECK(contains(help, "\nSort requests:\n  assign  Give requests to somebody\n"));
  CHECK(help.find("Log requests") < help.find("Sort requests"));
  CHECK_FALSE(contains(help, "Nobody is here"));
  CHECK(contains(help, "behest submit 'The printer jams'  log a request\n"));
  CHECK_FALSE(contains(help, "behest undo"));
  CHECK(contains(help, "  -n, --dry-run"));
  CHECK(contains(help, "      --format FORMAT"));
}

TEST_CASE("roff text: nothing is a request, an escape or a typographic change") {
  CHECK(roff_verbatim("a\\b") == "a\\(rsb");
  CHECK(roff_verbatim(".TH x") == "\\&.TH x");
  CHECK(roff_verbatim("a\n.so /etc/passwd\n'x") == "a\n\\&.so /etc/passwd\n\\(aqx");
  CHECK(roff_verbatim("--body=\"x\" ~^`") == "\\-\\-body=\\(dqx\\(dq \\(ti\\(ha\\(ga");
  CHECK(roff_verbatim("\xe2\x80\xa6 \xc3\xa9 \xf0\x9f\x98\x80") == "\\[u2026] \\[u00E9] \\[u1F600]");
  CHECK(roff_verbatim("\xff") == "\\[uFFFD]");
  CHECK(roff_prose("use `-x` now") == "use \\fB\\-x\\fR now");
  CHECK(roff_prose("a lone ` mark") == "a lone \\(ga mark");
}

TEST_CASE("there is a page for each command and topic") {
  std::vector<std::string> files;
  for (const Page& each : pages()) files.push_back(each.file);
  CHECK(files ==
        std::vector<std::string>{"behest.1", "behest-assign.1", "behest-submit.1", "behest.toml.5", "behest-query.7"});
}

TEST_CASE("a command's page has the sections in order") {
  const std::string text = page("behest-submit.1");
  CHECK(text.starts_with(".TH BEHEST\\-SUBMIT 1 \"\" "));
  std::size_t at = 0;
  for (const char* const title :
       {"NAME", "SYNOPSIS", "DESCRIPTION", "ARGUMENTS", "OPTIONS", "EXAMPLES", "EXIT STATUS", "SEE ALSO"}) {
    CAPTURE(title);
    const std::size_t found = text.find(".SH \"" + std::string(title) + "\"\n");
    REQUIRE(found != std::string::npos);
    CHECK(found > at);
    at = found;
  }
  CHECK(contains(text, "\nbehest\\-submit \\- log a request\n"));
  CHECK(contains(text, "\n\\fB\\-b\\fR, \\fB\\-\\-body\\fR \\fITEXT\\fR\n"));
  CHECK(contains(text, "\n\\&.A paragraph that begins with a dot, and a back\\(rsslash.\n"));
  CHECK(contains(text, "\n.nf\n  kept   as\n  it is\n.fi\n"));
  CHECK(contains(text, "\nbehest submit \\(aqPrinter jams\\(aq \\-b \\(aq.start\\(aq\n"));
  CHECK_FALSE(contains(page("behest-assign.1"), "EXAMPLES"));
  CHECK(contains(page("behest-assign.1"), "\\fBbehest\\-query\\fR(7)"));
}

TEST_CASE("pages are plain ASCII without user macros, the same in every build") {
  const std::set<std::string> known = {".TH", ".ad", ".nh", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi"};
  for (const Page& each : pages()) {
    CAPTURE(each.file);
    const auto is_plain = [](char c) { return c == '\n' || (c >= ' ' && c < 127); };
    CHECK(std::all_of(each.text.begin(), each.text.end(), is_plain));
    for (const std::string& line : lines_of(each.text)) {
      CAPTURE(line);
      if (line.starts_with(".")) CHECK(known.count(line.substr(0, line.find(' '))) == 1);
      CHECK_FALSE(line.starts_with("'"));
    }
  }
  CHECK(page("behest.1") == page("behest.1"));
}

TEST_CASE("behest(1) has every command, exit status and global option") {
  const std::string text = page("behest.1");
  CHECK(contains(text, ".SS \"Log requests\"\n.TP\n\\fBbehest\\-submit\\fR(1)\nlog a request\n"));
  for (const char* const code : {"0", "1", "2", "3", "4", "6", "10", "65", "74", "75", "77", "78", "130", "143"}) {
    CAPTURE(code);
    CHECK(contains(text.substr(text.find(".SH \"EXIT STATUS\"")), ".TP\n\\fB" + std::string(code) + "\\fR\n"));
  }
  for (const char* const name : {"BEHEST_USER", "BEHEST_CONFIG", "BEHEST_DB", "BEHEST_NOW", "BEHEST_PAGER",
                                 "BEHEST_EDITOR", "NO_COLOR", "PAGER", "TZ", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) {
    CAPTURE(name);
    CHECK(contains(text, name));
  }
  CHECK(contains(text, "\\fB\\-\\-csv\\-raw\\fR\n"));
}

TEST_CASE("the topics are written from their tables") {
  const std::string config = page("behest.toml.5");
  CHECK(contains(config, "\\fBdatabase.path\\fR (text)\nWhere the database is; by default \\fB\\(dq\\(dq\\fR\n"));
  CHECK(contains(config, "The pager (runs a program)"));
  const std::string query = page("behest-query.7");
  CHECK(contains(query, "\\fBdue\\fR\na time\n"));
  CHECK(contains(query, "\\fBis:stale\\fR\nnot closed, and nothing has happened"));
}

TEST_CASE("the bash script knows options, values and places") {
  const std::string script = completion_script(table(), "bash");
  CHECK(contains(script, "'assign'' --as') kinds=(words) values=('owner' 'helper') ;;\n"));
  CHECK(contains(script, "'submit'' -l' | 'submit'' --label') kinds=('label') ;;\n"));
  CHECK(contains(script, "*' --db') kinds=(file) ;;\n"));
  CHECK(contains(script, "'submit 0') kinds=(none) ;;\n"));
  CHECK(contains(script, "'assign '*) kinds=('id' 'person') ;;\n"));
  CHECK(contains(script, "_behest_offer 'assign' 'submit'\n"));
  CHECK(contains(script, "printf -v quoted %q"));
  CHECK_FALSE(contains(script, "eval"));
  CHECK_FALSE(contains(script, "compgen"));
  CHECK_FALSE(contains(script, "_init_completion"));
}

TEST_CASE("the zsh script quotes its specifications") {
  const std::string script = completion_script(table(), "zsh");
  CHECK(script.starts_with("#compdef behest\n"));
  CHECK(contains(script, "'(-b --body)--body=[What it'\\''s about;"));
  CHECK(contains(script, "'*--label=[Add a label]:LABEL: _behest_words label'"));
  CHECK(contains(script, "'(-e --editor)-e[Write it in an editor \\[vi\\]]'"));
  CHECK(contains(script, "'(--as)--as=[In which role]:ROLE:(owner helper)'"));
  CHECK(contains(script, "'*:ID or WHO: _behest_words id person'"));
  CHECK(contains(script, "compadd -l -V behest -d shown -- \"${values[@]}\""));
  CHECK_FALSE(contains(script, "eval "));
}

TEST_CASE("the fish script has a line for each option and place") {
  const std::string script = completion_script(table(), "fish");
  CHECK(contains(script, "complete -c behest -n '__behest_verb_is submit' -s 'b' -l 'body' -x -d 'What it\\'s about;"));
  CHECK(contains(script, "-l 'as' -x -a 'owner helper' -d 'In which role'\n"));
  CHECK(contains(script, "complete -c behest -n '__behest_at assign 0 on' -f -k -a '(__behest_words id person)'\n"));
  CHECK(contains(script, "complete -c behest -n __behest_needs_command -a 'submit' -d 'log a request'\n"));
  CHECK_FALSE(contains(script, "eval"));
}

TEST_CASE("another shell is a usage error that names the three") {
  try {
    completion_script(table(), "tcsh");
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(error.kind == ErrorKind::usage);
    CHECK(contains(error.message, "'tcsh'"));
    CHECK(error.hint == "one of: bash zsh fish");
  }
}

}  // namespace
}  // namespace behest
