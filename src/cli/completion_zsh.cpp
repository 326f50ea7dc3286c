#include "cli/completion.hpp"

namespace behest {

namespace {

constexpr std::string_view k_head = R"sh(#compdef behest
# zsh completion for behest; made by 'behest completion zsh'.

# Offers what behest prints for each KIND: a value, a TAB and a description a line. compadd quotes what it inserts, and
# the values are never evaluated.
_behest_words() {
  emulate -L zsh
  local kind value description
  local -a values shown
  for kind in "$@"; do
    while IFS=$'\t' read -r value description || [[ -n $value ]]; do
      [[ -n $value ]] || continue
      values+=("$value")
      if [[ -n $description ]]; then
        shown+=("$value  -- $description")
      else
        shown+=("$value")
      fi
    done < <(command behest completion words "$kind" 2>/dev/null </dev/null)
  done
  (( $#values )) || return 1
  compadd -l -V behest -d shown -- "${values[@]}"
}

)sh";

constexpr std::string_view k_foot = R"sh(    esac
  fi
  return ret
}

if [[ $funcstack[1] == _behest ]]; then
  _behest "$@"
else
  compdef _behest behest
fi
)sh";

// For the parts of an _arguments specification, which are separated by colons and brackets.
std::string spec_text(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string action(const Offer& offer) {
  std::string out;
  switch (offer.kind) {
    case Offer::Kind::nothing:
      return " ";
    case Offer::Kind::words:
      for (const std::string& word : offer.words) out += (out.empty() ? "" : " ") + spec_text(word, "\\: ()");
      return "(" + out + ")";
    case Offer::Kind::dynamic:
      out = " _behest_words";  // the space in front keeps _arguments from adding words of its own
      for (const std::string& kind : offer.words) out += " " + kind;
      return out;
    case Offer::Kind::file:
      return "_files";
    case Offer::Kind::folder:
      return "_files -/";
    case Offer::Kind::command:
      return " _behest_commands";
  }
  return out;
}

std::string option_spec(const OfferedOption& option, const std::string& name) {
  const Declared& declared = *option.declared;
  std::string out;
  if (declared.is_list()) {
    out = "*";
  } else {
    for (const std::string& other : declared.names) out += (out.empty() ? "(" : " ") + other;
    out += ")";
  }
  out += name;
  if (!declared.is_flag()) out += name.starts_with("--") ? "=" : "+";
  out += "[" + spec_text(declared.help, "\\[]") + "]";
  if (!declared.is_flag()) out += ":" + spec_text(declared.value_name, "\\:") + ":" + action(option.offer);
  return shell_quoted(out);
}

void add_options(std::string& out, const std::vector<OfferedOption>& options, std::string_view indent) {
  for (const OfferedOption& option : options) {
    for (const std::string& name : option.declared->names) {
      out.append(indent).append(option_spec(option, name)).append("\n");
    }
  }
}

void add_case(std::string& out, const OfferedCommand& command) {
  out += "      " + shell_quoted(command.name) + ")\n        specs=(\n";
  add_options(out, command.options, "          ");
  for (std::size_t i = 0; i < command.places.size(); ++i) {
    const OfferedPlace& place = command.places[i];
    const std::string where = place.repeats ? "*" : std::to_string(i + 1);
    out += "          " + shell_quoted(where + ":" + spec_text(place.title, "\\:") + ":" + action(place.offer)) + "\n";
  }
  out += "        )\n        _arguments -s -S \"${globals[@]}\" \"${specs[@]}\" && ret=0\n        ;;\n";
}

std::string commands_function(const Offered& offered) {
  std::string out = "_behest_commands() {\n  local -a names\n  names=(\n";
  for (const OfferedCommand& command : offered.commands()) {
    out += "    " + shell_quoted(spec_text(command.name, "\\:") + ":" + command.summary) + "\n";
  }
  return out + "  )\n  _describe -t commands command names\n}\n\n";
}

}  // namespace

std::string zsh_script(const Offered& offered) {
  std::string out(k_head);
  out += commands_function(offered);
  out += "_behest() {\n  local curcontext=$curcontext state state_descr line ret=1\n  typeset -A opt_args\n";
  out += "  local -a globals specs\n  globals=(\n";
  add_options(out, offered.globals(), "    ");
  out += "  )\n  _arguments -C -s -S \"${globals[@]}\" '1: :->command' '*:: :->rest' && ret=0\n";
  out += "  if [[ $state == command ]]; then\n    _behest_commands && ret=0\n";
  out += "  elif [[ $state == rest ]]; then\n    case $line[1] in\n";
  for (const OfferedCommand& command : offered.commands()) add_case(out, command);
  return out.append(k_foot);
}

}  // namespace behest
