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

// Every column that an event's change can set, comments and links included: one `name=value` a line.
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
  for (const std::string& label : r.labels) text += "label=" + label + "\n";
  for (const auto& [name, value] : r.fields) text += "field." + name + "=" + value + "\n";
  for (const Link& link : r.links)
    text += "link." + std::string(name_of(link.relation)) + std::to_string(link.to) + "\n";
  for (const Comment& comment : r.comments) {
    text += "comment." + std::to_string(comment.number) + "=" + std::to_string(comment.at.ms) + "," + comment.author +
            "," + std::to_string(comment.is_public) + "," + std::string(name_of(comment.channel)) + "," + comment.body +
            "\n";
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
