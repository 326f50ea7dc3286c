#include "cli/completion.hpp"

namespace behest {

namespace {

// Only constants of the program are written as code. What behest prints is read line by line and quoted by printf %q,
// so that no value can run anything. It needs nothing but bash itself (3.2 or newer).
constexpr std::string_view k_head = R"sh(# bash completion for behest; made by 'behest completion bash'.
# shellcheck shell=bash

# Offers each VALUE that begins with what is typed, quoted so that the shell takes it as plain text.
_behest_offer() {
  local value quoted typed whole
  for value in "$@"; do
    printf -v quoted %q "$value"
    typed=$current
    if [[ $current == [\'\"]* ]]; then
      # Inside quotes only a value that needs no quoting is the same text.
      [[ $quoted == "$value" ]] || continue
      typed=${current#?}
      [[ $value == "$typed"* ]] && COMPREPLY+=("$value")
      continue
    fi
    [[ $value == "$typed"* || $quoted == "$typed"* ]] || continue
    # Readline replaces only what follows the last word break (such as = or :).
    whole=${word%"$current"}$quoted
    COMPREPLY+=("${whole#"$before"}")
  done
}

# Offers what behest prints for KIND: a value, a TAB and a description a line.
_behest_dynamic() {
  local value rest
  while IFS=$'\t' read -r value rest || [[ -n $value ]]; do
    [[ -n $value ]] && _behest_offer "$value"
  done < <(command behest completion words "$1" 2>/dev/null </dev/null)
}

# Offers the values of the place that 'kinds' and 'values' describe.
_behest_offer_kinds() {
  local kind
  for kind in "${kinds[@]}"; do
    case $kind in
      words) _behest_offer "${values[@]}" ;;
      file) compopt -o default 2>/dev/null ;;
      folder) compopt -o dirnames 2>/dev/null ;;
      command) _behest_offer_commands ;;
      none) ;;
      *) _behest_dynamic "$kind" ;;
    esac
  done
}

)sh";

constexpr std::string_view k_tail = R"sh(
# Sets 'pending' to the option in WORD whose value is the next word, to nothing if there is none.
_behest_find_pending() {
  local given=$1 at letter
  pending=
  if [[ $given == --* ]]; then
    [[ $given != *=* ]] && _behest_option "$verb" "$given" && pending=$given
    return
  fi
  for ((at = 1; at < ${#given}; at++)); do
    letter=-${given:at:1}
    _behest_option "$verb" "$letter" || continue
    ((at == ${#given} - 1)) && pending=$letter
    return
  done
}

# Puts the words up to the cursor into 'words', joined again where COMP_WORDBREAKS has cut them.
_behest_join_words() {
  local line=${COMP_LINE:0:COMP_POINT} at token bare
  for ((at = 0; at <= COMP_CWORD; at++)); do
    bare=${line#"${line%%[![:space:]]*}"}
    token=${COMP_WORDS[at]}
    ((at == COMP_CWORD)) && token=$bare
    if ((at > 0)) && [[ $bare == "$line" ]]; then
      words[count - 1]+=$token
    else
      words[count]=$token
      count=$((count + 1))
    fi
    line=${bare#"$token"}
    last=$token
  done
}

_behest() {
  local words=() count=0 last='' word current before at
  local verb='' place=0 pending='' plain='' kinds=() values=()
  COMPREPLY=()
  _behest_join_words
  word=${words[count - 1]}
  current=$word
  before=${word%"$last"}
  [[ -n $last && -z ${last//[=:@]/} ]] && before=$word
  # Readline replaces an @ together with what follows it.
  before=${before%@}
  for ((at = 1; at < count - 1; at++)); do
    if [[ -n $pending ]]; then
      pending=
    elif [[ -z $plain && ${words[at]} == -- ]]; then
      plain=yes
    elif [[ -z $plain && ${words[at]} == -?* ]]; then
      _behest_find_pending "${words[at]}"
    elif [[ -z $verb ]]; then
      verb=${words[at]}
    else
      place=$((place + 1))
    fi
  done
  if [[ -n $pending ]]; then
    _behest_option "$verb" "$pending" && _behest_offer_kinds
  elif [[ -z $plain && $word == --*=* ]]; then
    current=${word#*=}
    _behest_option "$verb" "${word%%=*}" && _behest_offer_kinds
  elif [[ -z $plain && $word == -* ]]; then
    _behest_offer_options "$verb"
  elif [[ -z $verb ]]; then
    _behest_offer_commands
  else
    _behest_place "$verb" "$place" && _behest_offer_kinds
  fi
}

complete -F _behest behest
)sh";

std::string assignment(const Offer& offer) {
  switch (offer.kind) {
    case Offer::Kind::nothing:
      return "kinds=(none)";
    case Offer::Kind::words:
      return "kinds=(words) values=(" + shell_quoted(offer.words) + ")";
    case Offer::Kind::dynamic:
      return "kinds=(" + shell_quoted(offer.words) + ")";
    case Offer::Kind::file:
      return "kinds=(file)";
    case Offer::Kind::folder:
      return "kinds=(folder)";
    case Offer::Kind::command:
      return "kinds=(command)";
  }
  return "";
}

void add_option_cases(std::string& out, const std::vector<OfferedOption>& options, const std::string& verb_pattern) {
  for (const OfferedOption& option : options) {
    if (option.declared->is_flag()) continue;
    out += "    ";
    for (const std::string& name : option.declared->names) {
      if (&name != &option.declared->names.front()) out += " | ";
      out.append(verb_pattern).append("' ").append(name).append("'");
    }
    out += ") " + assignment(option.offer) + " ;;\n";
  }
}

std::string option_function(const Offered& offered) {
  std::string out = "# Says what the value of OPTION of VERB is; fails when it takes none.\n_behest_option() {\n";
  out += "  case \"$1 $2\" in\n";
  for (const OfferedCommand& command : offered.commands()) {
    add_option_cases(out, command.options, shell_quoted(command.name));
  }
  add_option_cases(out, offered.globals(), "*");
  return out + "    *) return 1 ;;\n  esac\n}\n\n";
}

std::string place_function(const Offered& offered) {
  std::string out = "# Says what word number PLACE (from 0) behind VERB is; fails when nothing goes there.\n";
  out += "_behest_place() {\n  case \"$1 $2\" in\n";
  for (const OfferedCommand& command : offered.commands()) {
    for (std::size_t i = 0; i < command.places.size(); ++i) {
      const OfferedPlace& place = command.places[i];
      out += "    " + (place.repeats ? shell_quoted(command.name + " ") + "*"
                                     : shell_quoted(command.name + " " + std::to_string(i)));
      out += ") " + assignment(place.offer) + " ;;\n";
    }
  }
  return out + "    *) return 1 ;;\n  esac\n}\n\n";
}

std::vector<std::string> names_of(const std::vector<OfferedOption>& options) {
  std::vector<std::string> out;
  for (const OfferedOption& option : options) {
    out.insert(out.end(), option.declared->names.begin(), option.declared->names.end());
  }
  return out;
}

std::string options_function(const Offered& offered) {
  std::string out = "_behest_offer_options() {\n  case $1 in\n";
  for (const OfferedCommand& command : offered.commands()) {
    if (command.options.empty()) continue;
    out += "    " + shell_quoted(command.name) + ") _behest_offer " + shell_quoted(names_of(command.options)) + " ;;\n";
  }
  return out + "  esac\n  _behest_offer " + shell_quoted(names_of(offered.globals())) + "\n}\n\n";
}

std::string commands_function(const Offered& offered) {
  std::vector<std::string> names;
  for (const OfferedCommand& command : offered.commands()) names.push_back(command.name);
  return "_behest_offer_commands() {\n  _behest_offer " + shell_quoted(names) + "\n}\n";
}

}  // namespace

std::string bash_script(const Offered& offered) {
  std::string out(k_head);
  out += option_function(offered) + place_function(offered) + options_function(offered) + commands_function(offered);
  return out.append(k_tail);
}

}  // namespace behest
