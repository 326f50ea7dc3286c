#include "cli/usage.hpp"

#include <algorithm>

namespace behest {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

bool names_all(std::string_view help, const std::vector<std::string>& choices) {
  return std::all_of(choices.begin(), choices.end(),
                     [help](const std::string& choice) { return help.find(choice) != std::string_view::npos; });
}

}  // namespace

Declaration declaration_of(const Command& command) {
  Declaration made;
  made.bound = command.bind();
  made.bound->declare(made.args);
  return made;
}

Args global_declarations(Globals& globals) {
  Args args;
  declare_globals(args, globals);
  return args;
}

std::string invocation(std::string_view command_name) {
  return command_name.empty() ? "behest" : "behest " + std::string(command_name);
}

std::string positional_title(const Declared& positional) {
  std::string out = positional.value_name;
  if (positional.is_list()) out += "...";
  return positional.is_required ? out : "[" + out + "]";
}

std::string usage_line(std::string_view command_name, const Args& args) {
  if (command_name.empty()) return "behest [OPTIONS] COMMAND [ARGUMENTS]";
  std::string out = invocation(command_name) + " [OPTIONS]";
  for (const Declared& declared : args.declared()) {
    if (declared.is_positional()) out += " " + positional_title(declared);
    if (!declared.is_positional() && declared.is_required) {
      out += " " + std::string(title_of(declared)) + " " + declared.value_name;
    }
  }
  return out;
}

std::string_view title_of(const Declared& declared) {
  if (declared.is_positional()) return declared.value_name;
  const auto is_long = [](const std::string& name) { return name.starts_with("--"); };
  const auto found = std::find_if(declared.names.begin(), declared.names.end(), is_long);
  return found == declared.names.end() ? declared.names.front() : *found;
}

std::string as_sentence(std::string_view phrase) {
  std::string out = std::string(phrase) + ".";
  if (out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

std::string full_help(const Declared& declared) {
  std::string out = declared.help;
  if (!names_all(declared.help, declared.choices)) out += ": " + joined(declared.choices);
  if (declared.is_list() && !declared.is_positional()) out += "; may be given several times";
  if (declared.is_required && !declared.is_positional()) out += " (required)";
  return out;
}

}  // namespace behest
