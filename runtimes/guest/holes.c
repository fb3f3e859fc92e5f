// What a start has freed lies in holes between what it keeps, and an allocator fills holes first: the few allocations of a
// program would be the first writes to as many pages of the snapshot, and such a write costs far more than the allocation.
// So the holes are filled before the snapshot, by blocks that nobody frees; afterwards allocations lie side by side.

#include "holes.h"

#include <stdlib.h>

// Holes are hardly ever larger.
#define LARGEST (64 * 1024)
// What malloc may put between two blocks that it has cut off one after the other.
#define OVERHEAD 64
// Smaller holes stay; there is nothing that fits in.
#define SMALLEST 8
// What is left free behind everything else, so that a small program needs no more memory than there is.
#define ROOM (512 * 1024)

static char *allocate(size_t size) {
  char *block = malloc(size);
  if (!block) abort();
  return block;
}

char *fill_holes(void) {
  // The memory grows only when everything else is used up. The blocks that lie side by side up to there are the end, behind
  // every hole. Each holds the address of the one before.
  size_t before = __builtin_wasm_memory_size(0);
  char *last = NULL, *end = NULL;
  do {
    char *block = allocate(LARGEST);
    if (!last || block < last || block - last > LARGEST + OVERHEAD) end = block;
    *(char **)block = last;
    last = block;
  } while (__builtin_wasm_memory_size(0) == before || last - end < ROOM);

  for (size_t size = LARGEST / 2; size >= SMALLEST; size /= 2) {
    while (allocate(size) < end) continue;
  }
  while (last >= end) {
    char *block = last;
    last = *(char **)block;
    free(block);
    if (block == end) break;
  }
  return end;
}
