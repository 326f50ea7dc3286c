#include <array>

#include "cli/topics.hpp"

namespace behest {

namespace {

using Item = TopicItem;

constexpr std::string_view k_query_about =
    "One language selects requests everywhere: `behest list QUERY`, and `-w QUERY` on the commands that change "
    "requests. A query is one or more terms with spaces between them, and a request matches when all of them do:\n\n"
    "  assignee:me priority:P1,P2 due.before:fri\n\n"
    "reads: mine, priority 1 or 2, due before Friday. Put the query in single quotes, so that the shell leaves it "
    "alone.\n\n"
    "A mistake, such as an unknown field, is an error that points at its column; the exit status is 2. A person, team, "
    "category or label that nobody has heard of is no mistake: it matches nothing.";

constexpr std::array k_terms{
    Item{"word",
         "the word is in the title, the body or a comment: as a whole, upper or lower case, full width or not; signs "
         "such as . - _ @ part words, so that `10.0.0.5` is found as four that stand together"},
    Item{"word*", "a word begins so"},
    Item{"打印", "Chinese, and what else is written without spaces, is found by any part of it, one character or more"},
    Item{"\"two words\"",
         "the words stand there one after the other; single quotes do as well, and a backslash keeps a quote as it is"},
    Item{"field:value", "the field has this value"},
    Item{"field:a,b,c",
         "the field has any of these values; a value with spaces, commas or parentheses stands in "
         "quotes"},
    Item{"field:none", "the field has no value"},
    Item{"field.before:time, field.after:time", "earlier than the time, or later"},
    Item{"field.under:value, field.over:value", "less than the value, or more"},
    Item{"field.match:text", "the field contains the text; `text.match:` finds words, as above"},
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
    Item{"due times",
         "`due.before`, `due.after`, `due:today`, `is:overdue` and `--sort due` are about the first of the request's "
         "own due time and those of the running clocks of its service level; `due:none` about its own"},
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
    Example{"What fits some words best, closed or not", "behest list 'vpn drop* state:any' --sort rank"},
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
      return "not closed, and its own due time or that of a running clock of its service level is past";
    case QueryWord::blocked:
      return "a request that is not closed blocks it";
    case QueryWord::stale:
      return "not closed, and nothing has happened for as long as `query.stale` in behest.toml(5) says";
    case QueryWord::breached:
      return "a service level of it is breached, and its clock still runs or waits; see `behest help sla`";
    case QueryWord::vip:
      return "its requester is a contact marked as VIP";
  }
  return "";
}

}  // namespace

std::vector<TopicSection> query_sections(std::span<const QueryFieldInfo> fields,
                                         std::span<const std::pair<std::string_view, QueryWord>> words) {
  std::vector<Entry> of_fields;
  for (const QueryFieldInfo& field : fields) of_fields.push_back({std::string(field.name), std::string(field.takes)});
  std::vector<Entry> conditions;
  for (const auto& [name, word] : words) {
    conditions.push_back({"is:" + std::string(name), std::string(meaning(word))});
  }
  return {
      {"DESCRIPTION", std::string(k_query_about), {}, {}},
      {"TERMS", "", entries(k_terms), {}},
      {"SEVERAL TERMS", "", entries(k_joined), {}},
      {"FIELDS", "", std::move(of_fields), {}},
      {"CONDITIONS", "", std::move(conditions), {}},
      {"VALUES", "", entries(k_values), {}},
      {"EXAMPLES", "", {}, k_query_examples},
  };
}

}  // namespace behest
