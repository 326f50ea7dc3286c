#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <sys/stat.h>
#include <unistd.h>

#include "harness.hpp"
#include "process.hpp"

namespace failure {
namespace {

namespace fs = std::filesystem;

std::string g_binary;

std::string describe(const fs::directory_entry& entry) {
  struct stat facts {};
  if (::lstat(entry.path().c_str(), &facts) != 0) return "gone";
  std::ostringstream text;
  text << std::oct << facts.st_mode << std::dec << " links " << facts.st_nlink;
  if (S_ISREG(facts.st_mode)) {
    text << " size " << facts.st_size << " hash " << std::hash<std::string>()(read_file(entry.path().string()));
  }
  if (S_ISLNK(facts.st_mode)) text << " to " << fs::read_symlink(entry.path()).string();
  return text.str();
}

}  // namespace

void use_binary(const std::string& path) { g_binary = fs::absolute(path).string(); }

const std::string& binary() { return g_binary; }

Sandbox::Sandbox(const std::string& name) : failures_before_(failures()) {
  const char* base = std::getenv("TMPDIR");
  std::string pattern = std::string(base != nullptr ? base : "/tmp") + "/behest-" + name + "-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) {
    std::perror(pattern.c_str());
    std::exit(3);
  }
  path_ = pattern;
  ::chmod(path_.c_str(), 0755);
}

Sandbox::~Sandbox() {
  std::error_code ignored;
  if (failures() == failures_before_) {
    fs::remove_all(path_, ignored);
  } else {
    measured("kept " + path_);
  }
}

std::string Sandbox::path(const std::string& name) const { return name.empty() ? path_ : path_ + "/" + name; }

Outcome Sandbox::bare(const Launch& launch) const {
  Words environment = {"HOME=" + path_, "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC", "TERM=xterm"};
  for (const std::string& variable : launch.environment) {
    const std::string name = variable.substr(0, variable.find('=') + 1);
    std::erase_if(environment, [&](const std::string& other) { return other.starts_with(name); });
    environment.push_back(variable);
  }
  return start(g_binary, path_, std::move(environment), launch);
}

Outcome Sandbox::run(Launch launch) const {
  launch.args.insert(launch.args.begin(), {"--db", db()});
  return bare(launch);
}

Outcome Sandbox::run(const Words& words) const {
  Launch launch;
  launch.args = words;
  return run(std::move(launch));
}

std::string Sandbox::must(const Words& words) const {
  const Outcome outcome = run(words);
  std::string line;
  for (const std::string& word : words) line += word + " ";
  check(outcome.code == 0, "'" + visible(line, 120) + "' exits 0", outcome.told());
  return outcome.out;
}

Snapshot snapshot(const std::string& folder) {
  Snapshot found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    found[entry.path().string().substr(folder.size() + 1)] = describe(entry);
  }
  return found;
}

std::string difference(const Snapshot& before, const Snapshot& after) {
  std::string text;
  for (const auto& [name, facts] : before) {
    const auto now = after.find(name);
    if (now == after.end()) {
      text.append(name).append(" is gone; ");
    } else if (now->second != facts) {
      text.append(name).append(": ").append(facts).append(" -> ").append(now->second).append("; ");
    }
  }
  for (const auto& [name, facts] : after) {
    if (before.count(name) == 0) text.append(name).append(" is new (").append(facts).append("); ");
  }
  return text;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void write_file(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  check(file.good(), "a fixture can be written", path);
}

}  // namespace failure
