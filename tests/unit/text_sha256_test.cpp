#include <doctest/doctest.h>

#include "text/base64.hpp"
#include "text/sha256.hpp"

using namespace behest::text;

namespace {

std::string sum(std::string_view bytes, std::size_t piece) {
  Sha256 sha;
  for (std::size_t at = 0; at < bytes.size(); at += piece) sha.add(bytes.substr(at, piece));
  return sha.finish();
}

}  // namespace

TEST_CASE("sha256: the examples of FIPS 180-4, in any pieces") {
  CHECK(Sha256().finish() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sum("abc", 1) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const std::string two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  CHECK(sum(two, 100) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  const std::string million(1'000'000, 'a');
  for (const std::size_t piece : {1U, 63U, 64U, 65U, 4096U}) {
    CHECK(sum(million, piece) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }
}

TEST_CASE("sha256: lengths around a block's end") {
  // Of as many letters a: sha256sum says so.
  CHECK(sum(std::string(55, 'a'), 7) == "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
  CHECK(sum(std::string(56, 'a'), 7) == "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
  CHECK(sum(std::string(64, 'a'), 7) == "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

TEST_CASE("base64: the examples of RFC 4648, there and back") {
  const std::pair<std::string, std::string> k_pairs[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, coded] : k_pairs) {
    CHECK(base64(plain) == coded);
    CHECK(from_base64(coded) == plain);
  }
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  CHECK(from_base64(base64(all)) == all);
  CHECK(from_base64("Zm9v\r\n YmFy\n") == "foobar");
}

TEST_CASE("base64: what is none is refused") {
  for (const char* const text : {"Z", "Zg", "Zg=", "Zm9v=", "Zg==Zg==", "Zm9*", "Zh==", "Zm9v===", "\xff"}) {
    CAPTURE(text);
    CHECK_FALSE(from_base64(text));
  }
}
