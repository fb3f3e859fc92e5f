// Keys from passwords: PBKDF2 with HMAC (RFC 8018) and scrypt (RFC 7914).

#ifndef BACKROAD_KDF_H
#define BACKROAD_KDF_H

#include <stdbool.h>

#include "hash.h"

// `iterations` is at least 1, and `key_length` at most 2^32 - 1 digests.
void pbkdf2_hmac(const HashAlgorithm *, const void *password, size_t password_length, const void *salt, size_t salt_length,
                 uint32_t iterations, uint8_t *key, size_t key_length);

// What scrypt may use where its caller does not say, in bytes: as in OpenSSL.
#define SCRYPT_MAX_MEMORY (32u << 20)

typedef struct {
  uint64_t cost;  // N: a power of two, at least 2
  uint64_t block_size, parallelization;  // r and p
} ScryptCost;

typedef enum { SCRYPT_FITS, SCRYPT_INVALID, SCRYPT_TOO_LARGE } ScryptFit;

// Whether the numbers are allowed and need no more than `max_memory` bytes; 0 stands for SCRYPT_MAX_MEMORY.
ScryptFit scrypt_fit(const ScryptCost *, uint64_t max_memory);

// Numbers must fit. False if there is no memory.
bool scrypt(const ScryptCost *, const void *password, size_t password_length, const void *salt, size_t salt_length, uint8_t *key,
            size_t key_length);

#endif
