// There is nobody to lock a file against. PHP locks by fcntl; a question that every open file answers does for it.
#pragma once
#include_next <fcntl.h>

#define F_RDLCK 0
#define F_WRLCK 1
#define F_UNLCK 2
#define F_SETLK F_GETFD
#define F_SETLKW F_GETFD
