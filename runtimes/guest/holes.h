// See holes.c.

#ifndef BACKROAD_HOLES_H
#define BACKROAD_HOLES_H

// Fills every hole between what malloc has given. Gives an address behind which everything will lie that is allocated from now on.
char *fill_holes(void);

#endif
