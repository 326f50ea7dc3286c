#include <algorithm>
#include <utility>

#include "behest/text/utf8.hpp"
#include "render/cell.hpp"
#include "render/formats.hpp"
#include "render/line_break.hpp"

namespace behest::render {
namespace {

using Term = text::Safe<text::Term>;

constexpr std::size_t k_least_body = 20;

struct Field {
  Term title;
  std::string value;
  Tone tone = Tone::plain;
  std::string link = {};
};

class CardRenderer final : public Renderer {
 public:
  CardRenderer(const Picked& picked, const Look& look, Spool& spool) : picked_(picked), look_(look), spool_(spool) {}

  void row(const std::vector<Cell>& cells) override {
    std::vector<Field> lines;
    std::vector<Field> bodies;
    const auto dates = look_.is_terminal ? Dates::local_and_relative : Dates::rfc3339;
    for (std::size_t i = 0; i < picked_.columns.size(); ++i) {
      const auto& cell = cells.at(picked_.places[i]);
      auto value = human_text(cell, look_, dates);
      if (value.empty()) continue;
      auto& fields = value.find('\n') == std::string::npos ? lines : bodies;
      fields.push_back({titled(picked_.columns[i]), std::move(value), cell.tone, cell.link});
    }
    print_lines(lines);
    for (const auto& body : bodies) {
      if (!lines.empty() || &body != &bodies.front()) spool_.add(Term("\n"));
      print_body(body, bodies.size() > 1);
    }
  }

  void end() override {}

 private:
  static Term titled(const Column& column) {
    auto title = text::term_line(column.title);
    title += ":";
    return title;
  }

  Term toned(const Term& safe, Tone tone) const { return look_.has_color ? painted(safe, tone) : safe; }

  void print_lines(const std::vector<Field>& fields) {
    std::size_t widest = 0;
    for (const auto& field : fields) widest = std::max(widest, text::width(field.title.view()));
    const std::size_t room = std::max(look_.width, widest + 1 + k_least_body) - widest - 1;
    for (const auto& field : fields) {
      auto line = toned(field.title, Tone::dim);
      line.pad(widest - text::width(field.title.view()) + 1);
      const Term value = text::term_line(field.value);
      const auto pieces = look_.is_terminal ? wrapped(value.view(), room) : std::vector{value.view()};
      for (const std::string_view piece : pieces) {
        if (piece.data() != pieces.front().data()) line.pad(widest + 1);
        line += linked(toned(text::term_line(piece), field.tone), field.link, look_);
        line += "\n";
      }
      spool_.add(line);
    }
  }

  void print_wrapped(const Term& line, Tone tone) {
    Term out;
    for (const std::string_view piece : body_lines(line.view(), look_)) {
      if (!piece.empty()) out.pad(k_body_indent);
      out += toned(text::term_line(piece), tone);
      out += "\n";
    }
    spool_.add(out);
  }

  // A lone body needs no title: it is what a reader expects below the fields.
  void print_body(const Field& field, bool is_titled) {
    if (is_titled) spool_.add(toned(field.title, Tone::dim) += "\n");
    std::string_view rest = field.value;
    while (!rest.empty()) {
      const auto length = std::min(rest.find('\n'), rest.size());
      const auto line = without_trailing_space(rest.substr(0, length));
      print_wrapped(text::term_body(line), field.tone);
      rest.remove_prefix(std::min(length + 1, rest.size()));
    }
  }

  Picked picked_;
  Look look_;
  Spool& spool_;
};

}  // namespace

std::vector<std::string_view> body_lines(std::string_view safe_line, const Look& look) {
  if (!look.is_terminal) return {safe_line};
  return wrapped(safe_line, std::max(k_least_body, look.width) - k_body_indent);
}

std::unique_ptr<Renderer> make_card(const Picked& picked, const Look& look, Spool& spool) {
  return std::make_unique<CardRenderer>(picked, look, spool);
}

}  // namespace behest::render
