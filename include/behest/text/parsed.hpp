#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace behest {

// Why a piece of user text does not parse. `column` counts from 1, in bytes of the text given.
struct ParseError {
  std::string message;
  std::size_t column = 1;
  std::string hint;
};

// What a parser of user text returns: a value, or where and why there is none. Parsers never throw.
template <class T>
class Parsed {
 public:
  Parsed(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Parsed(ParseError error) : state_(std::in_place_index<1>, std::move(error)) {}
  explicit operator bool() const { return state_.index() == 0; }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  const T* operator->() const { return &std::get<0>(state_); }
  const ParseError& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, ParseError> state_;
};

}  // namespace behest
