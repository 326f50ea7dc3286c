#include "files/folder.hpp"

#include <cerrno>

#include <fcntl.h>

#include "files/descriptor.hpp"

namespace behest {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  const std::size_t end = path.find_last_not_of('/', slash);
  return end == std::string::npos ? "/" : path.substr(0, end + 1);
}

int sync_folder(const std::string& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!descriptor || ::fsync(descriptor.get()) == 0 || errno == EINVAL) return 0;
  return errno;
}

}  // namespace behest
