// There is no network; the calls say so: see missing.c.
#pragma once
#include_next <sys/socket.h>

#define PF_UNIX AF_UNIX
#define MSG_OOB 0
#define SOL_IP 0
#define SO_ERROR 4
#define SOMAXCONN 128

int socket(int, int, int);
int bind(int, const struct sockaddr *, socklen_t);
int connect(int, const struct sockaddr *, socklen_t);
int listen(int, int);
ssize_t sendto(int, const void *, size_t, int, const struct sockaddr *, socklen_t);
ssize_t recvfrom(int, void *, size_t, int, struct sockaddr *, socklen_t *);
int setsockopt(int, int, int, const void *, socklen_t);
int getsockname(int, struct sockaddr *, socklen_t *);
int getpeername(int, struct sockaddr *, socklen_t *);
