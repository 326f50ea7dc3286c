#include "commands/attached_file.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"
#include "core/media_type.hpp"
#include "core/size.hpp"
#include "text/sha256.hpp"

namespace behest::commands {
namespace {

std::string name_of(const std::string& file) {
  const std::size_t slash = file.rfind('/');
  return text::repair_utf8(slash == std::string::npos ? file : file.substr(slash + 1));
}

std::string type_of(const std::optional<std::string>& given, const std::string& name, std::string_view beginning) {
  if (!given) return guess_media_type(name, beginning);
  const auto type = media_type_named(*given);
  if (type) return *type;
  throw Error{ErrorKind::usage, "'" + *given + "' is not a media type", "for example text/plain or image/png"};
}

}  // namespace

AttachedFiles::AttachedFiles(Env& env, const std::vector<std::string>& files, const std::optional<std::string>& name,
                             const std::optional<std::string>& mime) {
  if (files.size() > 1 && (name || mime)) {
    throw Error{ErrorKind::usage, "--name and --mime are about one file", "attach the others by themselves"};
  }
  if (std::ranges::count(files, "-") > 1) {
    throw Error{ErrorKind::usage, "standard input is named twice", "name it once"};
  }
  for (const std::string& file : files) add(env, file, name, mime);
}

void AttachedFiles::add(Env& env, const std::string& file, const std::optional<std::string>& name,
                        const std::optional<std::string>& mime) {
  if (file == "-" && !name) {
    throw Error{ErrorKind::usage, "what comes from standard input has no name", "give it with --name NAME"};
  }
  ops::NewAttachment made;
  made.name = name ? *name : name_of(file);
  ops::check_attachment_name(made.name);
  const std::int64_t limit = env.config().attachment_limit;
  sources_.push_back(std::make_unique<ImportSource>(env, file, limit));
  ImportSource& source = *sources_.back();
  const text::ByteSource bytes = source.bytes();
  text::Sha256 sum;
  std::string buffer(64UL * 1024UL, '\0');
  std::string beginning;
  while (const std::size_t got = bytes(buffer.data(), buffer.size())) {
    sum.add(std::string_view(buffer).substr(0, got));
    if (beginning.size() < k_media_type_bytes) {
      beginning.append(buffer, 0, std::min(got, k_media_type_bytes - beginning.size()));
    }
    made.size += static_cast<std::int64_t>(got);
    if (made.size <= limit) continue;
    throw Error{ErrorKind::bad_data, "the file '" + source.name() + "' has more than " + format_size(limit),
                "attachments.limit in behest.toml says how large a file may be"};
  }
  made.mime = type_of(mime, made.name, beginning);
  made.hash = sum.finish();
  made.open = [&source] { return source.bytes(); };
  files_.push_back(std::move(made));
}

ops::Outcome AttachedFiles::attach(ops::Work& work, Request& request) const {
  ops::Outcome all{request.number, "", !files_.empty()};
  for (const ops::NewAttachment& file : files_) {
    if (!all.sentence.empty()) all.sentence += "; ";
    all.sentence += ops::attach(work, request, file).sentence;
  }
  return all;
}

}  // namespace behest::commands
