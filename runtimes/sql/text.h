// Text that grows, and the two ways in which values become text: as JSON, and as a person reads them.

#ifndef BACKROAD_TEXT_H
#define BACKROAD_TEXT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Text {
  char *bytes;
  size_t length, room;
  bool is_short; // there was no memory for something; what is here is not whole
} Text;

void text_free(Text *text);
void text_add(Text *text, const char *bytes, size_t length);
void text_add_string(Text *text, const char *string);
void text_add_char(Text *text, char byte);
void text_repeat(Text *text, char byte, size_t count);
__attribute__((format(printf, 2, 3))) void text_format(Text *text, const char *format, ...);

// A JSON string. What is not UTF-8 is replaced; false says that something was.
bool text_add_json(Text *text, const char *bytes, size_t length);
// A JSON number, or a tagged one where JSON has none.
void text_add_json_real(Text *text, double number);

// As a terminal may show it: line breaks stay, other control characters and what is not UTF-8 are spelled out.
void text_add_shown(Text *text, const char *bytes, size_t length);
// How many columns shown text takes.
size_t shown_width(const char *bytes, size_t length);

#endif
