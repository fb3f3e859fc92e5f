// For fibers, which need a second stack: missing.c refuses to make one, and so none of these is ever called.
#pragma once
#include <stddef.h>

typedef struct ucontext {
  struct ucontext *uc_link;
  struct {
    void *ss_sp;
    size_t ss_size;
    int ss_flags;
  } uc_stack;
} ucontext_t;

int getcontext(ucontext_t *);
void makecontext(ucontext_t *, void (*)(void), int, ...);
int swapcontext(ucontext_t *, const ucontext_t *);
