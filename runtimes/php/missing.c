// What PHP calls and WASI lacks. There are no other processes, no network and no users; each call says so in the way its caller
// understands. Where PHP only wants to hear that something is done (a lock, a file's mode), it is told so.

#include <CommonCrypto/CommonRandom.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <netdb.h>
#include <poll.h>
#include <pwd.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <syslog.h>
#include <ucontext.h>
#include <unistd.h>

static int refuse(int error) {
  errno = error;
  return -1;
}

CCRNGStatus CCRandomGenerateBytes(void *bytes, size_t length) {
  // getentropy gives at most 256 at once.
  for (char *at = bytes; length > 0;) {
    size_t part = length < 256 ? length : 256;
    if (getentropy(at, part) != 0) return -1;
    at += part, length -= part;
  }
  return kCCSuccess;
}

// Descriptors. The three of the start are never closed, and so their duplicates can be themselves: php://stdout and STDOUT are one.

int __real_close(int fd);

int __wrap_close(int fd) { return fd >= 0 && fd <= 2 ? 0 : __real_close(fd); }

int dup(int fd) { return fd >= 0 && fd <= 2 ? fd : refuse(ENOTSUP); }

int getdtablesize(void) { return 1024; }

// Users and modes of files: there are none.

pid_t getppid(void) { return 1; }
uid_t getuid(void) { return 0; }
uid_t geteuid(void) { return 0; }
gid_t getgid(void) { return 0; }
gid_t getegid(void) { return 0; }
int getgroups(int size, gid_t *list) { return 0; }
int chown(const char *path, uid_t owner, gid_t group) { return refuse(ENOTSUP); }
int lchown(const char *path, uid_t owner, gid_t group) { return refuse(ENOTSUP); }
struct passwd *getpwnam(const char *name) { return NULL; }
struct passwd *getpwuid(uid_t uid) { return NULL; }
struct group *getgrnam(const char *name) { return NULL; }
mode_t umask(mode_t mask) { return 022; }

// A mode can be set, and is not kept.
int __wrap_chmod(const char *path, mode_t mode) { return access(path, F_OK); }

int mkstemp(char *name) {
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  size_t length = strlen(name);
  if (length < 6 || strcmp(name + length - 6, "XXXXXX") != 0) return refuse(EINVAL);
  for (int attempt = 0; attempt < 100; attempt++) {
    unsigned char random[6];
    if (getentropy(random, sizeof random) != 0) return -1;
    for (int index = 0; index < 6; index++) name[length - 6 + index] = letters[random[index] % 36];
    int fd = open(name, O_RDWR | O_CREAT | O_EXCL, 0600);
    if (fd >= 0 || errno != EEXIST) return fd;
  }
  return -1;
}

// Other processes.

FILE *popen(const char *command, const char *mode) {
  errno = ENOSYS;
  return NULL;
}

int pclose(FILE *stream) { return refuse(ECHILD); }

// Without a second stack there are no fibers. Zend asks for the protection of a new stack, and throws an exception where it gets none.
int mprotect(void *address, size_t length, int protection) { return refuse(ENOSYS); }

int getcontext(ucontext_t *context) { return refuse(ENOSYS); }
int swapcontext(ucontext_t *from, const ucontext_t *to) { return refuse(ENOSYS); }
void makecontext(ucontext_t *context, void (*function)(void), int count, ...) { abort(); }

// The network.

int socket(int domain, int type, int protocol) { return refuse(ENETUNREACH); }
int bind(int fd, const struct sockaddr *address, socklen_t length) { return refuse(ENOTSOCK); }
int connect(int fd, const struct sockaddr *address, socklen_t length) { return refuse(ENETUNREACH); }
int listen(int fd, int backlog) { return refuse(ENOTSOCK); }
int setsockopt(int fd, int level, int option, const void *value, socklen_t length) { return refuse(ENOTSOCK); }
int getsockname(int fd, struct sockaddr *address, socklen_t *length) { return refuse(ENOTSOCK); }
int getpeername(int fd, struct sockaddr *address, socklen_t *length) { return refuse(ENOTSOCK); }

ssize_t sendto(int fd, const void *bytes, size_t length, int flags, const struct sockaddr *address, socklen_t size) { return refuse(ENOTSOCK); }
ssize_t recvfrom(int fd, void *bytes, size_t length, int flags, struct sockaddr *address, socklen_t *size) { return refuse(ENOTSOCK); }

int gethostname(char *name, size_t size) {
  if (size < sizeof "localhost") return refuse(ENAMETOOLONG);
  memcpy(name, "localhost", sizeof "localhost");
  return 0;
}

struct hostent *gethostbyname(const char *name) { return NULL; }
struct hostent *gethostbyaddr(const void *address, socklen_t length, int type) { return NULL; }
int getaddrinfo(const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **found) { return -1; }
int getnameinfo(const struct sockaddr *address, socklen_t size, char *host, socklen_t host_size, char *service, socklen_t service_size, int flags) { return -1; }
void freeaddrinfo(struct addrinfo *list) {}
const char *gai_strerror(int code) { return "there is no network here"; }

// The system's log.

void openlog(const char *name, int options, int facility) {}
void closelog(void) {}

void syslog(int priority, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fputc('\n', stderr);
}
