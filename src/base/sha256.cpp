// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <memory>

namespace entente {

namespace {

using Digest = std::array<unsigned char, 32>;

std::string to_hex(const Digest& digest) {
  std::string hex;
  hex.reserve(64);
  for (const unsigned char byte : digest) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 15];
  }
  return hex;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  static EVP_MD* const kSha256 =
      EVP_MD_fetch(nullptr, "SHA256", nullptr);  // EVP_sha256() is fetched each time
  // Most are of a few bytes: making a state costs more than they do.
  thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> state{EVP_MD_CTX_new(),
                                                                                   &EVP_MD_CTX_free};
  Digest digest{};
  unsigned size = 0;
  EVP_DigestInit_ex(state.get(), kSha256, nullptr);
  EVP_DigestUpdate(state.get(), bytes.data(), bytes.size());
  EVP_DigestFinal_ex(state.get(), digest.data(), &size);
  return to_hex(digest);
}

struct Sha256::Context {
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> state{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256() : context_(std::make_shared<Context>()) {
  EVP_DigestInit_ex(context_->state.get(), EVP_sha256(), nullptr);
}

void Sha256::add(std::string_view bytes) {
  EVP_DigestUpdate(context_->state.get(), bytes.data(), bytes.size());
}

std::string Sha256::hex() {
  Digest digest{};
  unsigned size = 0;
  EVP_DigestFinal_ex(context_->state.get(), digest.data(), &size);
  return to_hex(digest);
}

std::string short_hash(std::string_view bytes) {
  return sha256_hex(bytes).substr(0, 16);
}

}  // namespace entente
