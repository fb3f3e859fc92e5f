// There are no groups.
#pragma once
#include <sys/types.h>

struct group {
  char *gr_name;
  gid_t gr_gid;
};

struct group *getgrnam(const char *);
