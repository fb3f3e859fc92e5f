// PHP reads randomness from /dev/urandom or from a call of the system. This is the one such call that needs no file: missing.c asks WASI.
#pragma once
#include <CommonCrypto/CommonCryptoError.h>
#include <stddef.h>

CCRNGStatus CCRandomGenerateBytes(void *, size_t);
