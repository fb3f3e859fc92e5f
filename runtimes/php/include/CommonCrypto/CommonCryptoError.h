// Declared where PHP looks for it: see CommonRandom.h.
#pragma once

typedef int CCRNGStatus;
enum { kCCSuccess = 0 };
