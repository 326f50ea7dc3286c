#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ops/verbs.hpp"

namespace behest::ops {

// A request to be made, with those below it, which are its sub-requests.
struct RequestTree {
  Setters values;
  std::vector<RequestTree> children;
};

// What a template of the configuration makes at an instant, with `given` values before its own. Children have the
// requester, category, team and custom fields of their parent unless they name their own. Error(not_found) for an
// unknown template, Error(bad_config) where templates are wrong or contain each other.
RequestTree tree_of(const Config& config, std::string_view name, const Setters& given, const TimeContext& context);
// The same without a template: `given` alone.
RequestTree tree_of(const Setters& given);
// check_submission(), check_bookings() and check_required() of all of them; the error names the sub-request it is
// about.
void check_tree(const Config& config, const RequestTree& tree);
// Error(bad_config) for the first template that cannot be made, whatever is given beside it: values that are none,
// children that are no templates, templates that contain each other.
void check_templates(const Config& config, const TimeContext& context);
// Makes all of them, the first one at the top. With a key that is in use nothing is made.
std::vector<Outcome> submit_tree(Work& work, const RequestTree& tree);

// Makes those below `parent`, which is made already, and adds what was done.
void submit_below(Work& work, const RequestTree& tree, std::int64_t parent, std::vector<Outcome>& outcomes);

// The values that the members of a "submit" operation stand for (as in `behest batch`): times are from the context's
// instant on.
Setters setters_in(const Config& config, const text::JsonValue& members, const TimeContext& context);

}  // namespace behest::ops
