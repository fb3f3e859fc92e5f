// mmap and munmap of anonymous memory, for Zend's allocator: it takes pieces of 2 MiB at multiples of 2 MiB, and gives them back.
//
// Linear memory only grows. What is given back is kept in a map of pages and handed out again; a block can grow in place where the
// pages behind it are free, or where memory itself ends behind it.

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

enum { PAGE = 65536, ALIGNMENT = 2 << 20, PAGES = 65536, STEP = ALIGNMENT / PAGE };

static uint8_t is_free[PAGES];

static size_t memory_pages(void) { return __builtin_wasm_memory_size(0); }

// Whether the pages are free, or lie behind the end of memory.
static int can_have(size_t first, size_t count) {
  size_t end = memory_pages();
  for (size_t page = first; page < first + count && page < end; page++) {
    if (!is_free[page]) return 0;
  }
  return first + count <= PAGES;
}

static void *take(size_t first, size_t count) {
  size_t end = memory_pages();
  if (first + count > end) {
    // What is skipped to reach the first page stays usable for growing the block before it.
    if (__builtin_wasm_memory_grow(0, first + count - end) == SIZE_MAX) return MAP_FAILED;
    for (size_t page = end; page < first; page++) is_free[page] = 1;
  }
  memset(is_free + first, 0, count);
  return (void *)(first * PAGE);
}

void *mmap(void *wanted, size_t length, int protection, int flags, int fd, off_t offset) {
  size_t count = (length + PAGE - 1) / PAGE;
  if (fd < 0 && length > 0 && count < PAGES) {
    if (wanted) {
      // Zend asks for an address only to let a block grow, and takes no other.
      size_t first = (uintptr_t)wanted / PAGE;
      void *block = (uintptr_t)wanted % PAGE == 0 && can_have(first, count) ? take(first, count) : MAP_FAILED;
      if (block == MAP_FAILED) errno = ENOMEM;
      return block;
    }
    size_t end = memory_pages();
    for (size_t first = STEP; first < end + STEP; first += STEP) {
      if (!can_have(first, count)) continue;
      void *block = take(first, count);
      if (block != MAP_FAILED) return block;
      break;
    }
  }
  errno = ENOMEM;
  return MAP_FAILED;
}

int munmap(void *address, size_t length) {
  size_t first = (uintptr_t)address / PAGE, count = (length + PAGE - 1) / PAGE;
  if (first + count > memory_pages()) {
    errno = EINVAL;
    return -1;
  }
  memset(is_free + first, 1, count);
  return 0;
}
