#include "behest/text/json.hpp"

#include <variant>

#include "behest/core/time.hpp"
#include "render/cell.hpp"
#include "render/formats.hpp"

namespace behest::render {
namespace {

using Json = text::Safe<text::Json>;

void append_value(Json& out, const text::JsonValue& value);

void append_array(Json& out, const text::JsonValue::Array& items) {
  out += "[";
  for (const auto& item : items) {
    if (&item != &items.front()) out += ",";
    append_value(out, item);
  }
  out += "]";
}

void append_object(Json& out, const text::JsonValue::Object& members) {
  out += "{";
  for (const auto& member : members) {
    if (&member != &members.front()) out += ",";
    out += text::json_string(member.first);
    out += ":";
    append_value(out, member.second);
  }
  out += "}";
}

void append_value(Json& out, const text::JsonValue& value) {
  if (const auto* stored = value.string()) {
    out += text::json_string(*stored);
  } else if (const auto* items = value.array()) {
    append_array(out, *items);
  } else if (const auto* members = value.object()) {
    append_object(out, *members);
  } else {
    out += text::token<text::Json>(text::dump(value));
  }
}

struct AppendCell {
  Json& out;

  void operator()(std::monostate) const { out += "null"; }
  void operator()(const std::string& stored) const { out += text::json_string(stored); }
  void operator()(std::int64_t number) const { out += text::token<text::Json>(std::to_string(number)); }
  void operator()(bool flag) const { out += text::token<text::Json>(flag ? "true" : "false"); }
  void operator()(Instant at) const { out += text::json_string(format_rfc3339(at)); }
  void operator()(Duration length) const { (*this)(whole_seconds(length)); }
  void operator()(const text::JsonValue& value) const { append_value(out, value); }
  void operator()(const std::vector<std::string>& items) const {
    out += "[";
    for (const auto& item : items) {
      if (&item != &items.front()) out += ",";
      out += text::json_string(item);
    }
    out += "]";
  }
};

// Writes a row as one object on one line.
class ObjectWriter {
 public:
  explicit ObjectWriter(const Picked& picked) : places_(picked.places) {
    for (const auto& column : picked.columns) {
      Json head;
      if (!heads_.empty()) head += ",";
      head += text::json_string(column.key);
      head += ":";
      heads_.push_back(std::move(head));
    }
  }

  void append(Json& out, const std::vector<Cell>& cells) const {
    out += "{";
    for (std::size_t i = 0; i < places_.size(); ++i) {
      out += heads_[i];
      std::visit(AppendCell{out}, cells.at(places_[i]).value);
    }
    out += "}";
  }

 private:
  std::vector<std::size_t> places_;
  std::vector<Json> heads_;
};

class ArrayRenderer final : public Renderer {
 public:
  ArrayRenderer(const Picked& picked, Spool& spool) : writer_(picked), spool_(spool) {}

  void row(const std::vector<Cell>& cells) override {
    line_.clear();
    if (has_rows_) {
      line_ += ",\n";
    } else {
      line_ += "[\n";
    }
    has_rows_ = true;
    writer_.append(line_, cells);
    spool_.add(line_);
  }

  void end() override {
    line_.clear();
    if (has_rows_) {
      line_ += "\n]\n";
    } else {
      line_ += "[]\n";
    }
    spool_.add(line_);
  }

 private:
  ObjectWriter writer_;
  Spool& spool_;
  Json line_;
  bool has_rows_ = false;
};

class LinesRenderer final : public Renderer {
 public:
  LinesRenderer(const Picked& picked, bool ends_with_nul, Spool& spool)
      : writer_(picked), ends_with_nul_(ends_with_nul), spool_(spool) {}

  void row(const std::vector<Cell>& cells) override {
    line_.clear();
    writer_.append(line_, cells);
    spool_.add(line_.end_record(ends_with_nul_));
  }

  void end() override {}

 private:
  ObjectWriter writer_;
  bool ends_with_nul_;
  Spool& spool_;
  Json line_;
};

}  // namespace

std::unique_ptr<Renderer> make_json(const Picked& picked, bool is_single, Spool& spool) {
  if (is_single) return make_jsonl(picked, false, spool);
  return std::make_unique<ArrayRenderer>(picked, spool);
}

std::unique_ptr<Renderer> make_jsonl(const Picked& picked, bool ends_with_nul, Spool& spool) {
  return std::make_unique<LinesRenderer>(picked, ends_with_nul, spool);
}

}  // namespace behest::render
