#pragma once
#include <memory>
#include <optional>
#include <string>

#include "behest/command.hpp"
#include "render/request_view.hpp"

namespace behest::commands {

// How requests are written, beside --format.
struct Shape {
  std::optional<std::string> columns;
  std::optional<std::string> line;  // --template
  std::optional<std::string> as;    // table or board
  std::optional<std::string> group_by;
  bool ends_with_nul = false;
  std::vector<text::Phrase> phrases = {};  // that the query looks for, for the column match
};

// -z and --template; list declares the others itself.
void declare_records(Args& args, Shape& shape);

// Takes requests one after another; end() once, after the last.
class RequestWriter {
 public:
  virtual ~RequestWriter() = default;
  virtual void row(const Request& request) = 0;
  virtual void end() = 0;
};

// Error(usage) where the shape and the format exclude each other.
std::unique_ptr<RequestWriter> make_request_writer(Env& env, const Shape& shape);
// The writer for `shape.line`, of requests with their facts: its fields are those of JSON, comments included when they
// are loaded.
std::unique_ptr<RequestWriter> make_template_writer(Env& env, const Shape& shape);
// The writer for `shape.group_by` and `shape.as` (groups.cpp).
std::unique_ptr<RequestWriter> make_group_writer(Env& env, const Shape& shape);
// env.look() as `shape` wants it: Error(usage) for -z with a format whose records have no end of their own.
Look look_of(Env& env, const Shape& shape);
// Everything in one table, for scripts; what fits a screen, for people.
std::vector<render::RequestColumn> columns_of(const Shape& shape, const Look& look);

// The cells of a request as cells_of() makes them, its number as a link where the configuration has one.
std::vector<Cell> linked_cells(const Env& env, const std::vector<render::RequestColumn>& columns,
                               const Request& request);

}  // namespace behest::commands
