#pragma once
#include <string>

namespace behest {

// The folder that a path says its file is in: "." for a bare name, "/" for what stands there.
std::string folder_of(const std::string& path);
// Makes durable which files a folder holds. The errno of what went wrong, else 0: so too for a folder that may be used
// but not listed, where nothing more can be done.
int sync_folder(const std::string& folder);

}  // namespace behest
