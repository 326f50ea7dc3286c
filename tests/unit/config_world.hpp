#pragma once
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include <sys/stat.h>

#include "behest/config.hpp"

// A system, a user and a project folder below a fresh temporary one that is gone with its owner.
class ConfigWorld {
 public:
  ConfigWorld() {
    char name[] = "/tmp/behest-config-XXXXXX";
    if (::mkdtemp(name) == nullptr) std::abort();
    root_ = std::filesystem::canonical(name).string();
    for (const char* const folder : {"/etc", "/user", "/work", "/work/deep", "/work/deep/er"}) {
      ::mkdir((root_ + folder).c_str(), 0700);
    }
  }
  ConfigWorld(const ConfigWorld&) = delete;
  ConfigWorld& operator=(const ConfigWorld&) = delete;
  ~ConfigWorld() { std::filesystem::remove_all(root_); }

  std::string path(const std::string& name) const { return root_ + "/" + name; }
  std::string system_file() const { return path("etc/behest.toml"); }
  std::string user_file() const { return path("user/behest.toml"); }
  std::string project_file() const { return path("work/.behest.toml"); }

  static void write(const std::string& file, const std::string& text, mode_t mode = 0600) {
    std::ofstream(file, std::ios::binary) << text;
    ::chmod(file.c_str(), mode);
  }
  static std::string read(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  behest::ConfigSources sources(std::optional<std::string> explicit_file = {}) const {
    return {path("etc"), path("user"), path("work/deep/er"), std::move(explicit_file)};
  }
  behest::LoadedConfig load(std::optional<std::string> explicit_file = {}) const {
    return behest::load_config(sources(std::move(explicit_file)));
  }
  // What reading `text` as the user's file is refused with; the kind is bug when it is not refused.
  behest::Error refusal(const std::string& text) const {
    write(user_file(), text);
    return refusal_of([this] { load(); });
  }
  template <class Work>
  static behest::Error refusal_of(const Work& work) {
    try {
      work();
    } catch (const behest::Error& error) {
      return error;
    }
    return {behest::ErrorKind::bug, "not refused", {}};
  }

 private:
  std::string root_;
};
