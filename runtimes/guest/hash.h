// Hash functions and HMAC over the verified code of HACL*, one interface for all of them.

#ifndef BACKROAD_HASH_H
#define BACKROAD_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_MAX_BLOCK 144  // SHA3-224's
#define HASH_MAX_DIGEST 64

typedef union {
  uint32_t words[8];
  uint64_t long_words[25];
} HashState;

typedef struct HashAlgorithm HashAlgorithm;

struct HashAlgorithm {
  const char *name;
  uint32_t block_bytes, digest_bytes, state_bytes;
  uint32_t variant;  // which of SHA-3's, in HACL*'s numbers
  void (*start)(HashState *);
  // Takes in whole blocks.
  void (*blocks)(const HashAlgorithm *, HashState *, const uint8_t *, uint32_t bytes);
  // Takes in less than a block and the padding, after `before` bytes.
  void (*end)(const HashAlgorithm *, HashState *, uint64_t before, const uint8_t *, uint32_t bytes);
  void (*write)(const HashAlgorithm *, HashState *, uint8_t *digest);
};

// A hash in the making. To copy one, assign it.
typedef struct {
  const HashAlgorithm *algorithm;
  HashState state;
  uint64_t length;
  uint8_t rest[HASH_MAX_BLOCK];
} Hash;

// An HMAC in the making: both hashes have taken in their half of the key.
typedef struct {
  Hash inner, outer;
} Hmac;

// By name, whatever its case and with or without dashes: "sha256", "SHA-256", "sha3_256". NULL if there is none.
const HashAlgorithm *hash_algorithm(const char *name);
// The name of the algorithm at `index`, or NULL after the last.
const char *hash_name(size_t index);

void hash_start(Hash *, const HashAlgorithm *);
void hash_update(Hash *, const void *bytes, size_t length);
// Writes the digest. The hash is then spent.
void hash_finish(Hash *, uint8_t *digest);

void hmac_start(Hmac *, const HashAlgorithm *, const void *key, size_t length);
void hmac_update(Hmac *, const void *bytes, size_t length);
void hmac_finish(Hmac *, uint8_t *digest);

#endif
