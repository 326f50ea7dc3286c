#include "mail/loader.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <string>
#include <vector>

#include <dlfcn.h>
#include <unistd.h>

#include "behest/core/error.hpp"
#include "behest/text/utf8.hpp"
#include "mail/assembly.hpp"
#include "mail/module/module.h"
#include "text/encoded_word.hpp"
#include "text/sha256.hpp"

namespace behest::mail {
namespace {

constexpr const char* k_module = "behest-mail.so";

std::string hash_of(int file, std::int64_t from, std::int64_t to) {
  text::Sha256 sum;
  std::array<char, 16UL * 1024UL> buffer{};
  while (from < to) {
    const auto wanted = std::min<std::int64_t>(to - from, static_cast<std::int64_t>(buffer.size()));
    const ssize_t got = ::pread(file, buffer.data(), static_cast<std::size_t>(wanted), from);
    if (got <= 0) break;
    sum.add({buffer.data(), static_cast<std::size_t>(got)});
    from += got;
  }
  return sum.finish();
}

// The folder of the running program; "" when it cannot be told.
std::string program_folder() {
  std::array<char, 4096> path{};
  const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size());
  if (size <= 0) return {};
  const std::string_view whole(path.data(), static_cast<std::size_t>(size));
  return std::string(whole.substr(0, whole.rfind('/')));
}

// Never the current folder or one that a variable names: whoever sets those would run code here.
void* load_module() {
  const std::string beside = program_folder();
  std::string why;
  for (const std::string& folder : {beside, beside + "/" BEHEST_LIBRARY_FOLDER}) {
    if (!folder.starts_with('/')) continue;
    const std::string path = folder + "/" + k_module;
    if (::access(path.c_str(), F_OK) != 0) continue;
    if (void* const module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) return module;
    why = ::dlerror();
  }
  throw Error{ErrorKind::temporary,
              why.empty() ? std::string("mail cannot be read: ") + k_module + " is not installed"
                          : "mail cannot be read: " + why,
              "install behest with its mail module, and libgmime-3.0-0; everything else works without"};
}

class Module {
 public:
  Module() : handle_(load_module()) {
    const auto version = function<decltype(behest_mail_version)>("behest_mail_version");
    if (version() != BEHEST_MAIL_VERSION) {
      throw Error{ErrorKind::temporary, std::string(k_module) + " is of another version of behest",
                  "install both from the same package"};
    }
    read = function<decltype(behest_mail_read)>("behest_mail_read");
    mailboxes = function<decltype(behest_mail_mailboxes)>("behest_mail_mailboxes");
    date = function<decltype(behest_mail_date)>("behest_mail_date");
  }

  decltype(behest_mail_read)* read = nullptr;
  decltype(behest_mail_mailboxes)* mailboxes = nullptr;
  decltype(behest_mail_date)* date = nullptr;

 private:
  template <class Function>
  Function* function(const char* name) {
    void* const found = ::dlsym(handle_, name);
    if (found == nullptr) {
      throw Error{ErrorKind::temporary, std::string(k_module) + " is of another version of behest",
                  "install both from the same package"};
    }
    return reinterpret_cast<Function*>(found);
  }

  void* handle_;  // stays loaded: GMime cannot be unloaded
};

class ModuleReader final : public MailReader, private FieldReader {
 public:
  IncomingMail read(int file, std::int64_t from, std::int64_t to) override {
    Assembly assembly(*this, std::make_shared<Scratch>());
    Hearing hearing{&assembly, {}};
    behest_mail_sink sink{};
    sink.context = &hearing;
    sink.field = [](void* context, const char* name, const char* value) {
      of(context).hear([&](Assembly& one) { one.field(name, value); });
    };
    sink.part = [](void* context, const behest_mail_part* part) {
      bool is_wanted = false;
      of(context).hear([&](Assembly& one) {
        is_wanted = one.part(
            {part->type, part->charset, part->disposition, part->name, part->message_id, part->is_one_of_several != 0});
      });
      return is_wanted ? 1 : 0;
    };
    sink.bytes = [](void* context, const char* bytes, std::size_t size) {
      bool is_wanted = false;
      of(context).hear([&](Assembly& one) { is_wanted = one.bytes({bytes, size}); });
      return is_wanted ? 1 : 0;
    };
    const behest_mail_result result = module_.read(file, from, to, &sink);
    if (hearing.failure) std::rethrow_exception(hearing.failure);
    check(result);
    if (result == BEHEST_MAIL_CUT) assembly.note("it has more parts than are read, and the rest was left out");
    return assembly.finish(hash_of(file, from, to));
  }

 private:
  // Errors do not pass through the module, which is not made for them.
  struct Hearing {
    Assembly* assembly;
    std::exception_ptr failure;
    template <class Act>
    void hear(const Act& act) {
      if (failure) return;
      try {
        act(*assembly);
      } catch (...) {
        failure = std::current_exception();
      }
    }
  };
  static Hearing& of(void* context) { return *static_cast<Hearing*>(context); }

  static void check(behest_mail_result result) {
    if (result == BEHEST_MAIL_TOO_MUCH) {
      throw Error{ErrorKind::bad_data, "the message's header has more than 256 KiB, 1000 lines or a line of 64 KiB",
                  "no honest one is so large; nothing of it was kept"};
    }
    if (result == BEHEST_MAIL_UNREADABLE) {
      throw Error{ErrorKind::bad_data, "this is no message", "one begins with lines such as 'From: zoe@example.org'"};
    }
  }

  std::vector<Mailbox> mailboxes(const std::string& field) override {
    std::vector<Mailbox> all;
    module_.mailboxes(field.c_str(), &all, [](void* context, const char* name, const char* address) {
      static_cast<std::vector<Mailbox>*>(context)->push_back(
          {text::decode_words(name), std::string(text::trim(text::repair_utf8(address)))});
    });
    return all;
  }

  std::optional<Instant> date(const std::string& field) override {
    std::int64_t seconds = 0;
    constexpr std::int64_t k_least = -62'135'596'800;  // the years 1 to 9999
    constexpr std::int64_t k_most = 253'402'300'799;
    if (module_.date(field.c_str(), &seconds) == 0 || seconds < k_least || seconds > k_most) return std::nullopt;
    return Instant{seconds * 1000};
  }

  Module module_;
};

}  // namespace

std::unique_ptr<MailReader> make_mail_reader() { return std::make_unique<ModuleReader>(); }

}  // namespace behest::mail
