#include "behest/core/error.hpp"

namespace behest {

int exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::bug:
      return 1;
    case ErrorKind::usage:
      return 2;
    case ErrorKind::not_found:
      return 3;
    case ErrorKind::refused:
      return 4;
    case ErrorKind::partial:
      return 6;
    case ErrorKind::condition:
      return 10;
    case ErrorKind::bad_data:
      return 65;
    case ErrorKind::output_failed:
      return 74;
    case ErrorKind::temporary:
      return 75;
    case ErrorKind::not_permitted:
      return 77;
    case ErrorKind::bad_config:
      return 78;
    case ErrorKind::interrupted:
      return 130;
    case ErrorKind::terminated:
      return 143;
  }
  return 1;
}

const char* kind_name(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::bug:
      return "bug";
    case ErrorKind::usage:
      return "usage";
    case ErrorKind::not_found:
      return "not_found";
    case ErrorKind::refused:
      return "refused";
    case ErrorKind::partial:
      return "partial";
    case ErrorKind::condition:
      return "condition";
    case ErrorKind::bad_data:
      return "bad_data";
    case ErrorKind::output_failed:
      return "output_failed";
    case ErrorKind::temporary:
      return "temporary";
    case ErrorKind::not_permitted:
      return "not_permitted";
    case ErrorKind::bad_config:
      return "bad_config";
    case ErrorKind::interrupted:
      return "interrupted";
    case ErrorKind::terminated:
      return "terminated";
  }
  return "bug";
}

}  // namespace behest
