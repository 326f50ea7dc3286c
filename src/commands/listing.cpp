#include "commands/listing.hpp"

#include <algorithm>

#include "commands/match_column.hpp"
#include "commands/start_column.hpp"
#include "render/template.hpp"

namespace behest::commands {
using namespace render;
namespace {

// A terminal narrower than this needs its columns for the title.
constexpr std::size_t k_width_for_match = 100;

class PlainWriter final : public RequestWriter {
 public:
  PlainWriter(Env& env, const Shape& shape, const Look& look)
      : env_(env),
        columns_(columns_of(shape, look)),
        match_(env.store, shape.phrases, columns_),
        start_(env.store, columns_) {
    Table table;
    for (const RequestColumn& column : columns_) table.columns.push_back(column.column);
    renderer_ = make_renderer(table, look, env.spool);
  }
  void row(const Request& request) override {
    std::vector<Cell> cells = linked_cells(env_, columns_, request);
    match_.fill(request, cells);
    start_.fill(request, cells);
    renderer_->row(cells);
  }
  void end() override { renderer_->end(); }

 private:
  Env& env_;
  std::vector<RequestColumn> columns_;
  MatchColumn match_;
  StartColumn start_;
  std::unique_ptr<Renderer> renderer_;
};

class TemplateWriter final : public RequestWriter {
 public:
  TemplateWriter(Env& env, Template line, Look look, Store* facts)
      : env_(env),
        columns_(request_columns(true)),
        start_(facts, columns_),
        line_(std::move(line)),
        look_(std::move(look)) {}
  void row(const Request& request) override {
    std::vector<Cell> cells = cells_of(columns_, request);
    start_.fill(request, cells);
    env_.spool.add(line_.line(cells, look_).end_record(look_.ends_with_nul));
  }
  void end() override {}

 private:
  Env& env_;
  std::vector<RequestColumn> columns_;
  StartColumn start_;
  Template line_;
  Look look_;
};

// `facts`: where to find those of requests that are read without them.
std::unique_ptr<RequestWriter> template_writer(Env& env, const Shape& shape, Store* facts) {
  Look look = look_of(env, shape);
  if (env.globals.format || env.globals.json || env.globals.fields || shape.columns || shape.as || shape.group_by) {
    throw Error{ErrorKind::usage, "--template says by itself what is written",
                "leave out --format, --json, --fields, --columns, --as and --group-by"};
  }
  Table table;
  for (const RequestColumn& column : request_columns(true)) table.columns.push_back(column.column);
  auto line = Template::parse(*shape.line, table.columns);
  if (!line) {
    throw Error{ErrorKind::usage,
                "the template, column " + std::to_string(line.error().column) + ": " + line.error().message,
                line.error().hint};
  }
  look.zone = env.zone();
  return std::make_unique<TemplateWriter>(env, *std::move(line), std::move(look), facts);
}

}  // namespace

void declare_records(Args& args, Shape& shape) {
  args.option("--template", shape.line, "TEXT",
              "a line for each, such as '{{id}} {{title|trunc:40}}'; see 'behest "
              "help formats'");
  args.flag("-z,--null", shape.ends_with_nul, "end each record with NUL, for xargs -0 (ids, tsv, jsonl, --template)");
}

Look look_of(Env& env, const Shape& shape) {
  Look look = env.look();
  const bool is_plain = look.only.empty() && !shape.line && !shape.group_by && shape.as != "board";
  if (env.globals.quiet && is_plain && look.format == Format::table) look.format = Format::ids;
  const bool has_records = look.format == Format::ids || look.format == Format::tsv || look.format == Format::jsonl;
  if (shape.ends_with_nul && !shape.line && !has_records) {
    throw Error{ErrorKind::usage, "-z is for records that stand on a line each",
                "add --format ids, tsv or jsonl, or --template TEXT"};
  }
  look.ends_with_nul = shape.ends_with_nul;
  return look;
}

std::vector<RequestColumn> columns_of(const Shape& shape, const Look& look) {
  if (shape.columns) return columns_named(*shape.columns);
  const bool is_for_people = look.format == Format::table || look.format == Format::markdown;
  if (!is_for_people || !look.only.empty()) {
    std::vector<RequestColumn> all = request_columns(false);
    if (std::ranges::find(look.only, k_start_key) != look.only.end()) all.push_back(start_column());
    for (const std::string& key : look.only) {
      if (auto custom = render::field_column(key)) all.push_back(*std::move(custom));
    }
    return all;
  }
  std::vector<RequestColumn> columns = short_columns();
  const bool has_room = look.is_terminal && look.format == Format::table && look.width >= k_width_for_match;
  if (has_room && !shape.phrases.empty()) columns.push_back(match_column());
  return columns;
}

std::vector<Cell> linked_cells(const Env& env, const std::vector<RequestColumn>& columns, const Request& request) {
  constexpr std::string_view k_place = "{{id}}";
  std::vector<Cell> cells = cells_of(columns, request);
  std::string link = env.config().link;
  const std::size_t at = link.find(k_place);
  if (at == std::string::npos) return cells;
  link.replace(at, k_place.size(), std::to_string(request.number));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].column.key == "id") cells[i].link = link;
  }
  return cells;
}

std::unique_ptr<RequestWriter> make_template_writer(Env& env, const Shape& shape) {
  return template_writer(env, shape, nullptr);
}

std::unique_ptr<RequestWriter> make_request_writer(Env& env, const Shape& shape) {
  if (shape.line) return template_writer(env, shape, env.store);
  const Look look = look_of(env, shape);
  if (shape.group_by || shape.as == "board") return make_group_writer(env, shape);
  return std::make_unique<PlainWriter>(env, shape, look);
}

}  // namespace behest::commands
