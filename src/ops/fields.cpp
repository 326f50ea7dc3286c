#include "ops/verbs.hpp"

namespace behest::ops {

void type_fields(const Config& config, const TimeContext& context, Setters& values) {
  for (auto& [name, value] : values.fields) {
    const FieldType* const type = field_type(config.fields, name);
    if (type == nullptr) continue;
    name = type->name;
    if (value.empty()) continue;
    if (type->kind == FieldKind::choice && type->choices.empty()) {
      throw Error{ErrorKind::bad_config, "the field '" + name + "' is a choice without choices",
                  "set field." + name + ".choices in behest.toml"};
    }
    auto normal = normal_value(*type, value, context);
    if (!normal) {
      throw Error{ErrorKind::usage, "the field '" + name + "' " + normal.error().message, normal.error().hint};
    }
    value = *std::move(normal);
  }
}

}  // namespace behest::ops
