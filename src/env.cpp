#include <filesystem>

#include "behest/command.hpp"

namespace behest {
namespace {

bool wants_color(const Env& env) {
  const std::string when = env.globals.color.value_or(env.config().color);
  if (when == "always") return true;
  return when == "auto" && !env.has_no_color && env.streams.out_is_tty();
}

std::vector<std::string> split_commas(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    if (comma > from) parts.push_back(text.substr(from, comma - from));
    from = comma + 1;
  }
  return parts;
}

}  // namespace

void Env::create_store() {
  StoreOptions options = store_options;
  std::error_code error;
  const auto file = std::filesystem::symlink_status(options.path, error).type();
  // A rehearsal of the very first change leaves no file either.
  if (globals.dry_run && file == std::filesystem::file_type::not_found &&
      error == std::errc::no_such_file_or_directory) {
    options.path = ":memory:";
  }
  lend(Store::open_write(options));
}

const Zone& Env::zone() {
  if (!zone_) zone_ = find_zone();
  return *zone_;
}

bool Env::is_json() const {
  if (globals.json) return true;
  const auto format = format_named(globals.format.value_or("table"));
  return format == Format::json || format == Format::jsonl;
}

Look Env::look() {
  Look look;
  if (globals.format) {
    const auto format = format_named(*globals.format);
    if (!format) {
      throw Error{ErrorKind::usage, "'" + *globals.format + "' is not a format",
                  "the formats are table, tsv, csv, json, jsonl, md, html and ids"};
    }
    look.format = *format;
  }
  if (globals.json && look.format != Format::jsonl) look.format = Format::json;
  look.is_terminal = streams.out_is_tty();
  look.has_color = wants_color(*this) && look.format == Format::table;
  look.raw_csv = globals.csv_raw;
  look.width = streams.width();
  look.now = now;
  if (look.is_terminal) look.zone = zone();
  if (globals.fields) look.only = split_commas(*globals.fields);
  return look;
}

void Env::note(std::string_view sentence) { streams.err(text::term_line(sentence) + text::Safe<text::Term>("\n")); }

void Env::say(std::string_view sentence) { spool.add(text::term_line(sentence) + text::Safe<text::Term>("\n")); }

}  // namespace behest
