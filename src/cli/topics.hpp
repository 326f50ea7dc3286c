#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "behest/command.hpp"
#include "behest/core/query.hpp"
#include "cli/layout.hpp"

namespace behest {

// A word of the program and what it means, as a constant.
struct TopicItem {
  std::string_view term;
  std::string_view text;
};
std::vector<Entry> entries(std::span<const TopicItem> items);

// A section of the manual that `behest help TOPIC` shows as well.
struct TopicSection {
  std::string_view title;  // EXIT STATUS
  std::string prose;       // paragraphs as in Command::about
  std::vector<Entry> items;
  std::span<const Example> examples;
};

// Something to read about that is no command.
struct Topic {
  std::string_view name;  // exit-codes
  std::string_view summary;
  std::vector<TopicSection> (*sections)();
};
std::span<const Topic> help_topics();
const Topic* find_topic(std::string_view name);

TopicSection output_section();
TopicSection templates_section();
TopicSection fields_section();
TopicSection environment_section();
TopicSection exit_section();
// The whole of behest-query(7).
std::vector<TopicSection> query_sections(std::span<const QueryFieldInfo> fields,
                                         std::span<const std::pair<std::string_view, QueryWord>> words);

// What `behest help TOPIC` prints.
std::string help_topic(const Topic& topic, std::size_t width);

}  // namespace behest
