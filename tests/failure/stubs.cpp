#include "harness.hpp"
namespace failure {
void trust() {}
void hostile() {}
}  // namespace failure
