#include <algorithm>

#include <nlohmann/json.hpp>

#include "harness.hpp"
#include "unit/text_evil.hpp"

// SECURITY S1, S2, S18, S19: text that attacks where it is shown, in every field and through every command.
namespace failure {
namespace {

constexpr std::size_t k_longest = 2000;  // below every cap, so that the text is refused for its bytes or not at all
constexpr const char* k_formats[] = {"table", "tsv", "csv", "json", "jsonl", "md", "ids"};

bool is_utf8(const std::string& text) {
  return is_json(nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::ignore)) &&
         nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::ignore) ==
             nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string cut(std::string text) {
  if (text.size() <= k_longest) return text;
  std::size_t end = k_longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  text.resize(end);
  return text;
}

// What an argument can carry: no NUL.
std::vector<std::string> payloads() {
  std::vector<std::string> all = evil_texts();
  const std::string own[] = {"\x1b[31mred\x1b[0m",
                             "\x1b[m",
                             "\x9d\x30;x\x9c",
                             "\u061calm",
                             "lrm\u200e\u200f",
                             "\u202a\u202b",
                             "\r\n2026 forged\r\n",
                             "\x85next",
                             "tab\tand\ttab",
                             "=cmd|'/c calc'!A1",
                             "| a | b |\n|---|---|",
                             "</pre><script>",
                             "-x",
                             "\x1b[6n\x1b[c",
                             "\x1bM\x1b\x37\x1b\x38",
                             "\x18\x1a",
                             "x\n\n#99 closed by root",
                             "\u2028forged",
                             "\ufeff"};
  all.insert(all.end(), std::begin(own), std::end(own));
  std::erase_if(all, [](const std::string& text) { return text.find('\0') != std::string::npos; });
  std::transform(all.begin(), all.end(), all.begin(), cut);
  return all;
}

std::string without_own_colour(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\x1b[") == 0) {
      const std::size_t end = text.find_first_not_of("0123456789;", i + 2);
      if (end != std::string::npos && text[end] == 'm') {
        i = end;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

// What may stand in a text, by the format it is printed in.
enum class Kind { text, csv, json };

Kind kind_of(const std::string& format) {
  if (format == "csv") return Kind::csv;
  return format.starts_with("json") ? Kind::json : Kind::text;
}

// Characters that turn text around or hide in it. JSON escapes the first sort; ZWJ is left out, for emoji may hold it.
std::optional<std::string> invisible(const std::string& text, Kind kind) {
  constexpr const char* k_turning[] = {"\u061c", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d",
                                       "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u2028", "\u2029"};
  constexpr const char* k_hiding[] = {"\u200b", "\u200c", "\u2060", "\ufeff", "\U000E0041", "\U000E007F"};
  std::vector<std::string> bad(std::begin(k_turning), std::end(k_turning));
  if (kind != Kind::json) bad.insert(bad.end(), std::begin(k_hiding), std::end(k_hiding));
  for (const std::string& character : bad) {
    const std::size_t at = text.find(character);
    if (at != std::string::npos) return visible(text.substr(at < 40 ? 0 : at - 40, 80));
  }
  return std::nullopt;
}

// The line ends of RFC 4180 are CSV's own.
std::string without_own_returns(std::string text) {
  for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at)) text.erase(at, 1);
  return text;
}

void expect_safe(const std::string& given, const std::string& what, Kind kind = Kind::text) {
  const std::string text = kind == Kind::csv ? without_own_returns(given) : given;
  const auto at = unsafe_byte(text);
  check(!at, what + ": no control byte", at ? visible(text.substr(*at < 60 ? 0 : *at - 60, 120)) : "");
  const auto hidden = invisible(text, kind);
  check(!hidden, what + ": no invisible or turning character", hidden.value_or(""));
  check(is_utf8(text), what + ": valid UTF-8");
}

std::string joined(const Words& words) {
  std::string line;
  for (const std::string& word : words) line += word + " ";
  return visible(line, 160);
}

// Tries to store the text; it is taken or refused, and both are told safely.
bool store(const Sandbox& sandbox, const Words& words) {
  const Outcome outcome = sandbox.run(words);
  const std::string what = "evil " + joined(words);
  if (outcome.code == 0) {
    expect_safe(outcome.out + outcome.err, what);
    return true;
  }
  check(!unsafe_byte(outcome.err) && !invisible(outcome.err, Kind::text), what + ": stderr is safe", outcome.told());
  expect_error(what, outcome, {2, 3, 4, 65});
  return false;
}

std::vector<Words> attempts(const std::string& id, const std::string& text) {
  return {{"edit", id, "--title=" + text},
          {"edit", id, "--category=" + text},
          {"edit", id, "--type=" + text},
          {"edit", id, "--requester=" + text},
          {"edit", id, "--team=" + text},
          {"edit", id, "--label=" + text},
          {"edit", id, "--field=system=" + text},
          {"edit", id, "--field=" + text + "=x"},
          {"edit", id, "--key=" + text},
          {"edit", id, "--assignee=" + text},
          {"assign", id, "--me", "--user=" + text},
          {"comment", id, "--user=" + text, "-m", "by an evil user"},
          {"wait", id, "--on=" + text, "--message=" + text},
          {"submit", "--user=" + text, "--", text}};
}

// One request for each text, with the text in every field that takes it.
int fill(const Sandbox& sandbox, const std::vector<std::string>& texts) {
  int stored = 0;
  for (const std::string& text : texts) {
    const std::string id = std::to_string(std::stoi(sandbox.must({"submit", "-q", "plain"})));
    for (const Words& words : attempts(id, text)) stored += store(sandbox, words) ? 1 : 0;
    if (!is_utf8(text)) continue;
    // Bodies and comments hold any text, as it was given.
    for (const Words& words : {Words{"edit", id, "--body=" + text}, Words{"comment", id, "--message=" + text}}) {
      check(store(sandbox, words), "valid UTF-8 is taken: " + joined(words));
      ++stored;
    }
    const std::string shown = sandbox.must({"show", id, "--json"});
    check(json_field(shown, "body") == text, "a body is kept as it was given: " + visible(text, 60),
          visible(json_field(shown, "body")));
  }
  return stored;
}

// The same through an import, whose JSON can say even NUL.
void import_all(const Sandbox& sandbox, const std::string& format) {
  std::string lines;
  int serial = 0;
  for (const std::string& whole : evil_texts()) {
    const std::string text = cut(whole);
    if (!is_utf8(text)) continue;
    const std::string key = format + std::to_string(++serial);
    const nlohmann::json on = {{"id", "key:" + key}, {"user", text}, {"at", "2026-01-02T03:04:05Z"}};
    nlohmann::json submit = {{"op", "submit"}, {"key", key}, {"title", text}, {"body", text}, {"requester", text}};
    nlohmann::json assign = {{"op", "assign"}, {"to", text}, {"team", text}};
    nlohmann::json comment = {{"op", "comment"}, {"body", text}};
    nlohmann::json wait = {{"op", "wait"}, {"on", text}};
    for (nlohmann::json* operation : {&submit, &assign, &comment, &wait}) {
      nlohmann::json line = on;
      if (operation == &submit) line.erase("id");
      line.update(*operation);
      lines += line.dump() + "\n";
    }
    lines += nlohmann::json({{"op", text}, {text, text}}).dump() + "\n" + text + "\n";
  }
  Launch launch;
  launch.args = {"import", "--format", "ops", "-"};
  if (format == "json") launch.args.push_back("--json");
  launch.in = Source::text;
  launch.text = lines;
  const Outcome outcome = sandbox.run(launch);
  check(outcome.code == 6, "an import of evil tells what it left out", outcome.told());
  expect_safe(outcome.out, "an import of evil (stdout)", kind_of(format));
  expect_safe(outcome.err, "an import of evil (stderr)", kind_of(format));
}

std::vector<Words> reads() {
  std::vector<Words> all = {
      {"list", "state:any"},
      {"list", "state:any", "--columns", "id,title,category,type,requester,team,assignee,labels,key"},
      {"show", "-w", "state:any"},
      {"log"},
      {"status"},
      {"doctor"},
      {"config", "list", "--origin"},
      {"undo", "--dry-run"},
      {"close", "-w", "state:any not state:closed", "--dry-run"},
      {"completion", "words", "id"},
      {"completion", "words", "person"},
      {"completion", "words", "team"},
      {"completion", "words", "category"},
      {"completion", "words", "label"}};
  for (const char* group : {"team", "assignee", "category", "priority", "channel", "requester"}) {
    all.push_back({"report", "kpi", "--by", group});
  }
  return all;
}

// False when the command does not have the format.
bool expect_shown(const Sandbox& sandbox, const Words& words, const char* format) {
  Launch launch;
  launch.args = words;
  launch.args.insert(launch.args.end(), {"--format", format});
  const std::string what = joined(launch.args);
  const Kind kind = kind_of(format);
  const Outcome piped = sandbox.run(launch);
  const bool is_refused = piped.code == 2;  // a format that the command does not have
  check(piped.code == 0 || is_refused, what + ": exits 0", piped.told());
  check(is_refused || !piped.out.empty() || words[0] == "completion" || words[0] == "undo", what + ": shows something");
  expect_safe(piped.out, what + "(pipe)", kind);
  expect_safe(piped.err, what + "(stderr)");
  launch.args.insert(launch.args.end(), {"--color", "always"});
  expect_safe(without_own_colour(sandbox.run(launch).out), what + "(colour)", kind);
  launch.is_on_terminal = true;
  launch.environment = {"BEHEST_PAGER=cat", "COLUMNS=80"};
  const Outcome paged = sandbox.run(launch);
  check(paged.code == piped.code, what + "(terminal, pager): same exit code", paged.told());
  check(is_refused || paged.out.empty() == piped.out.empty(), what + "(terminal, pager): shows something",
        paged.told());
  expect_safe(without_own_colour(paged.out), what + "(terminal, pager)", kind);
  launch.args.push_back("--no-pager");
  expect_safe(without_own_colour(sandbox.run(launch).out), what + "(terminal)", kind);
  return !is_refused;
}

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// No text makes a second record of one.
void expect_one_line_each(const Sandbox& sandbox, const Words& words, std::size_t records) {
  const auto with = [&](const char* format) {
    Words all = words;
    all.insert(all.end(), {"--format", format});
    return sandbox.must(all);
  };
  const std::string what = joined(words);
  check(lines(with("ids")) == records || words[0] == "log", what + ": a line for each id",
        std::to_string(lines(with("ids"))) + " lines for " + std::to_string(records));
  check(lines(with("tsv")) == records + 1, what + ": a line of tsv for each record",
        std::to_string(lines(with("tsv"))) + " lines for " + std::to_string(records));
  check(lines(with("table")) == records + 1, what + ": a line of the table for each record",
        std::to_string(lines(with("table"))) + " lines for " + std::to_string(records));
  // Text in a CSV record keeps its LF in quotes, and no CR: those count the records.
  const std::string csv = with("csv");
  const auto returns = static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\r'));
  check(returns == records + 1, what + ": a CRLF of csv for each record", std::to_string(returns));
  std::string jsonl = with("jsonl");
  check(lines(jsonl) == records, what + ": a line of jsonl for each record",
        std::to_string(lines(jsonl)) + " lines for " + std::to_string(records));
  std::size_t bad = 0;
  for (std::size_t end = jsonl.find('\n'); end != std::string::npos; end = jsonl.find('\n')) {
    bad += is_json(jsonl.substr(0, end)) ? 0U : 1U;
    jsonl.erase(0, end + 1);
  }
  check(bad == 0, what + ": every line of jsonl is JSON", std::to_string(bad));
}

// Errors repeat what was given; they repeat it safely.
void expect_safe_errors(const Sandbox& sandbox, const std::string& text) {
  const std::vector<Words> wrong = {{"show", "--", text},
                                    {"show", "key:" + text},
                                    {"list", "state:" + text},
                                    {"list", "colour:" + text},
                                    {"list", "(" + text},
                                    {"list", "--format=" + text},
                                    {"list", "--sort=" + text},
                                    {"list", "--columns=" + text},
                                    {"list", "--limit=" + text},
                                    {"list", "--color=" + text},
                                    {"list", "-C", "none/" + text},
                                    {"list", "--config=none/" + text},
                                    {"--" + text, "list"},
                                    {"submit", "t", "--due=" + text},
                                    {"submit", "t", "--estimate=" + text},
                                    {"submit", "t", "--priority=" + text},
                                    {"submit", "t", "--via=" + text},
                                    {"submit", "t", "--file=none/" + text},
                                    {"close", "1", "--as=" + text},
                                    {"edit", "1", "--clear=" + text},
                                    {"edit", "1", "--if-version=" + text},
                                    {"config", "get", text},
                                    {"config", "set", text, "x"},
                                    {"help", text},
                                    {"completion", text},
                                    {"report", text},
                                    {"z" + text}};
  for (const Words& words : wrong) {
    const Outcome outcome = sandbox.run(words);
    const std::string what = "an error about " + joined(words);
    check(outcome.code == 0 || outcome.code == 2 || outcome.code == 3 || outcome.code == 65 || outcome.code == 78,
          what + ": exit code", outcome.told());
    expect_safe(outcome.err, what);
    if (outcome.code != 0) check(lines(outcome.err) <= 2, what + ": at most two lines", outcome.told());
  }
  Launch bare;
  bare.args = {"--db", "none\n/" + text, "comment", "1", "-m", "x"};
  expect_safe(sandbox.bare(bare).err, "an error about the path " + visible(text, 60));
  Launch json;
  json.args = {"show", "--json", "--", text};
  const Outcome outcome = sandbox.run(json);
  check(outcome.code == 0 || is_json(outcome.err), "an error under --json is JSON", outcome.told());
  expect_safe(outcome.err, "an error under --json", Kind::json);
}

}  // namespace

void evil() {
  const Sandbox sandbox("evil");
  const auto texts = payloads();
  const int stored = fill(sandbox, texts);
  import_all(sandbox, "table");
  import_all(sandbox, "json");
  const std::size_t requests = json_length(sandbox.must({"list", "state:any", "--json"}));
  const std::size_t events = json_length(sandbox.must({"log", "--json"}));
  measured("  " + std::to_string(texts.size()) + " texts, " + std::to_string(stored) + " stored, in " +
           std::to_string(requests) + " requests and " + std::to_string(events) + " events");
  check(stored > 200, "enough evil is stored", std::to_string(stored));
  int shown = 0;
  for (const Words& words : reads()) {
    for (const char* format : k_formats) shown += expect_shown(sandbox, words, format) ? 1 : 0;
  }
  measured("  " + std::to_string(shown) + " outputs read in a pipe, in colour, on a terminal and through a pager");
  check(shown > 90, "most commands have most formats", std::to_string(shown));
  expect_one_line_each(sandbox, {"list", "state:any"}, requests);
  for (const std::string& text : texts) expect_safe_errors(sandbox, text);
  expect_sound(sandbox, "after all evil");
}

}  // namespace failure
