#include "cli/completion.hpp"

namespace behest {

namespace {

// fish hands the lines of a command substitution on as data and quotes what it inserts.
constexpr std::string_view k_head = R"sh(# fish completion for behest; made by 'behest completion fish'.

# What behest knows for each KIND: a value, a TAB and a description a line.
function __behest_words
    for kind in $argv
        command behest completion words $kind 2>/dev/null </dev/null
    end
end

# Prints the command that is being typed and how many words stand behind it; nothing while there is no command.
function __behest_state
    set -l words (commandline -opc)
    set -e words[1]
    set -l verb ''
    set -l count 0
    set -l is_value no
    set -l is_plain no
    for word in $words
        if test $is_value = yes
            set is_value no
        else if test $is_plain = no; and test "$word" = --
            set is_plain yes
        else if test $is_plain = no; and string match -q -r -- '^-.' "$word"
            __behest_takes_value "$verb" "$word"; and set is_value yes
        else if test -z "$verb"
            set verb "$word"
        else
            set count (math $count + 1)
        end
    end
    test -n "$verb"; and printf '%s\n' "$verb" $count
end

function __behest_needs_command
    test (count (__behest_state)) -eq 0
end

function __behest_verb_is --argument-names verb
    set -l state (__behest_state)
    test "$state[1]" = "$verb"
end

# Whether the next word behind VERB is number PLACE (from 0), or with 'on' that or a later one.
function __behest_at --argument-names verb place on
    set -l state (__behest_state)
    test "$state[1]" = "$verb"; or return 1
    if test "$on" = on
        test "$state[2]" -ge "$place"
    else
        test "$state[2]" -eq "$place"
    end
end

)sh";

std::string fish_quoted(std::string_view constant) {
  std::string out = "'";
  for (const char c : constant) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::vector<std::string> names_of(const std::vector<OfferedCommand>& commands) {
  std::vector<std::string> out;
  out.reserve(commands.size());
  for (const OfferedCommand& command : commands) out.push_back(command.name);
  return out;
}

// What `complete` is told about the value: -x -a 'done answered'. `takes` is -x for an option, -f for a place.
std::string value_part(const Offer& offer, const std::string& takes, const Offered& offered) {
  switch (offer.kind) {
    case Offer::Kind::nothing:
      return " " + takes;
    case Offer::Kind::words:
      return " " + takes + " -a " + fish_quoted(joined(offer.words));
    case Offer::Kind::dynamic:
      return " " + takes + " -k -a " + fish_quoted("(__behest_words " + joined(offer.words) + ")");
    case Offer::Kind::file:
      return takes == "-x" ? " -r -F" : " -F";
    case Offer::Kind::folder:
      return " " + takes + " -a " + fish_quoted("(__fish_complete_directories)");
    case Offer::Kind::command:
      return " " + takes + " -a " + fish_quoted(joined(names_of(offered.commands())));
  }
  return "";
}

std::string option_line(const OfferedOption& option, const std::string& condition, const Offered& offered) {
  std::string out = "complete -c behest";
  if (!condition.empty()) out += " -n " + fish_quoted(condition);
  for (const std::string& name : option.declared->names) {
    out += name.starts_with("--") ? " -l " + fish_quoted(name.substr(2)) : " -s " + fish_quoted(name.substr(1));
  }
  if (!option.declared->is_flag()) out += value_part(option.offer, "-x", offered);
  return out + " -d " + fish_quoted(option.declared->help) + "\n";
}

void add_value_cases(std::string& out, const std::vector<OfferedOption>& options, const std::string& verb) {
  for (const OfferedOption& option : options) {
    if (option.declared->is_flag()) continue;
    out += "        case";
    for (const std::string& name : option.declared->names) {
      out.append(" ").append(fish_quoted(std::string(verb).append(" ").append(name)));
    }
    out += "\n            return 0\n";
  }
}

std::string takes_value_function(const Offered& offered) {
  std::string out = "function __behest_takes_value --argument-names verb option\n    switch \"$verb $option\"\n";
  for (const OfferedCommand& command : offered.commands()) add_value_cases(out, command.options, command.name);
  add_value_cases(out, offered.globals(), "*");
  return out + "    end\n    return 1\nend\n\n";
}

std::string command_lines(const OfferedCommand& command, const Offered& offered) {
  std::string out = "complete -c behest -n __behest_needs_command -a " + fish_quoted(command.name) + " -d " +
                    fish_quoted(command.summary) + "\n";
  const std::string is_verb = "__behest_verb_is " + command.name;
  for (const OfferedOption& option : command.options) {
    out += option_line(option, is_verb, offered);
  }
  for (std::size_t i = 0; i < command.places.size(); ++i) {
    const OfferedPlace& place = command.places[i];
    if (place.offer.kind == Offer::Kind::nothing) continue;
    const std::string condition =
        "__behest_at " + command.name + " " + std::to_string(i) + (place.repeats ? " on" : "");
    out += "complete -c behest -n " + fish_quoted(condition) + value_part(place.offer, "-f", offered) + "\n";
  }
  return out;
}

}  // namespace

std::string fish_script(const Offered& offered) {
  std::string out(k_head);
  out += takes_value_function(offered) + "complete -c behest -f\n";
  for (const OfferedOption& option : offered.globals()) out += option_line(option, "", offered);
  for (const OfferedCommand& command : offered.commands()) out += command_lines(command, offered);
  return out;
}

}  // namespace behest
