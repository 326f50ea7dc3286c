#pragma once
#include <cstdint>
#include <string>

namespace behest::store {

enum class FileState { missing, empty, filled };

struct FileFacts {
  FileState state = FileState::missing;
  std::int64_t size_bytes = 0;
  unsigned mode = 0;            // permission bits
  bool is_from_others = false;  // owned by someone who is neither us nor root, and not shared through a setgid folder
};

// What stands at `path`, without opening it (closing a second descriptor of an open database would drop its locks).
// Error(bad_data) for a folder, a FIFO, a device or a link that leads nowhere; Error(not_permitted) for a file with
// several names, or where people outside our group could write.
FileFacts inspect_file(const std::string& path);

// Makes an empty file (0600) and the folders that are missing above it (0700); as root through sudo they go to the
// user who owns the folder. A file that somebody else made meanwhile is fine. Error(not_permitted, temporary).
void create_file(const std::string& path);

// An empty file (0600) beside `path` under a name of its own, which is given.
std::string create_scratch_beside(const std::string& path);

// Makes a finished file durable under its final name. Error(temporary).
void publish_file(const std::string& scratch, const std::string& path);

// NFS, SMB, FUSE or 9p: where shared memory between processes can not be trusted.
bool is_on_network(const std::string& path);

}  // namespace behest::store
