// PHP leaves its stack by longjmp only when a run is over: an error from which there is no way back. WASI cannot jump; so nothing is
// ever jumped back to, and whoever jumps ends the guest (see bailout.c).
#pragma once

typedef int jmp_buf[1];
typedef int sigjmp_buf[1];

_Noreturn void backroad_bailout(void);

#define setjmp(place) ((void)(place), 0)
#define sigsetjmp(place, mask) ((void)(place), 0)
#define longjmp(place, value) backroad_bailout()
#define siglongjmp(place, value) backroad_bailout()
