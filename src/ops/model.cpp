#include "ops/model.hpp"

#include <algorithm>

#include "behest/text/terms.hpp"
#include "text/sha256.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

// Stands for the form of records and rows, of the hash of terms and of their weights.
constexpr std::int64_t k_format = 1;
// So that a piece and its neighbours in the file are one page of the engine.
constexpr std::size_t k_piece_bytes = 2'000;
constexpr std::uint32_t k_most_pieces = 4'096;

std::vector<std::string> pieces_of(const Learned& learned) {
  const std::size_t bytes = learned.rows.size() * TermRows::row_bytes(learned.model.labels.size());
  std::uint32_t count = 1;
  while (count < k_most_pieces && bytes / count > k_piece_bytes) count *= 2;
  const std::uint32_t width = k_term_buckets / count;
  std::vector<std::string> pieces;
  pieces.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) pieces.push_back(learned.rows.bytes(i * width, (i + 1) * width));
  return pieces;
}

JsonValue record_of(const Learned& learned, const std::string& hash, std::size_t pieces, bool may_fill) {
  JsonValue::Array labels;
  for (const std::string& label : learned.model.labels) labels.emplace_back(label);
  JsonValue::Array intercepts;
  for (const double intercept : learned.model.intercepts) intercepts.emplace_back(intercept);
  return JsonValue::Object{{"format", k_format},
                           {"terms", static_cast<std::int64_t>(text::k_terms_version)},
                           {"hash", hash},
                           {"pieces", static_cast<std::int64_t>(pieces)},
                           {"fills", may_fill},
                           {"texts", learned.model.texts},
                           {"sharpness", learned.model.sharpness},
                           {"labels", std::move(labels)},
                           {"intercepts", std::move(intercepts)}};
}

[[noreturn]] void damaged() {
  throw Error{ErrorKind::bad_data, "what was learned is damaged", "learn it again: 'behest learn'"};
}

std::int64_t integer_in(const JsonValue& record, std::string_view key) {
  const JsonValue* value = record.find(key);
  return value != nullptr && value->integer() != nullptr ? *value->integer() : 0;
}

double real_of(const JsonValue& value) {
  if (value.real() != nullptr) return *value.real();
  if (value.integer() != nullptr) return static_cast<double>(*value.integer());
  damaged();
}

const JsonValue::Array& array_in(const JsonValue& record, std::string_view key) {
  const JsonValue* value = record.find(key);
  if (value == nullptr || value->array() == nullptr) damaged();
  return *value->array();
}

bool is_ours(const JsonValue& record) {
  return integer_in(record, "format") == k_format && integer_in(record, "terms") == text::k_terms_version;
}

}  // namespace

std::string model_hash(const JsonValue& record) {
  const JsonValue* hash = record.find("hash");
  return hash != nullptr && hash->string() != nullptr ? *hash->string() : std::string();
}

void keep_model(Store& store, std::string_view field, const Learned* learned, bool may_fill) {
  const std::string old = model_hash(store.record(k_model_kind, field));
  if (learned == nullptr) {
    store.put_record({std::string(k_model_kind), std::string(field), {}});
    if (!old.empty()) store.drop_content(old);
    return;
  }
  std::vector<std::string> pieces = pieces_of(*learned);
  const std::size_t count = pieces.size();
  // Two fields whose rows are the same are not the same content, so that one may be taken away.
  pieces.emplace_back(field);
  text::Sha256 sum;
  for (const std::string& piece : pieces) sum.add(piece);
  const std::string hash = sum.finish();
  store.drop_content(hash);
  std::int64_t number = 0;
  for (const std::string& piece : pieces) store.put_chunk(hash, number++, piece);
  store.put_record({std::string(k_model_kind), std::string(field), record_of(*learned, hash, count, may_fill)});
  if (!old.empty() && old != hash) store.drop_content(old);
}

std::optional<KeptModel> KeptModel::open(Store& store, std::string_view field) {
  const JsonValue record = store.record(k_model_kind, field);
  if (record.is_null() || !is_ours(record)) return std::nullopt;
  return KeptModel(store, record);
}

KeptModel::KeptModel(Store& store, const JsonValue& record) : store_(&store), hash_(model_hash(record)) {
  const std::int64_t pieces = integer_in(record, "pieces");
  if (pieces < 1 || pieces > k_most_pieces || k_term_buckets % pieces != 0) damaged();
  pieces_ = static_cast<std::uint32_t>(pieces);
  const JsonValue* fills = record.find("fills");
  may_fill_ = fills != nullptr && fills->boolean() != nullptr && *fills->boolean();
  model_.texts = integer_in(record, "texts");
  const JsonValue* sharpness = record.find("sharpness");
  if (sharpness == nullptr) damaged();
  model_.sharpness = real_of(*sharpness);
  for (const JsonValue& label : array_in(record, "labels")) {
    if (label.string() == nullptr) damaged();
    model_.labels.push_back(*label.string());
  }
  for (const JsonValue& intercept : array_in(record, "intercepts")) model_.intercepts.push_back(real_of(intercept));
  if (model_.labels.size() < 2 || model_.labels.size() != model_.intercepts.size()) damaged();
}

const TermRows& KeptModel::piece(std::uint32_t number) {
  const auto known = read_.find(number);
  if (known != read_.end()) return known->second;
  return read_.emplace(number, TermRows::read(store_->chunk(hash_, number), model_.labels.size())).first->second;
}

std::optional<TermRow> KeptModel::find(std::uint32_t bucket) {
  return piece(bucket / (k_term_buckets / pieces_)).find(bucket);
}

void KeptModel::read_all() {
  for (std::uint32_t number = 0; number < pieces_; ++number) piece(number);
}

}  // namespace behest::ops
