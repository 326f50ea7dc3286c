#include "commands/import_report.hpp"

#include "behest/text/json.hpp"
#include "behest/text/utf8.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

// So that memory stays flat when a whole file is of another kind.
constexpr std::size_t k_most_told = 1000;
constexpr std::int64_t k_progress_step = 5000;

std::string counted(std::int64_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

JsonValue::Object error_object(const Error& error) {
  return {{"code", exit_code(error.kind)},
          {"kind", kind_name(error.kind)},
          {"message", text::repair_utf8(error.message)},
          {"hint", error.hint.empty() ? JsonValue() : JsonValue(text::repair_utf8(error.hint))}};
}

}  // namespace

ImportReport::ImportReport(Env& env, std::string file, Kind kind)
    : env_(env), file_(std::move(file)), kind_(kind), results_(std::make_unique<Spool>()) {}

void ImportReport::start() {
  results_ = std::make_unique<Spool>();
  left_out_.clear();
  lines_ = made_ = known_ = failed_ = 0;
}

Error ImportReport::placed(const ops::LineResult& result) const {
  const std::string place = (kind_ == Kind::items ? ": item " : ":") + std::to_string(result.line);
  return {result.error->kind, file_ + place + ": " + result.error->message, result.error->hint};
}

void ImportReport::add(const ops::LineResult& result) {
  ++lines_;
  if (result.is_made) ++made_;
  if (result.is_known) ++known_;
  if (result.error != nullptr) ++failed_;
  if (lines_ % k_progress_step == 0) show_progress();
  if (result.error != nullptr && left_out_.size() < k_most_told) {
    const Error error = placed(result);
    left_out_.push_back(error.message + (error.hint.empty() ? "" : " (" + error.hint + ")"));
  }
  if (env_.is_json()) {
    add_json(result);
  } else if (result.error == nullptr && (kind_ == Kind::batch || (env_.globals.quiet && result.is_made))) {
    const std::string start = env_.globals.dry_run ? "would be: " : "";
    const std::string line = env_.globals.quiet ? std::to_string(result.number) : start + result.sentence;
    results_->add(text::term_line(line) + text::Safe<text::Term>("\n"));
  }
}

void ImportReport::add_json(const ops::LineResult& result) {
  JsonValue::Object line = {{"line", static_cast<std::int64_t>(result.line)}, {"ok", result.error == nullptr}};
  if (result.error != nullptr) {
    line.emplace_back("error", error_object(*result.error));
  } else {
    line.emplace_back("id", result.number);
  }
  results_->add(text::json_document(line));
}

std::string ImportReport::counted_in_file(std::int64_t count) const {
  if (kind_ == Kind::rows) return counted(count, "row", "rows");
  if (kind_ == Kind::mail) return counted(count, "message", "messages");
  return kind_ == Kind::items ? counted(count, "item", "items") : counted(count, "line", "lines");
}

void ImportReport::show_progress() {
  if (!env_.streams.err_is_tty() || env_.globals.quiet) return;
  env_.streams.err(text::Safe<text::Term>("\r") + text::term_line(counted_in_file(lines_) + " read"));
}

void ImportReport::end_progress() {
  if (lines_ < k_progress_step || !env_.streams.err_is_tty() || env_.globals.quiet) return;
  env_.streams.err(text::Safe<text::Term>("\r").pad(40) + text::Safe<text::Term>("\r"));
}

std::string ImportReport::summary() const {
  const std::string start = env_.globals.dry_run ? "would be: " : "";
  const std::string known = std::to_string(known_) + " known already";
  if (kind_ == Kind::ops || kind_ == Kind::batch) {
    return start + counted_in_file(lines_ - failed_) + " applied, " + std::to_string(failed_) + " failed, " +
           counted(made_, "request", "requests") + " made, " + known;
  }
  return start + counted(made_, "request", "requests") + " imported, " + counted_in_file(failed_) + " left out, " +
         known;
}

void ImportReport::finish(bool is_kept) {
  end_progress();
  if (!env_.is_json() || !is_kept) {
    for (const std::string& line : left_out_) env_.note(line);
    const auto told = static_cast<std::int64_t>(left_out_.size());
    if (failed_ > told) env_.note("and " + std::to_string(failed_ - told) + " more");
  }
  if (!is_kept) return;
  results_->release(env_.streams);
  if (env_.globals.quiet || env_.is_json() || kind_ == Kind::batch) {
    env_.note(summary());
  } else {
    env_.say(summary());
  }
}

}  // namespace behest::commands
