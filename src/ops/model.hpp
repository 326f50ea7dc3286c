#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/store.hpp"
#include "core/learn_train.hpp"

// What was learned of a field, as the store keeps it: a record of the kind "model" under the field's name, and the rows
// as pieces under the hash of the whole. It is a cache of the requests: no event tells of it, no undo takes it back and
// no export has it.
namespace behest::ops {

inline constexpr std::array<std::string_view, 4> k_learned_fields = {"category", "team", "assignee", "type"};
inline constexpr std::string_view k_model_kind = "model";
// The name under which a record of that kind tells when every field was learned last: {"closed"}.
inline constexpr std::string_view k_every_field = "*";

// Writes the new model and takes away the old one; nullptr takes it away alone. Inside Store::transact().
void keep_model(Store& store, std::string_view field, const Learned* learned, bool may_fill);

// The hash of the rows that a record of a model names; "" when it names none.
std::string model_hash(const text::JsonValue& record);

// What is kept of one field; reads the pieces that a text needs, as it needs them, inside Store::read() or transact().
class KeptModel {
 public:
  // Nothing when the field has not been learned, or by another version of behest.
  static std::optional<KeptModel> open(Store& store, std::string_view field);

  const LabelModel& model() const { return model_; }
  // Whether it was good enough to fill in fields by itself.
  bool may_fill() const { return may_fill_; }
  // Error(bad_data) when pieces are missing or damaged.
  std::optional<TermRow> find(std::uint32_t bucket);
  // Reads every piece, so that find() needs the store no more.
  void read_all();

 private:
  KeptModel(Store& store, const text::JsonValue& record);
  const TermRows& piece(std::uint32_t number);

  Store* store_;
  std::string hash_;
  std::uint32_t pieces_ = 1;
  bool may_fill_ = false;
  LabelModel model_;
  std::map<std::uint32_t, TermRows> read_;
};

}  // namespace behest::ops
