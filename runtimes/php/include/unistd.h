// What PHP calls and WASI lacks: see missing.c.
#pragma once
#include_next <unistd.h>

int dup(int);
int gethostname(char *, size_t);
int getdtablesize(void);
pid_t getppid(void);
uid_t getuid(void);
uid_t geteuid(void);
gid_t getgid(void);
gid_t getegid(void);
int getgroups(int, gid_t *);
int chown(const char *, uid_t, gid_t);
int lchown(const char *, uid_t, gid_t);
