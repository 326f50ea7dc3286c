#pragma once
#include <optional>
#include <string>

#include "behest/core/request.hpp"

namespace behest::contract_test {

template <class T>
std::string shown_ms(const std::optional<T>& time) {
  return time ? std::to_string(time->ms) : "-";
}

inline std::string shown_level(const std::optional<int>& level) { return level ? std::to_string(*level) : "-"; }

// Every column that an event's change can set, comments, facts and links included: one `name=value` a line.
inline std::string settable_columns(const Request& r) {
  std::string text = "key=" + r.key.value_or("-") + "\ntitle=" + r.title + "\nbody=" + r.body + "\ntype=" + r.type +
                     "\ncategory=" + r.category + "\nstate=" + std::string(name_of(r.state)) +
                     "\npriority=" + std::to_string(r.priority) + "\noverride=" + std::to_string(r.is_override) +
                     "\nprioritized=" + std::to_string(r.is_prioritized) + "\nimpact=" + shown_level(r.impact) +
                     "\nurgency=" + shown_level(r.urgency) + "\nrequester=" + r.requester +
                     "\nchannel=" + std::string(name_of(r.channel)) + "\nteam=" + r.team + "\nassignee=" + r.assignee +
                     "\nwaiting_on=" + r.waiting_on + "\ndue=" + shown_ms(r.due) +
                     "\nestimate=" + shown_ms(r.estimate) + "\ndeleted=" + std::to_string(r.is_deleted) +
                     "\nresolution=" + std::string(r.resolution ? name_of(*r.resolution) : "-") + "\n";
  for (const std::string& label : r.labels) text.append("label=").append(label).append("\n");
  for (const auto& [name, value] : r.fields) text.append("field.").append(name).append("=").append(value).append("\n");
  for (const Link& link : r.links) {
    text.append("link.").append(name_of(link.relation)).append(".").append(std::to_string(link.to)).append("\n");
  }
  for (const Fact& fact : r.facts) {
    text.append(fact.kind)
        .append(".")
        .append(fact.name)
        .append("=")
        .append(behest::text::dump(fact.value))
        .append("\n");
  }
  for (const Comment& c : r.comments) {
    text.append("comment.").append(std::to_string(c.number)).append("=").append(std::to_string(c.at.ms));
    text.append(",").append(c.author).append(c.is_public ? ",public," : ",internal,").append(name_of(c.channel));
    text.append(",").append(c.body).append("\n");
  }
  return text;
}

// Every column of a request, so that two that differ show where.
inline std::string all_columns(const Request& r) {
  return "number=" + std::to_string(r.number) + "\n" + settable_columns(r) +
         "comment_count=" + std::to_string(r.comment_count) + "\ncreated=" + std::to_string(r.created.ms) +
         "\nupdated=" + std::to_string(r.updated.ms) + "\nfirst_assigned=" + shown_ms(r.first_assigned) +
         "\nfirst_response=" + shown_ms(r.first_response) + "\nfirst_closed=" + shown_ms(r.first_closed) +
         "\nclosed=" + shown_ms(r.closed) + "\nreopened=" + std::to_string(r.reopened) +
         "\nversion=" + std::to_string(r.version) + "\n";
}

}  // namespace behest::contract_test
