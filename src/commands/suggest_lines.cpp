#include "commands/suggest_lines.hpp"

#include "commands/import_source.hpp"
#include "commands/learn_view.hpp"
#include "text/line_reader.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

constexpr std::size_t k_line_limit = 4UL << 20U;

// Why a line cannot be answered, or its text.
Parsed<std::string> text_in(const text::LineReader::Line& line) {
  if (line.is_too_long) return ParseError{"the line has more than 4 MiB", 1, ""};
  const auto value = text::parse_json(line.text);
  if (!value) {
    return ParseError{"column " + std::to_string(value.error().column) + ": " + value.error().message, 1, ""};
  }
  const JsonValue* text = value->find("text");
  if (text == nullptr || text->string() == nullptr) return ParseError{"the line is no object with a 'text'", 1, ""};
  return *text->string();
}

}  // namespace

Error not_learned(const std::vector<std::string_view>& fields) {
  const std::string what = fields.size() == 1 ? "the " + std::string(fields.front()) : "nothing";
  return {ErrorKind::not_found, what + (fields.size() == 1 ? " has not been learned yet" : " has been learned yet"),
          "'behest learn' learns from the requests that are there"};
}

void suggest_lines(Env& env, const std::string& file, const std::vector<std::string>& fields) {
  if (fields.size() != 1) {
    throw Error{ErrorKind::usage, "--jsonl takes one field", "for example --field category"};
  }
  const std::string& field = fields.front();
  ImportSource source(env, file);
  std::optional<ops::KeptModel> model;
  env.store->read([&] {
    model = ops::KeptModel::open(*env.store, field);
    if (model) model->read_all();
  });
  if (!model) throw not_learned({field});
  text::LineReader lines(source.bytes(), k_line_limit);
  while (const auto line = lines.next()) {
    const auto text = text_in(*line);
    if (text) {
      env.spool.add(text::json_document(json_of(ops::suggest(*model, field, terms_to_learn(std::string_view(*text))))));
      continue;
    }
    const std::string& why = text.error().message;
    env.note("behest: " + source.name() + ":" + std::to_string(line->number) + ": " + why);
    env.spool.add(text::json_document(JsonValue::Object{
        {"field", field}, {"best", JsonValue::Array{}}, {"terms", JsonValue::Array{}}, {"error", why}}));
    env.status = ErrorKind::partial;
  }
}

}  // namespace behest::commands
