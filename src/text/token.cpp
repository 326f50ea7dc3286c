#include <algorithm>
#include <stdexcept>

#include "behest/text/safe.hpp"

namespace behest::text {

namespace {

bool is_token_character(char c) {
  const bool is_word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return is_word || std::string_view("_.:+-").find(c) != std::string_view::npos;
}

}  // namespace

template <class Sink>
Safe<Sink> token(std::string_view ascii) {
  if (!std::all_of(ascii.begin(), ascii.end(), is_token_character)) {
    throw std::logic_error("text::token: not a number, an instant or a key name");
  }
  return Safe<Sink>::made_by_encoder(std::string(ascii));
}

Safe<Term> program_text(std::string_view text) {
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f;
  };
  if (std::any_of(text.begin(), text.end(), is_control)) {
    throw std::logic_error("text::program_text: a control byte in a text of the program");
  }
  return Safe<Term>::made_by_encoder(std::string(text));
}

template Safe<Term> token<Term>(std::string_view);
template Safe<Csv> token<Csv>(std::string_view);
template Safe<Tsv> token<Tsv>(std::string_view);
template Safe<Json> token<Json>(std::string_view);
template Safe<Markdown> token<Markdown>(std::string_view);
template Safe<Html> token<Html>(std::string_view);
template Safe<Raw> token<Raw>(std::string_view);

}  // namespace behest::text
