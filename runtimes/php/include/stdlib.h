// WASI has no names for temporary files: see missing.c.
#pragma once
#include_next <stdlib.h>

int mkstemp(char *);
