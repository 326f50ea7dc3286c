#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "behest/command.hpp"
#include "commands/import_source.hpp"
#include "ops/attach.hpp"

namespace behest::commands {

// Files named on the command line, read once for their size, hash and type before any transaction; they can be read
// again while this lives.
class AttachedFiles {
 public:
  // `name` and `mime` instead of what the file itself says, for a single one; "-" is standard input, which needs a
  // name. Error(bad_data) beyond attachments.limit, Error(usage) for a name or type that is none.
  AttachedFiles(Env& env, const std::vector<std::string>& files, const std::optional<std::string>& name = {},
                const std::optional<std::string>& mime = {});

  // Attaches all of them: one event each.
  ops::Outcome attach(ops::Work& work, Request& request) const;

 private:
  void add(Env& env, const std::string& file, const std::optional<std::string>& name,
           const std::optional<std::string>& mime);

  std::vector<std::unique_ptr<ImportSource>> sources_;
  std::vector<ops::NewAttachment> files_;
};

}  // namespace behest::commands
