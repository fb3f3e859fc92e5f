#include "kdf.h"

#include <stdlib.h>
#include <string.h>
#include <wasm_simd128.h>

// The HMAC of one digest, by states that have taken in the key: two compressions, as few as there can be.
static void hmac_of_digest(const Hmac *keyed, uint8_t *digest) {
  const HashAlgorithm *algorithm = keyed->inner.algorithm;
  HashState state;
  memcpy(&state, &keyed->inner.state, algorithm->state_bytes);
  algorithm->end(algorithm, &state, algorithm->block_bytes, digest, algorithm->digest_bytes);
  algorithm->write(algorithm, &state, digest);
  memcpy(&state, &keyed->outer.state, algorithm->state_bytes);
  algorithm->end(algorithm, &state, algorithm->block_bytes, digest, algorithm->digest_bytes);
  algorithm->write(algorithm, &state, digest);
}

void pbkdf2_hmac(const HashAlgorithm *algorithm, const void *password, size_t password_length, const void *salt, size_t salt_length,
                 uint32_t iterations, uint8_t *key, size_t key_length) {
  Hmac keyed;
  hmac_start(&keyed, algorithm, password, password_length);
  Hmac salted = keyed;
  hmac_update(&salted, salt, salt_length);
  uint32_t digest_bytes = algorithm->digest_bytes;
  for (uint32_t block = 1; key_length > 0; block++) {
    uint8_t number[4] = {(uint8_t)(block >> 24), (uint8_t)(block >> 16), (uint8_t)(block >> 8), (uint8_t)block};
    uint8_t digest[HASH_MAX_DIGEST], sum[HASH_MAX_DIGEST];
    Hmac first = salted;
    hmac_update(&first, number, sizeof number);
    hmac_finish(&first, digest);
    memcpy(sum, digest, digest_bytes);
    for (uint32_t iteration = 1; iteration < iterations; iteration++) {
      hmac_of_digest(&keyed, digest);
      for (uint32_t at = 0; at < digest_bytes; at++) sum[at] ^= digest[at];
    }
    size_t taken = key_length < digest_bytes ? key_length : digest_bytes;
    memcpy(key, sum, taken);
    key += taken, key_length -= taken;
  }
}

ScryptFit scrypt_fit(const ScryptCost *cost, uint64_t max_memory) {
  uint64_t n = cost->cost, r = cost->block_size, p = cost->parallelization;
  if (r == 0 || p == 0 || n < 2 || (n & (n - 1)) != 0) return SCRYPT_INVALID;
  if (r > (1u << 30) - 1 || p > ((1u << 30) - 1) / r) return SCRYPT_INVALID;
  // N < 2^(128 * r / 8)
  if (16 * r < 64 && n >= (uint64_t)1 << (16 * r)) return SCRYPT_INVALID;
  if (n > UINT32_MAX) return SCRYPT_TOO_LARGE;
  // As OpenSSL counts: the p blocks, and V with two blocks to work in.
  uint64_t blocks = 128 * r * p, working = 128 * r;
  if (n + 2 > UINT64_MAX / working) return SCRYPT_TOO_LARGE;
  uint64_t table = working * (n + 2);
  uint64_t limit = max_memory == 0 ? SCRYPT_MAX_MEMORY : max_memory;
  if (limit > UINT32_MAX) limit = UINT32_MAX;
  return blocks > limit || table > limit - blocks ? SCRYPT_TOO_LARGE : SCRYPT_FITS;
}

// Four 32-bit words at once. Each block of 16 words is kept by its diagonals, word 5 * i mod 16 at place i: so a quarter round
// works on whole vectors.
#define ROTATE(x, n) wasm_v128_or(wasm_i32x4_shl(x, n), wasm_u32x4_shr(x, 32 - (n)))
#define STEP(to, one, other, n) \
  do { \
    v128_t sum = wasm_i32x4_add(one, other); \
    to = wasm_v128_xor(to, ROTATE(sum, n)); \
  } while (0)

// Salsa20/8 of x, added to x.
static inline void salsa20_8(v128_t x[4]) {
  v128_t a = x[0], b = x[1], c = x[2], d = x[3];
  for (int round = 0; round < 8; round += 2) {
    STEP(b, a, d, 7);
    STEP(c, b, a, 9);
    STEP(d, c, b, 13);
    STEP(a, d, c, 18);
    b = wasm_i32x4_shuffle(b, b, 3, 0, 1, 2);
    c = wasm_i32x4_shuffle(c, c, 2, 3, 0, 1);
    d = wasm_i32x4_shuffle(d, d, 1, 2, 3, 0);
    STEP(d, a, b, 7);
    STEP(c, d, a, 9);
    STEP(b, c, d, 13);
    STEP(a, b, c, 18);
    b = wasm_i32x4_shuffle(b, b, 1, 2, 3, 0);
    c = wasm_i32x4_shuffle(c, c, 2, 3, 0, 1);
    d = wasm_i32x4_shuffle(d, d, 3, 0, 1, 2);
  }
  x[0] = wasm_i32x4_add(x[0], a);
  x[1] = wasm_i32x4_add(x[1], b);
  x[2] = wasm_i32x4_add(x[2], c);
  x[3] = wasm_i32x4_add(x[3], d);
}

// scryptBlockMix of `from` (xor `with`, if there is one) into `to`: 2 * r blocks, the even ones first.
static void block_mix(const v128_t *from, const v128_t *with, v128_t *to, size_t r) {
  v128_t x[4], block[4];
  for (size_t part = 0; part < 4; part++) {
    x[part] = from[(2 * r - 1) * 4 + part];
    if (with) x[part] = wasm_v128_xor(x[part], with[(2 * r - 1) * 4 + part]);
  }
  for (size_t index = 0; index < 2 * r; index++) {
    for (size_t part = 0; part < 4; part++) {
      block[part] = from[index * 4 + part];
      if (with) block[part] = wasm_v128_xor(block[part], with[index * 4 + part]);
      x[part] = wasm_v128_xor(x[part], block[part]);
    }
    salsa20_8(x);
    v128_t *place = to + (index / 2 + (index % 2 ? r : 0)) * 4;
    for (size_t part = 0; part < 4; part++) place[part] = x[part];
  }
}

// scryptROMix of one block. `table` has room for N + 2 of them: V, and two to work in.
static void ro_mix(uint8_t *bytes, size_t r, uint32_t n, v128_t *table) {
  size_t vectors = 8 * r;  // of a block
  v128_t *one = table + (size_t)n * vectors, *other = one + vectors;
  uint32_t *words = (uint32_t *)table;
  // WebAssembly is little-endian, as scrypt is.
  for (size_t at = 0; at < 32 * r; at++) memcpy(&words[at], bytes + 4 * (at / 16 * 16 + at * 5 % 16), 4);
  for (uint32_t i = 0; i < n; i++) {
    v128_t *next = i + 1 < n ? table + (size_t)(i + 1) * vectors : one;
    block_mix(table + (size_t)i * vectors, NULL, next, r);
  }
  for (uint32_t i = 0; i < n; i += 2) {
    // Integerify: the first word of the last block, which is in its place among the diagonals.
    block_mix(one, table + (size_t)(wasm_u32x4_extract_lane(one[vectors - 4], 0) & (n - 1)) * vectors, other, r);
    block_mix(other, table + (size_t)(wasm_u32x4_extract_lane(other[vectors - 4], 0) & (n - 1)) * vectors, one, r);
  }
  words = (uint32_t *)one;
  for (size_t at = 0; at < 32 * r; at++) memcpy(bytes + 4 * (at / 16 * 16 + at * 5 % 16), &words[at], 4);
}

bool scrypt(const ScryptCost *cost, const void *password, size_t password_length, const void *salt, size_t salt_length, uint8_t *key,
            size_t key_length) {
  const HashAlgorithm *sha256 = hash_algorithm("sha256");
  size_t r = (size_t)cost->block_size, p = (size_t)cost->parallelization, block_bytes = 128 * r;
  uint8_t *blocks = malloc(block_bytes * p);
  v128_t *table = aligned_alloc(sizeof(v128_t), block_bytes * ((size_t)cost->cost + 2));
  if (blocks && table) {
    pbkdf2_hmac(sha256, password, password_length, salt, salt_length, 1, blocks, block_bytes * p);
    for (size_t index = 0; index < p; index++) ro_mix(blocks + index * block_bytes, r, (uint32_t)cost->cost, table);
    pbkdf2_hmac(sha256, password, password_length, blocks, block_bytes * p, 1, key, key_length);
  }
  bool done = blocks && table;
  free(blocks);
  free(table);
  return done;
}
