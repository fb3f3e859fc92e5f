#pragma once
#include_next <poll.h>

#define POLLPRI 0
