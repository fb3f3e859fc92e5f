// memcpy, memmove and memset as loops. Linked before the C library's own, which may use single instructions that move any
// amount for one unit of fuel; a loop pays by the byte, so that fuel bounds the time.

#include <stddef.h>
#include <stdint.h>
#include <wasm_simd128.h>

// Each step reads all it writes before it writes: right for every overlap in which the target comes first.
static inline void copy_forward(uint8_t *target, const uint8_t *source, size_t length) {
  for (; length >= 64; length -= 64, target += 64, source += 64) {
    v128_t a = wasm_v128_load(source), b = wasm_v128_load(source + 16), c = wasm_v128_load(source + 32), d = wasm_v128_load(source + 48);
    wasm_v128_store(target, a);
    wasm_v128_store(target + 16, b);
    wasm_v128_store(target + 32, c);
    wasm_v128_store(target + 48, d);
  }
  for (; length >= 16; length -= 16, target += 16, source += 16) wasm_v128_store(target, wasm_v128_load(source));
  if (length >= 8) {
    wasm_v128_store64_lane(target, wasm_v128_load64_zero(source), 0);
    length -= 8, target += 8, source += 8;
  }
  for (; length > 0; length--) *target++ = *source++;
}

void *memcpy(void *to, const void *from, size_t length) {
  copy_forward(to, from, length);
  return to;
}

void *memmove(void *to, const void *from, size_t length) {
  uint8_t *target = to;
  const uint8_t *source = from;
  if (target <= source || target >= source + length) {
    copy_forward(target, source, length);
    return to;
  }
  for (; length >= 16; length -= 16) wasm_v128_store(target + length - 16, wasm_v128_load(source + length - 16));
  while (length > 0) length--, target[length] = source[length];
  return to;
}

void *memset(void *to, int value, size_t length) {
  uint8_t *target = to;
  v128_t block = wasm_i8x16_splat((int8_t)value);
  for (; length >= 64; length -= 64, target += 64) {
    wasm_v128_store(target, block);
    wasm_v128_store(target + 16, block);
    wasm_v128_store(target + 32, block);
    wasm_v128_store(target + 48, block);
  }
  for (; length >= 16; length -= 16, target += 16) wasm_v128_store(target, block);
  for (; length > 0; length--) *target++ = (uint8_t)value;
  return to;
}
