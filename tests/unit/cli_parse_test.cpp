#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "behest/core/error.hpp"
#include "cli/parse.hpp"

namespace behest {
namespace {

using Words = std::vector<std::string>;

// One option and positional of every kind.
struct Targets {
  std::string title;
  std::optional<std::string> body;
  std::optional<std::string> assignee;
  std::optional<std::int64_t> limit;
  std::optional<std::string> as;
  std::vector<std::string> labels;
  std::vector<std::string> more;
  bool is_public = false;
  bool edits = false;
};

Args declare(Targets& to) {
  Args args;
  args.option("-b,--body", to.body, "TEXT", "What it is about");
  args.option("-a,--assignee", to.assignee, "WHO", "Who does it");
  args.number("-L,--limit", to.limit, "N", "At most so many");
  args.option("--as", to.as, "RESOLUTION", "How it ended").choices = {"done", "answered", "declined"};
  args.options("-l,--label", to.labels, "LABEL", "Add a label; -LABEL takes one away");
  args.flag("--public", to.is_public, "Show it to the requester");
  args.flag("-e,--editor", to.edits, "Write it in an editor");
  args.positional("TITLE", to.title, "One line");
  args.positionals("MORE", to.more, "More words");
  return args;
}

struct Result {
  Targets to;
  Globals globals;
};

Result parse(const Words& words) {
  Result out;
  const Args command = declare(out.to);
  Args globals;
  declare_globals(globals, out.globals);
  parse_words(words, command, globals, "submit");
  return out;
}

Error failure(const Words& words) {
  try {
    parse(words);
  } catch (const Error& error) {
    CHECK(error.kind == ErrorKind::usage);
    return error;
  }
  FAIL("nothing was thrown");
  return {};
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("a value may follow its option, be attached, or stand behind =") {
  for (const Words& words : {Words{"T", "-b", "x"},
                             {"T", "-bx"},
                             {"T", "--body", "x"},
                             {"T", "--body=x"},
                             {"--body=x", "T"},
                             {"-b", "x", "--", "T"}}) {
    const Result got = parse(words);
    CHECK(got.to.body == "x");
    CHECK(got.to.title == "T");
    CHECK(got.to.more.empty());
  }
  CHECK(parse({"T", "-b=x"}).to.body == "=x");
  CHECK(parse({"T", "--body=a=b"}).to.body == "a=b");
}

TEST_CASE("the word behind an option is its value, whatever it looks like") {
  CHECK(parse({"T", "-l", "+x", "-l", "-y"}).to.labels == Words{"+x", "-y"});
  CHECK(parse({"T", "--label", "--public"}).to.labels == Words{"--public"});
  CHECK_FALSE(parse({"T", "--label", "--public"}).to.is_public);
  CHECK(parse({"T", "-b", "--"}).to.body == "--");
  CHECK(parse({"T", "-b", "-"}).to.body == "-");
  CHECK(parse({"T", "--body=-q"}).to.body == "-q");
  CHECK_FALSE(parse({"T", "--body=-q"}).globals.quiet);
  CHECK(parse({"T", "-b", "-h"}).globals.help == false);
}

TEST_CASE("empty values and empty positionals arrive as empty text") {
  CHECK(parse({"T", "-b", ""}).to.body == "");
  CHECK(parse({"T", "--body="}).to.body == "");
  CHECK(parse({"T", "--body=", "next"}).to.more == Words{"next"});
  CHECK(parse({""}).to.title.empty());
  CHECK(parse({"T", "", "x"}).to.more == Words{"", "x"});
  CHECK(parse({"T", "-l", "", "-l", "a"}).to.labels == Words{"", "a"});
}

TEST_CASE("text stays text: brackets, commas, percent signs, response files, slashes, new lines, bytes") {
  for (const std::string text :
       {"[a,b]", "[]", "a,b", "%%", "{}", "@file", "/v", "++", "a\nb", "\xff\xfe", "'q'", "\\"}) {
    CAPTURE(text);
    CHECK(parse({"T", "-l", text}).to.labels == Words{text});
    CHECK(parse({"T", "-b", text}).to.body == text);
    CHECK(parse({text}).to.title == text);
    CHECK(parse({"T", text, "z"}).to.more == Words{text, "z"});
  }
}

TEST_CASE("a list option takes one word a time and leaves the positionals alone") {
  const Result got = parse({"-l", "a", "T", "-l", "b", "x"});
  CHECK(got.to.labels == Words{"a", "b"});
  CHECK(got.to.title == "T");
  CHECK(got.to.more == Words{"x"});
}

TEST_CASE("positionals: order, --, a lone dash, negative numbers and times") {
  CHECK(parse({"T", "--", "-b", "--", "--json"}).to.more == Words{"-b", "--", "--json"});
  CHECK_FALSE(parse({"T", "--", "--json"}).globals.json);
  CHECK(parse({"--", "--help"}).to.title == "--help");
  CHECK(parse({"-"}).to.title == "-");
  CHECK(parse({"T", "-12", "-2h", "-"}).to.more == Words{"-12", "-2h", "-"});
}

TEST_CASE("short flags combine, with a value at the end") {
  const Result got = parse({"T", "-qne", "-yb", "x"});
  CHECK(got.globals.quiet);
  CHECK(got.globals.dry_run);
  CHECK(got.globals.yes);
  CHECK(got.to.edits);
  CHECK(got.to.body == "x");
  CHECK(parse({"T", "-qb-n"}).to.body == "-n");
  CHECK(parse({"T", "-q", "-q"}).globals.quiet);
}

TEST_CASE("global options stand anywhere and reach their targets") {
  const Result got = parse({"--db", "a.db", "T", "--format=csv", "-C", "..", "--user", "ann", "--fields", "a,b"});
  CHECK(got.globals.db == "a.db");
  CHECK(got.globals.format == "csv");
  CHECK(got.globals.directory == "..");
  CHECK(got.globals.user == "ann");
  CHECK(got.globals.fields == "a,b");
  CHECK_FALSE(got.globals.config.has_value());
}

TEST_CASE("numbers are whole, decimal and complete") {
  CHECK(parse({"T", "-L", "20"}).to.limit == 20);
  CHECK(parse({"T", "-L", "-5"}).to.limit == -5);
  CHECK(parse({"T", "-L20"}).to.limit == 20);
  for (const std::string wrong : {"", "x", "1x", "0x10", "1.5", " 1", "99999999999999999999"}) {
    CAPTURE(wrong);
    CHECK(failure({"T", "-L", wrong}).message == "--limit needs a whole number, not '" + wrong + "'");
  }
}

TEST_CASE("what is wrong is said in a sentence") {
  struct Row {
    Words words;
    std::string message;
    std::string hint;  // a part of it
  };
  const std::vector<Row> rows = {
      {{"T", "--json=false"}, "--json takes no value", "'=false'"},
      {{"T", "--json="}, "--json takes no value", "alone"},
      {{"T", "-q=1"}, "-q takes no value", "'=1'"},
      {{"T", "--bdoy", "x"}, "unknown option '--bdoy'", "did you mean '--body'? 'behest help submit'"},
      {{"T", "--lab", "x"}, "unknown option '--lab'", "behest help submit"},
      {{"T", "--limi=3"}, "unknown option '--limi'", "'--limit'"},
      {{"T", "-x"}, "unknown option '-x'", "behest help submit"},
      {{"T", "-qx"}, "unknown option '-x' in '-qx'", "behest help submit"},
      {{"T", "-public"}, "unknown option '-p' in '-public'", "did you mean '--public'?"},
      {{"T", "-\xc3\xa9"}, "unknown option '-\xc3\xa9'", "behest help submit"},
      {{"T", "-b"}, "-b needs a value", "-b TEXT"},
      {{"T", "--body"}, "--body needs a value", "--body TEXT"},
      {{"T", "-qb"}, "-b needs a value", "-b TEXT"},
      {{"T", "-b", "x", "--body=y"}, "--body is given twice", "one value"},
      {{"T", "--as", "don"}, "'don' is not a value of --as", "did you mean 'done'? one of: done answered declined"},
      {{"T", "--as", ""}, "'' is not a value of --as", "one of: done answered declined"},
      {{"T", "--color", "blue"}, "'blue' is not a value of --color", "auto always never"},
      {{}, "behest submit: TITLE is missing", "usage: behest submit [OPTIONS] TITLE [MORE...]"},
      {{"-q"}, "behest submit: TITLE is missing", "usage:"},
  };
  for (const Row& row : rows) {
    const Error error = failure(row.words);
    CHECK(error.message == row.message);
    CAPTURE(error.hint);
    CHECK(contains(error.hint, row.hint));
  }
}

TEST_CASE("user text in a message is put as it is") {
  CHECK(failure({"T", "--\x1b[2J"}).message == "unknown option '--\x1b[2J'");
}

TEST_CASE("nothing is written when anything is wrong") {
  Targets to;
  Globals globals;
  const Args command = declare(to);
  Args shared;
  declare_globals(shared, globals);
  CHECK_THROWS_AS(parse_words({"T", "-q", "-b", "x", "-L", "no"}, command, shared, "submit"), Error);
  CHECK(to.title.empty());
  CHECK_FALSE(to.body.has_value());
  CHECK_FALSE(globals.quiet);
}

TEST_CASE("--help and --version need nothing else") {
  CHECK(parse({"-h"}).globals.help);
  CHECK(parse({"--version"}).globals.version);
  CHECK(parse({"-qh", "--as", "odd"}).globals.help);
}

TEST_CASE("required options and too many positionals") {
  std::optional<std::string> query;
  std::string id;
  std::optional<std::string> who;
  Args command;
  command.option("-w,--where", query, "QUERY", "Which").is_required = true;
  command.positional("ID", id, "Which request");
  command.optional_positional("WHO", who, "Who");
  Globals globals;
  Args shared;
  declare_globals(shared, globals);
  const auto message = [&](const Words& words) -> std::string {
    try {
      parse_words(words, command, shared, "assign");
    } catch (const Error& error) {
      return error.message + " | " + error.hint;
    }
    return "";
  };
  CHECK(message({"3"}) == "behest assign: --where is missing | usage: behest assign [OPTIONS] --where QUERY ID [WHO]");
  CHECK(contains(message({"3", "ann", "[x]", "-w", "q"}), "behest assign: unexpected word '[x]' | put quotes"));
  CHECK(message({"3", "-w", "q"}).empty());
  CHECK_FALSE(who.has_value());
  CHECK(message({"3", "ann", "-w", "q"}).empty());
  CHECK(who == "ann");
}

TEST_CASE("a list before the last positional leaves a word for it") {
  std::vector<std::string> ids;
  std::string who;
  Args command;
  command.positionals("ID", ids, "Which").is_required = true;
  command.positional("WHO", who, "Who");
  Globals globals;
  Args shared;
  declare_globals(shared, globals);
  parse_words({"1", "2", "3", "ann"}, command, shared, "assign");
  CHECK(ids == Words{"1", "2", "3"});
  CHECK(who == "ann");
  CHECK_THROWS_AS(parse_words({"1"}, command, shared, "assign"), Error);
}

TEST_CASE("the verb is the first word that is no option and no option's value") {
  struct Row {
    Words words;
    std::string verb;
    Words rest;
  };
  const std::vector<Row> rows = {
      {{}, "", {}},
      {{"list"}, "list", {}},
      {{"list", "-l", "x"}, "list", {"-l", "x"}},
      {{"--db", "x", "list", "-q"}, "list", {"--db", "x", "-q"}},
      {{"--db=x", "list", "list"}, "list", {"--db=x", "list"}},
      {{"-qC", "dir", "list"}, "list", {"-qC", "dir"}},
      {{"-qCdir", "list"}, "list", {"-qCdir"}},
      {{"--user", "--json", "list"}, "list", {"--user", "--json"}},
      {{"-q", "--", "list", "-x"}, "list", {"-q", "--", "-x"}},
      {{"--version"}, "", {"--version"}},
      {{"--db"}, "", {"--db"}},
      {{"--bogus", "list"}, "", {"--bogus", "list"}},
      {{"-l", "x", "list"}, "", {"-l", "x", "list"}},
      {{"", "x"}, "", {"x"}},
  };
  for (const Row& row : rows) {
    const CommandLine got = find_verb(row.words);
    CAPTURE(row.words.size());
    CHECK(got.verb == row.verb);
    CHECK(got.rest == row.rest);
  }
}

TEST_CASE("without a command, an option of a command is unknown and the hint says where it belongs") {
  Globals globals;
  Args shared;
  declare_globals(shared, globals);
  try {
    parse_words({"-l", "x", "list"}, Args{}, shared, "");
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(error.message == "unknown option '-l'");
    CHECK(contains(error.hint, "stand after its name"));
  }
}

}  // namespace
}  // namespace behest
