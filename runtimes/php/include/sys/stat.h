// Files have no modes: see missing.c.
#pragma once
#include_next <sys/stat.h>

mode_t umask(mode_t);
