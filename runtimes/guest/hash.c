#include "hash.h"

#include <string.h>

#include "internal/Hacl_Hash_MD5.h"
#include "internal/Hacl_Hash_SHA1.h"
#include "internal/Hacl_Hash_SHA2.h"
#include "internal/Hacl_Hash_SHA3.h"

// HACL*'s parameters are not const, though nothing of the input is written.
#define BYTES(pointer) ((uint8_t *)(pointer))

static void md5_blocks(const HashAlgorithm *this, HashState *state, const uint8_t *from, uint32_t bytes) {
  Hacl_Hash_MD5_update_multi(state->words, BYTES(from), bytes / 64);
}
static void md5_end(const HashAlgorithm *this, HashState *state, uint64_t before, const uint8_t *from, uint32_t bytes) {
  Hacl_Hash_MD5_update_last(state->words, before, BYTES(from), bytes);
}
static void md5_start(HashState *state) { Hacl_Hash_MD5_init(state->words); }
static void md5_write(const HashAlgorithm *this, HashState *state, uint8_t *to) { Hacl_Hash_MD5_finish(state->words, to); }

static void sha1_blocks(const HashAlgorithm *this, HashState *state, const uint8_t *from, uint32_t bytes) {
  Hacl_Hash_SHA1_update_multi(state->words, BYTES(from), bytes / 64);
}
static void sha1_end(const HashAlgorithm *this, HashState *state, uint64_t before, const uint8_t *from, uint32_t bytes) {
  Hacl_Hash_SHA1_update_last(state->words, before, BYTES(from), bytes);
}
static void sha1_start(HashState *state) { Hacl_Hash_SHA1_init(state->words); }
static void sha1_write(const HashAlgorithm *this, HashState *state, uint8_t *to) { Hacl_Hash_SHA1_finish(state->words, to); }

// SHA-224 is SHA-256 with another beginning and less of the end, and so is SHA-384 beside SHA-512.
static void sha256_blocks(const HashAlgorithm *this, HashState *state, const uint8_t *from, uint32_t bytes) {
  Hacl_Hash_SHA2_sha256_update_nblocks(bytes, BYTES(from), state->words);
}
static void sha256_end(const HashAlgorithm *this, HashState *state, uint64_t before, const uint8_t *from, uint32_t bytes) {
  Hacl_Hash_SHA2_sha256_update_last(before + bytes, bytes, BYTES(from), state->words);
}
static void sha224_start(HashState *state) { Hacl_Hash_SHA2_sha224_init(state->words); }
static void sha256_start(HashState *state) { Hacl_Hash_SHA2_sha256_init(state->words); }
static void sha224_write(const HashAlgorithm *this, HashState *state, uint8_t *to) { Hacl_Hash_SHA2_sha224_finish(state->words, to); }
static void sha256_write(const HashAlgorithm *this, HashState *state, uint8_t *to) { Hacl_Hash_SHA2_sha256_finish(state->words, to); }

static void sha512_blocks(const HashAlgorithm *this, HashState *state, const uint8_t *from, uint32_t bytes) {
  Hacl_Hash_SHA2_sha512_update_nblocks(bytes, BYTES(from), state->long_words);
}
static void sha512_end(const HashAlgorithm *this, HashState *state, uint64_t before, const uint8_t *from, uint32_t bytes) {
  Hacl_Hash_SHA2_sha512_update_last(FStar_UInt128_uint64_to_uint128(before + bytes), bytes, BYTES(from), state->long_words);
}
static void sha384_start(HashState *state) { Hacl_Hash_SHA2_sha384_init(state->long_words); }
static void sha512_start(HashState *state) { Hacl_Hash_SHA2_sha512_init(state->long_words); }
static void sha384_write(const HashAlgorithm *this, HashState *state, uint8_t *to) { Hacl_Hash_SHA2_sha384_finish(state->long_words, to); }
static void sha512_write(const HashAlgorithm *this, HashState *state, uint8_t *to) { Hacl_Hash_SHA2_sha512_finish(state->long_words, to); }

static void sha3_blocks(const HashAlgorithm *this, HashState *state, const uint8_t *from, uint32_t bytes) {
  Hacl_Hash_SHA3_update_multi_sha3((Spec_Hash_Definitions_hash_alg)this->variant, state->long_words, BYTES(from), bytes / this->block_bytes);
}
static void sha3_end(const HashAlgorithm *this, HashState *state, uint64_t before, const uint8_t *from, uint32_t bytes) {
  Hacl_Hash_SHA3_update_last_sha3((Spec_Hash_Definitions_hash_alg)this->variant, state->long_words, BYTES(from), bytes);
}
static void sha3_start(HashState *state) { memset(state->long_words, 0, sizeof state->long_words); }
static void sha3_write(const HashAlgorithm *this, HashState *state, uint8_t *to) {
  Hacl_Hash_SHA3_squeeze0(state->long_words, this->block_bytes, this->digest_bytes, to);
}

static const HashAlgorithm algorithms[] = {
    {"md5", 64, 16, 16, 0, md5_start, md5_blocks, md5_end, md5_write},
    {"sha1", 64, 20, 20, 0, sha1_start, sha1_blocks, sha1_end, sha1_write},
    {"sha224", 64, 28, 32, 0, sha224_start, sha256_blocks, sha256_end, sha224_write},
    {"sha256", 64, 32, 32, 0, sha256_start, sha256_blocks, sha256_end, sha256_write},
    {"sha384", 128, 48, 64, 0, sha384_start, sha512_blocks, sha512_end, sha384_write},
    {"sha512", 128, 64, 64, 0, sha512_start, sha512_blocks, sha512_end, sha512_write},
    {"sha3-224", 144, 28, 200, Spec_Hash_Definitions_SHA3_224, sha3_start, sha3_blocks, sha3_end, sha3_write},
    {"sha3-256", 136, 32, 200, Spec_Hash_Definitions_SHA3_256, sha3_start, sha3_blocks, sha3_end, sha3_write},
    {"sha3-384", 104, 48, 200, Spec_Hash_Definitions_SHA3_384, sha3_start, sha3_blocks, sha3_end, sha3_write},
    {"sha3-512", 72, 64, 200, Spec_Hash_Definitions_SHA3_512, sha3_start, sha3_blocks, sha3_end, sha3_write},
};

static char letter(const char **at) {
  while (**at == '-' || **at == '_') ++*at;
  char c = **at;
  if (c) ++*at;
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int is_same_name(const char *one, const char *other) {
  for (;;) {
    char a = letter(&one), b = letter(&other);
    if (a != b) return 0;
    if (!a) return 1;
  }
}

const HashAlgorithm *hash_algorithm(const char *name) {
  for (size_t index = 0; index < sizeof algorithms / sizeof *algorithms; index++) {
    if (is_same_name(algorithms[index].name, name)) return &algorithms[index];
  }
  return NULL;
}

const char *hash_name(size_t index) { return index < sizeof algorithms / sizeof *algorithms ? algorithms[index].name : NULL; }

void hash_start(Hash *hash, const HashAlgorithm *algorithm) {
  hash->algorithm = algorithm;
  hash->length = 0;
  algorithm->start(&hash->state);
}

void hash_update(Hash *hash, const void *bytes, size_t length) {
  const HashAlgorithm *algorithm = hash->algorithm;
  const uint8_t *from = bytes;
  uint32_t block = algorithm->block_bytes, used = (uint32_t)(hash->length % block);
  hash->length += length;
  if (used > 0) {
    size_t taken = length < block - used ? length : block - used;
    if (taken > 0) memcpy(hash->rest + used, from, taken);
    from += taken, length -= taken;
    if (used + taken < block) return;
    algorithm->blocks(algorithm, &hash->state, hash->rest, block);
  }
  size_t whole = length - length % block;
  if (whole > 0) algorithm->blocks(algorithm, &hash->state, from, (uint32_t)whole);
  if (length > whole) memcpy(hash->rest, from + whole, length - whole);
}

void hash_finish(Hash *hash, uint8_t *digest) {
  const HashAlgorithm *algorithm = hash->algorithm;
  uint32_t used = (uint32_t)(hash->length % algorithm->block_bytes);
  algorithm->end(algorithm, &hash->state, hash->length - used, hash->rest, used);
  algorithm->write(algorithm, &hash->state, digest);
}

// RFC 2104.
void hmac_start(Hmac *hmac, const HashAlgorithm *algorithm, const void *key, size_t length) {
  uint8_t block[HASH_MAX_BLOCK] = {0}, padded[HASH_MAX_BLOCK];
  hash_start(&hmac->inner, algorithm);
  hash_start(&hmac->outer, algorithm);
  if (length > algorithm->block_bytes) {
    Hash hash;
    hash_start(&hash, algorithm);
    hash_update(&hash, key, length);
    hash_finish(&hash, block);
  } else if (length > 0) {
    memcpy(block, key, length);
  }
  for (uint32_t at = 0; at < algorithm->block_bytes; at++) padded[at] = block[at] ^ 0x36;
  hash_update(&hmac->inner, padded, algorithm->block_bytes);
  for (uint32_t at = 0; at < algorithm->block_bytes; at++) padded[at] = block[at] ^ 0x5c;
  hash_update(&hmac->outer, padded, algorithm->block_bytes);
}

void hmac_update(Hmac *hmac, const void *bytes, size_t length) { hash_update(&hmac->inner, bytes, length); }

void hmac_finish(Hmac *hmac, uint8_t *digest) {
  uint8_t inner[HASH_MAX_DIGEST];
  hash_finish(&hmac->inner, inner);
  hash_update(&hmac->outer, inner, hmac->outer.algorithm->digest_bytes);
  hash_finish(&hmac->outer, digest);
}
