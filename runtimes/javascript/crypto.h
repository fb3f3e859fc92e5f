// Hashes, HMAC, PBKDF2 and scrypt for crypto.js.

#ifndef BACKROAD_JAVASCRIPT_CRYPTO_H
#define BACKROAD_JAVASCRIPT_CRYPTO_H

#include "quickjs.h"

// The object `host.crypto`.
JSValue new_crypto(JSContext *ctx);

#endif
