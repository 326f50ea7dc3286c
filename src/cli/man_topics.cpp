#include <array>

#include "cli/man_pages.hpp"

namespace behest {

namespace {

struct Item {
  std::string_view term;
  std::string_view text;
};

constexpr std::string_view k_config_about =
    "behest works without a configuration. When there is one, it is TOML: text in quotes, lists in brackets, and a "
    "table such as `[team.net]` begins a section whose keys follow it. An unknown key or a wrong value is an error "
    "that names the file, the line and the column.\n\n"
    "Several files count together. For each key the last one that sets it wins, in this order: the defaults, "
    "`/etc/behest/behest.toml`, `$XDG_CONFIG_HOME/behest/behest.toml`, the project's `.behest.toml` (in the current "
    "folder or the nearest above it), the file of `--config` or `BEHEST_CONFIG`, then the environment and the options "
    "of the command line. `behest config list --origin` shows where each value comes from.\n\n"
    "A key that runs a program counts only in the files of the system and of the user, never in a project's. A file "
    "that other people could write is not read at all.";

constexpr std::string_view k_config_example =
    "database.path = \"desk.db\"\n"
    "\n"
    "[team.net]\n"
    "members = [\"alice\", \"bob\"]\n"
    "\n"
    "[agent.alice]\n"
    "email = \"alice@example.org\"\n"
    "\n"
    "[category.\"network/vpn\"]\n"
    "team = \"net\"\n"
    "priority = \"P2\"";

constexpr std::string_view k_query_about =
    "One language selects requests everywhere: `behest list QUERY`, and `-w QUERY` on the commands that change "
    "requests. A query is one or more terms with spaces between them, and a request matches when all of them do:\n\n"
    "  assignee:me priority:P1,P2 due.before:fri\n\n"
    "reads: mine, priority 1 or 2, due before Friday. Put the query in single quotes, so that the shell leaves it "
    "alone.\n\n"
    "A mistake, such as an unknown field, is an error that points at its column; the exit status is 2. A person, team, "
    "category or label that nobody has heard of is no mistake: it matches nothing.";

constexpr std::array k_terms{
    Item{"word", "the word is in the title, the body or a comment"},
    Item{"\"two words\"", "the phrase is there; single quotes do as well, and a backslash keeps a quote as it is"},
    Item{"field:value", "the field has this value"},
    Item{"field:a,b,c",
         "the field has any of these values; a value with spaces, commas or parentheses stands in "
         "quotes"},
    Item{"field:none", "the field has no value"},
    Item{"field.before:time, field.after:time", "earlier than the time, or later"},
    Item{"field.under:value, field.over:value", "less than the value, or more"},
    Item{"field.match:text", "the field contains the text"},
    Item{"= != < <= > >= ~", "in place of the colon: equal, not equal, less, and so on; `~` is `.match:`"},
    Item{"is:word", "a condition, see below"},
};

constexpr std::array k_joined{
    Item{"a b, a and b", "both"},
    Item{"a or b", "at least one; `or` binds less tightly than `and`"},
    Item{"not a", "the opposite of the next term or group"},
    Item{"( … )", "a group"},
};

constexpr std::array k_values{
    Item{"me", "the person who acts (`--user`, `BEHEST_USER`, the configuration, the login name)"},
    Item{"times", "as in behest(1); a day, week, month or year means all of it: `created:2026-W48`, `closed:today`"},
    Item{"durations", "as in behest(1): `estimate.over:2h`"},
};

constexpr std::array k_query_examples{
    Example{"What is mine and urgent", "behest list 'assignee:me priority:P1,P2'"},
    Example{"New requests that nobody has taken", "behest list 'state:new is:unassigned'"},
    Example{"Late, or nobody has touched it for long", "behest list 'is:overdue or is:stale'"},
    Example{"Everything about the network but not about VPN",
            "behest list 'category:network not category:network/vpn'"},
    Example{"Closed in week 48 of 2026, without those that were declined",
            "behest list 'closed:2026-W48 resolution!=declined'"},
    Example{"The words anywhere, the phrase in the title", "behest list 'printer title.match:\"paper jam\"'"},
    Example{"Two labels at once, or the third", "behest list '(label:urgent label:floor-2) or label:vip'"},
    Example{"Requests without a due date", "behest list 'due:none is:open'"},
    Example{"A custom field", "behest list 'field.system:erp'"},
    Example{"Close everything that matches, after a look",
            "behest close -w 'label:printer is:open' --dry-run\nbehest close -w 'label:printer is:open'"},
};

std::string_view meaning(QueryWord word) {
  switch (word) {
    case QueryWord::open:
      return "not closed";
    case QueryWord::closed:
      return "closed, with any resolution";
    case QueryWord::unassigned:
      return "nobody has it";
    case QueryWord::overdue:
      return "not closed, and its due time is past";
    case QueryWord::blocked:
      return "a request that is not closed blocks it";
    case QueryWord::stale:
      return "not closed, and nothing has happened for as long as `query.stale` in behest.toml(5) says";
  }
  return "";
}

void write_items(RoffPage& page, std::span<const Item> items) {
  for (const Item& item : items) page.entry(roff_bold(item.term), item.text);
}

std::string key_text(const ConfigKey& key) {
  std::string out(key.summary);
  if (!key.fallback.empty()) out += "; by default `" + std::string(key.fallback) + "`";
  if (key.runs_a_program) out += " (runs a program)";
  return out;
}

}  // namespace

std::string config_page(std::span<const ConfigKey> keys) {
  RoffPage page("behest.toml", "5");
  page.name_line("behest.toml", "configuration of behest");
  page.heading("DESCRIPTION");
  page.prose(k_config_about);
  page.heading("KEYS");
  page.prose("A word in capitals, such as NAME, is one that you choose.");
  for (const ConfigKey& key : keys) {
    page.entry(roff_bold(key.name) + " (" + roff_verbatim(key.type) + ")", key_text(key));
  }
  page.heading("EXAMPLES");
  page.raw_paragraph(roff_prose("A small desk: two people, one team, and a category that goes to it."));
  page.code(k_config_example);
  page.examples(std::array{Example{"Set a key without opening the file", "behest config set user alice"},
                           Example{"See what is set, and where", "behest config list --origin"}});
  page.heading("SEE ALSO");
  page.raw_paragraph(reference("behest", "1") + ", " + reference("behest-config", "1"));
  return page.text();
}

std::string query_page(std::span<const QueryFieldInfo> fields,
                       std::span<const std::pair<std::string_view, QueryWord>> words) {
  RoffPage page("behest-query", "7");
  page.name_line("behest-query", "how to say which requests");
  page.heading("DESCRIPTION");
  page.prose(k_query_about);
  page.heading("TERMS");
  write_items(page, k_terms);
  page.heading("SEVERAL TERMS");
  write_items(page, k_joined);
  page.heading("FIELDS");
  for (const QueryFieldInfo& field : fields) page.entry(roff_bold(field.name), field.takes);
  page.heading("CONDITIONS");
  for (const auto& [name, word] : words) page.entry(roff_bold("is:" + std::string(name)), meaning(word));
  page.heading("VALUES");
  write_items(page, k_values);
  page.heading("EXAMPLES");
  page.examples(k_query_examples);
  page.heading("SEE ALSO");
  page.raw_paragraph(reference("behest", "1") + ", " + reference("behest-list", "1") + ", " +
                     reference("behest.toml", "5"));
  return page.text();
}

}  // namespace behest
