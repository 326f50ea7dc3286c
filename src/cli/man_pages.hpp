#pragma once
#include <string>

#include "cli/roff.hpp"
#include "cli/usage.hpp"
#include "cli/writers.hpp"

namespace behest {

struct TopicSection;

// The pages of the manual; each gives its whole text.
std::string command_page(const Command& command, const CommandTable& table);
std::string main_page(const CommandTable& table);
std::string config_page(std::span<const ConfigKey> keys);
std::string query_page(std::span<const QueryFieldInfo> fields,
                       std::span<const std::pair<std::string_view, QueryWord>> words);

// A section with its heading.
void write_section(RoffPage& page, const TopicSection& section);
// An entry for each option of `args`.
void write_options(RoffPage& page, const Args& args);
// "behest-list(1)", as a reference.
std::string reference(std::string_view name, std::string_view section);

}  // namespace behest
