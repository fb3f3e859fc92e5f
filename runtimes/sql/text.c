#include "text.h"

#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

void text_free(Text *text) {
  free(text->bytes);
  *text = (Text){0};
}

// Room for so many bytes more and an end.
static bool reserve(Text *text, size_t more) {
  if (text->is_short) return false;
  size_t needed = text->length + more + 1;
  if (needed <= text->room) return true;
  size_t room = text->room ? text->room : 256;
  while (room < needed) room *= 2;
  char *bytes = realloc(text->bytes, room);
  if (!bytes) {
    text->is_short = true;
    return false;
  }
  text->bytes = bytes;
  text->room = room;
  return true;
}

void text_add(Text *text, const char *bytes, size_t length) {
  if (!reserve(text, length)) return;
  memcpy(text->bytes + text->length, bytes, length);
  text->length += length;
  text->bytes[text->length] = 0;
}

void text_add_string(Text *text, const char *string) { text_add(text, string, strlen(string)); }

void text_add_char(Text *text, char byte) { text_add(text, &byte, 1); }

void text_repeat(Text *text, char byte, size_t count) {
  if (!reserve(text, count)) return;
  memset(text->bytes + text->length, byte, count);
  text->length += count;
  text->bytes[text->length] = 0;
}

void text_format(Text *text, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (length < 0 || !reserve(text, (size_t)length)) return;
  va_start(arguments, format);
  vsnprintf(text->bytes + text->length, (size_t)length + 1, format, arguments);
  va_end(arguments);
  text->length += (size_t)length;
}

// Reads one character; gives its length, or 0 where there is no UTF-8.
static size_t decode(const char *bytes, size_t left, uint32_t *character) {
  const uint8_t *at = (const uint8_t *)bytes;
  if (at[0] < 0x80) {
    *character = at[0];
    return 1;
  }
  size_t length = at[0] >= 0xf0 ? 4 : at[0] >= 0xe0 ? 3 : 2;
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (at[0] < 0xc0 || at[0] > 0xf7 || length > left) return 0;
  uint32_t value = at[0] & (0x7fu >> length);
  for (size_t index = 1; index < length; index++) {
    if ((at[index] & 0xc0) != 0x80) return 0;
    value = value << 6 | (at[index] & 0x3f);
  }
  if (value < least[length] || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) return 0;
  *character = value;
  return length;
}

bool text_add_json(Text *text, const char *bytes, size_t length) {
  bool is_whole = true;
  text_add_char(text, '"');
  for (size_t at = 0, plain; at < length; at += plain) {
    for (plain = 0; at + plain < length; plain++) {
      unsigned char byte = (unsigned char)bytes[at + plain];
      if (byte < 0x20 || byte == '"' || byte == '\\' || byte >= 0x80) break;
    }
    text_add(text, bytes + at, plain);
    if (at + plain == length) break;
    at += plain;
    uint32_t character = 0;
    plain = decode(bytes + at, length - at, &character);
    if (plain == 0) {
      text_add_string(text, "\\ufffd");
      is_whole = false;
      plain = 1;
    } else if (character >= 0x80) {
      text_add(text, bytes + at, plain);
    } else if (character == '\n') {
      text_add_string(text, "\\n");
    } else if (character < 0x20) {
      text_format(text, "\\u%04x", (unsigned)character);
    } else {
      text_add_char(text, '\\');
      text_add_char(text, (char)character);
    }
  }
  text_add_char(text, '"');
  return is_whole;
}

void text_add_json_real(Text *text, double number) {
  if (!isfinite(number)) {
    text_format(text, "{\"$float\":\"%s\"}", isnan(number) ? "nan" : number > 0 ? "inf" : "-inf");
    return;
  }
  char digits[40];
  // 17 digits tell any two numbers apart.
  snprintf(digits, sizeof digits, "%.17g", number);
  text_add_string(text, digits);
  if (!strpbrk(digits, ".e")) text_add_string(text, ".0");
}

void text_add_shown(Text *text, const char *bytes, size_t length) {
  size_t line = text->length;
  for (size_t at = 0; at < length;) {
    uint32_t character = 0;
    size_t taken = decode(bytes + at, length - at, &character);
    if (taken == 0) {
      text_format(text, "\\x%02X", (unsigned char)bytes[at]);
      taken = 1;
    } else if (character == '\n') {
      text_add_char(text, '\n');
      line = text->length;
    } else if (character == '\r') {
      text_add_string(text, "\\r");
    } else if (character == '\t') {
      text_repeat(text, ' ', 8 - shown_width(text->bytes + line, text->length - line) % 8);
    } else if (character < 0x20 || character == 0x7f) {
      text_format(text, "\\x%02X", (unsigned)character);
    } else if (character >= 0x80 && character < 0xa0) {
      text_format(text, "\\u%04X", (unsigned)character);
    } else {
      text_add(text, bytes + at, taken);
    }
    if (text->is_short) return;
    at += taken;
  }
}

size_t shown_width(const char *bytes, size_t length) {
  size_t width = 0;
  for (size_t at = 0; at < length;) {
    uint32_t character = 0;
    size_t taken = decode(bytes + at, length - at, &character);
    int columns = taken == 1 ? 1 : wcwidth((wchar_t)character);
    width += columns < 0 ? 1 : (size_t)columns;
    at += taken ? taken : 1;
  }
  return width;
}
