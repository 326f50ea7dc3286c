#include "commands/setter_options.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace behest::commands {
namespace {

constexpr std::size_t k_text_limit = 1024UL * 1024UL;

template <class T>
T value_of(const char* option, const Parsed<T>& parsed) {
  if (!parsed) throw Error{ErrorKind::usage, std::string(option) + ": " + parsed.error().message, parsed.error().hint};
  return *parsed;
}

std::pair<std::string, std::string> field_of(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw Error{ErrorKind::usage, "--field takes NAME=VALUE, not '" + text + "'", "for example --field system=billing"};
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

// `-l a,b` is two labels: no label holds a comma.
void add_labels(std::vector<std::string>& labels, const std::string& text) {
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    labels.push_back(text.substr(at, comma - at));
    at = comma + 1;
  }
}

[[noreturn]] void unreadable(const std::string& file, const std::string& why) {
  throw Error{ErrorKind::not_found, "the file '" + file + "' cannot be read: " + why, "check the path given to -F"};
}

}  // namespace

void declare_setters(Args& args, SetterOptions& options, std::string_view start) {
  args.option("-b,--body", options.body, "TEXT", "what it is about, at length");
  args.option("-F,--file", options.body_file, "FILE", "take the body from a file, or from standard input with -",
              Complete::file);
  args.option("-c,--category", options.category, "PATH", "where it belongs: network/vpn", Complete::category);
  args.option("-t,--type", options.type, "TYPE", "what kind of thing it is: incident, question, change, …");
  args.option("-p,--priority", options.priority, "P1-P5", "how urgent it is, P1 the most", Complete::priority);
  args.option("--impact", options.impact, "LEVEL", "effect on the business: 1-3, or high, medium, low");
  args.option("--urgency", options.urgency, "LEVEL", "how little it can wait: 1-3, or high, medium, low");
  args.option("-r,--requester", options.requester, "WHO", "who asks for it (default: you)", Complete::person);
  args.option("--via", options.via, "CHANNEL", "how it came in: " + channel_names());
  args.option("-a,--assignee", options.assignee, "WHO", "who works on it", Complete::person);
  args.option("--team", options.team, "TEAM", "the team it belongs to", Complete::team);
  args.options("-l,--label", options.labels, "LABEL", "labels, several with commas; +x adds, -x takes away",
               Complete::label);
  args.option("--due", options.due, "WHEN", "when it is due: 2026-12-01, fri, +3d, 2bd");
  args.option(
      "--estimate", options.estimate, "DURATION",
      "how much work it is: 45m, 2h, 1bd (a working day; 1d is 24 hours), or 2h/4h/12h at best, most likely, at "
      "worst");
  args.option(start, options.start, "WHEN", "work on it is planned from then on, not before");
  args.options("--book", options.bookings, "RESOURCE[=N]",
               "it needs units of a resource of the configuration; 0 = none any more");
  args.options("--field", options.fields, "NAME=VALUE", "a field of your own", Complete::field);
  args.option("--key", options.key, "KEY", "your own unique name for it");
}

int priority_of(const std::string& text) {
  if (const auto priority = parse_priority(text)) return *priority;
  throw Error{ErrorKind::usage, "'" + text + "' is not a priority", "the priorities are P1 (most urgent) to P5"};
}

int level_of(const std::string& option, const std::string& text) {
  if (const auto level = parse_level(text)) return *level;
  throw Error{ErrorKind::usage, "'" + text + "' is no level for " + option,
              "the levels are 1, 2, 3, or high, medium, low"};
}

Channel channel_of(const std::string& text) {
  if (const auto channel = channel_named(text)) return *channel;
  throw Error{ErrorKind::usage, "'" + text + "' is not a channel", "the channels are " + channel_names()};
}

std::string text_of_file(Env& env, const std::string& file) {
  if (file == "-") return env.streams.read_all(k_text_limit);
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) unreadable(file, std::strerror(errno));
  struct stat facts {};
  std::string text;
  int error = ::fstat(fd, &facts) != 0 ? errno : S_ISREG(facts.st_mode) ? 0 : EINVAL;
  char buffer[16 * 1024];
  while (error == 0 && text.size() <= k_text_limit) {
    const ssize_t got = ::read(fd, buffer, sizeof buffer);
    if (got == 0) break;
    if (got > 0) text.append(buffer, static_cast<std::size_t>(got));
    if (got < 0 && errno != EINTR) error = errno;
  }
  ::close(fd);
  if (error == EINVAL) unreadable(file, "it is not a regular file");
  if (error != 0) unreadable(file, std::strerror(error));
  if (text.size() > k_text_limit) {
    throw Error{ErrorKind::bad_data, "the file '" + file + "' has more than 1 MiB", "shorten it"};
  }
  return text;
}

ops::Setters setters_of(Env& env, const SetterOptions& options) {
  ops::Setters values;
  if (options.body && options.body_file) {
    throw Error{ErrorKind::usage, "-b and -F both give a body", "leave one of them out"};
  }
  values.key = options.key;
  values.title = options.title;
  values.body = options.body_file ? std::optional(text_of_file(env, *options.body_file)) : options.body;
  values.type = options.type;
  values.category = options.category;
  if (options.priority) values.priority = priority_of(*options.priority);
  if (options.impact) values.impact = level_of("--impact", *options.impact);
  if (options.urgency) values.urgency = level_of("--urgency", *options.urgency);
  values.requester = options.requester;
  if (options.via) values.channel = channel_of(*options.via);
  values.team = options.team;
  values.assignee = options.assignee == "me" ? env.actor.name : options.assignee;
  if (options.due) values.due = value_of("--due", parse_instant(*options.due, env.time()));
  if (options.estimate)
    values.estimate = value_of("--estimate", parse_estimate(*options.estimate, env.config().working_day()));
  if (options.start) values.start = value_of("--start", parse_instant(*options.start, env.time()));
  for (const std::string& labels : options.labels) add_labels(values.labels, labels);
  for (const std::string& field : options.fields) values.fields.push_back(field_of(field));
  for (const std::string& booking : options.bookings) values.bookings.push_back(booking_of(booking));
  ops::type_fields(env.config(), env.time(), values);
  return values;
}

}  // namespace behest::commands
