#include "ops/attach.hpp"

#include <doctest/doctest.h>

#include "behest/text/utf8.hpp"
#include "core/media_type.hpp"
#include "core/size.hpp"
#include "ops/export.hpp"
#include "text/file_name.hpp"
#include "text/sha256.hpp"
#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

std::string hash_of(std::string_view bytes) {
  text::Sha256 sum;
  sum.add(bytes);
  return sum.finish();
}

text::ByteSource source_of(const std::string& bytes) {
  return [&bytes, at = std::size_t{0}](char* buffer, std::size_t size) mutable {
    const std::size_t got = std::string_view(bytes).substr(at).copy(buffer, std::min<std::size_t>(size, 1000));
    at += got;
    return got;
  };
}

ops::NewAttachment file_of(const std::string& name, const std::string& bytes) {
  return {name, "text/plain", static_cast<std::int64_t>(bytes.size()), hash_of(bytes),
          [&bytes] { return source_of(bytes); }};
}

class AttachDesk : public OpsDesk {
 public:
  std::string add(std::int64_t number, const ops::NewAttachment& file) {
    std::string sentence;
    on("alice", number,
       [&](ops::Work& work, Request& request) { sentence = ops::attach(work, request, file).sentence; });
    return sentence;
  }
  void take(std::int64_t number, int attachment) {
    on("alice", number, [&](ops::Work& work, Request& request) { ops::detach(work, request, attachment); });
  }
  std::string bytes(std::int64_t number, int attachment) {
    std::string all;
    store->read([&] {
      const Request request = *store->request(number);
      ops::each_piece(*store, ops::attachment_of(request, attachment), [&](std::string_view piece) { all += piece; });
    });
    return all;
  }
  std::vector<std::string> names(std::int64_t number) {
    std::vector<std::string> all;
    for (const Attachment& one : get(number).attachments) all.push_back(std::to_string(one.number) + " " + one.name);
    return all;
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("attach: what was attached comes back byte for byte, in pieces or empty") {
  AttachDesk desk;
  const std::int64_t number = desk.submit("zoe");
  std::string large(700'000, '\0');
  for (std::size_t i = 0; i < large.size(); ++i) large[i] = static_cast<char>(i * 31 % 251);
  const std::string exact(512UL * 1024UL, 'x');
  const std::string empty;
  CHECK(desk.add(number, file_of("a.bin", large)) == "#1.1 a.bin attached (text/plain, 683 KiB)");
  desk.add(number, file_of("b.bin", exact));
  CHECK(desk.add(number, file_of("c", empty)) == "#1.3 c attached (text/plain, 0 bytes)");
  CHECK(desk.bytes(number, 1) == large);
  CHECK(desk.bytes(number, 2) == exact);
  CHECK(desk.bytes(number, 3).empty());
  const Attachment first = desk.get(number).attachments.front();
  CHECK(first.author == "alice");
  CHECK(first.size == 700'000);
  CHECK(first.hash == hash_of(large));
}

TEST_CASE("attach: the same bytes are stored once") {
  AttachDesk desk;
  const std::int64_t first = desk.submit("zoe");
  const std::int64_t second = desk.submit("zoe");
  const std::string bytes = "the same";
  desk.add(first, file_of("one", bytes));
  desk.add(second, file_of("two", bytes));
  std::vector<std::string> hashes;
  desk.store->read([&] { hashes = desk.store->content_hashes(); });
  CHECK(hashes == Names{hash_of(bytes)});
  CHECK(desk.bytes(second, 1) == bytes);
}

TEST_CASE("attach: undo and redo; a number is not given out twice") {
  AttachDesk desk;
  const std::int64_t number = desk.submit("zoe");
  const std::string bytes = "words";
  desk.add(number, file_of("a", bytes));
  desk.take(number, 1);
  CHECK(desk.names(number).empty());
  desk.undo("alice");
  CHECK(desk.names(number) == Names{"1 a"});
  CHECK(desk.bytes(number, 1) == bytes);
  desk.redo("alice");
  CHECK(desk.names(number).empty());
  desk.add(number, file_of("b", bytes));
  CHECK(desk.names(number) == Names{"2 b"});
  desk.undo("alice");
  CHECK(desk.names(number).empty());
}

TEST_CASE("attach: a file that changes while it is read is refused, and leaves nothing") {
  AttachDesk desk;
  const std::int64_t number = desk.submit("zoe");
  const std::string before = "before";
  const std::string after = "after!";
  ops::NewAttachment file = file_of("a", before);
  file.open = [&] { return source_of(after); };
  check_refused([&] { desk.add(number, file); });
  const std::string longer = "before and more";
  file.open = [&] { return source_of(longer); };
  check_refused([&] { desk.add(number, file); });
  CHECK(desk.names(number).empty());
  std::vector<std::string> hashes;
  desk.store->read([&] { hashes = desk.store->content_hashes(); });
  CHECK(hashes.empty());
}

TEST_CASE("attach: what cannot be a name, and what is not there") {
  AttachDesk desk;
  const std::int64_t number = desk.submit("zoe");
  const std::string bytes = "x";
  CHECK(error_of([&] { desk.add(number, file_of("", bytes)); })->kind == ErrorKind::usage);
  CHECK(error_of([&] { desk.add(number, file_of(std::string(256, 'a'), bytes)); })->kind == ErrorKind::bad_data);
  CHECK(error_of([&] { desk.add(number, file_of("a\xff", bytes)); })->kind == ErrorKind::bad_data);
  CHECK(error_of([&] { desk.take(number, 1); })->kind == ErrorKind::not_found);
}

TEST_CASE("file_name: what anybody may have named becomes a plain name of this folder") {
  const std::pair<const char*, const char*> k_cases[] = {
      {"report.pdf", "report.pdf"},
      {"../../etc/passwd", "passwd"},
      {"/etc/cron.d/x", "x"},
      {R"(C:\Users\x\note.txt)", "note.txt"},
      {".bashrc", "_bashrc"},
      {"-rf", "_rf"},
      {"a\nb\x1b[2J.txt", "a_b_[2J.txt"},
      {"pay\u202Efdp.exe", "pay_fdp.exe"},
      {"$(id)`x`;y", "_(id)_x__y"},
      {"网络 故障.png", "网络 故障.png"},
      {"a\xff.txt", "a_.txt"},
      {"..", ""},
      {"...", ""},
      {"dir/", ""},
      {"  spaced . ", "spaced"},
      {"", ""},
  };
  for (const auto& one : k_cases) {
    const std::string given = one.first;
    CAPTURE(given);
    CHECK(text::plain_file_name(given) == one.second);
  }
  const std::string name = text::plain_file_name(std::string(300, 'a') + ".tar");
  CHECK(name.size() == 200);
  CHECK(name.ends_with("a.tar"));
  std::string wide;
  for (int i = 0; i < 100; ++i) wide += "网";
  const std::string cut = text::plain_file_name(wide);
  CHECK(cut.size() <= 200);
  CHECK(text::is_valid_utf8(cut));
}

TEST_CASE("media_type: first bytes, then the name, then whether it is text") {
  CHECK(guess_media_type("x.txt", "\x89PNG\r\n\x1a\n....") == "image/png");
  CHECK(guess_media_type("x", "%PDF-1.7") == "application/pdf");
  CHECK(guess_media_type("x.zip", "PK\x03\x04....") == "application/zip");
  CHECK(guess_media_type("X.DOCX", "PK\x03\x04....") ==
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  CHECK(guess_media_type("x", "RIFF....WEBP") == "image/webp");
  CHECK(guess_media_type("x.CSV", "a,b\n") == "text/csv");
  CHECK(guess_media_type("x.log", "word\n") == "text/plain");
  CHECK(guess_media_type("notes", "网络") == "text/plain");
  CHECK(guess_media_type("x.txt", std::string_view("a\0b", 3)) == "application/octet-stream");
  CHECK(guess_media_type("x.csv", "\xff\xfe") == "application/octet-stream");
  CHECK(guess_media_type("x", "") == "text/plain");
  // What is cut off after 512 bytes may end within a character.
  CHECK(guess_media_type("x", std::string(511, 'a') + "\xe7") == "text/plain");
  CHECK(guess_media_type("x", std::string(11, 'a') + "\xe7") == "application/octet-stream");
  CHECK(media_type_named("Image/PNG") == "image/png");
  for (const char* wrong : {"", "png", "image/", "/png", "a/b/c", "a b/c", "image/png; q=1", "im\nage/png"}) {
    CAPTURE(wrong);
    CHECK_FALSE(media_type_named(wrong));
  }
}

TEST_CASE("size: read, written for people, and just as it is read") {
  CHECK(parse_size("25 MiB") == 25LL << 20);
  CHECK(parse_size("25mib") == 25LL << 20);
  CHECK(parse_size("1 kB") == 1000);
  CHECK(parse_size("512") == 512);
  CHECK(parse_size("2TiB") == 2LL << 40);
  for (const char* wrong : {"", "MiB", "-1 MiB", "1.5 MiB", "1 XB", "1 MiB x", "9223372036854775807 KiB", "1 M"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_size(wrong));
  }
  CHECK(format_size(0) == "0 bytes");
  CHECK(format_size(1) == "1 byte");
  CHECK(format_size(1536) == "1.5 KiB");
  CHECK(format_size(10 * 1024 + 512) == "10 KiB");
  CHECK(format_size(25LL << 20) == "25 MiB");
  for (const std::int64_t bytes : {1LL, 1500LL, 1024LL, 25LL << 20, 3LL << 30, (1LL << 20) + 1}) {
    CHECK(parse_size(exact_size(bytes)) == bytes);
  }
}
