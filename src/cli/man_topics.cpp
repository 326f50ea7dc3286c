#include <array>

#include "cli/man_pages.hpp"
#include "cli/topics.hpp"

namespace behest {

namespace {

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

void write_section(RoffPage& page, const TopicSection& section) {
  page.heading(section.title);
  page.prose(section.prose);
  for (const Entry& item : section.items) page.entry(roff_bold(item.term), item.text);
  page.examples(section.examples);
}

std::string query_page(std::span<const QueryFieldInfo> fields,
                       std::span<const std::pair<std::string_view, QueryWord>> words) {
  RoffPage page("behest-query", "7");
  page.name_line("behest-query", "how to say which requests");
  for (const TopicSection& section : query_sections(fields, words)) write_section(page, section);
  page.heading("SEE ALSO");
  page.raw_paragraph(reference("behest", "1") + ", " + reference("behest-list", "1") + ", " +
                     reference("behest.toml", "5"));
  return page.text();
}

}  // namespace behest
