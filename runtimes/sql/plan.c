#include "plan.h"

#include <stdlib.h>
#include <string.h>

#include "table.h"
#include "text.h"

typedef struct Node {
  int id, parent;
  size_t detail; // where its text starts
} Node;

typedef struct Plan {
  Node *nodes;
  size_t count;
  Text details;
} Plan;

// The next node with the same parent, behind `from`.
static size_t next_child(const Plan *plan, int parent, size_t from) {
  while (from < plan->count && plan->nodes[from].parent != parent) from++;
  return from;
}

// Draws as SQLite's own shell does. `indent` holds the bars of the nodes around.
static void draw(const Plan *plan, int parent, Text *indent, Text *out) {
  size_t next;
  for (size_t index = next_child(plan, parent, 0); index < plan->count; index = next) {
    next = next_child(plan, parent, index + 1);
    bool is_last = next == plan->count;
    if (indent->length) text_add(out, indent->bytes, indent->length);
    text_add_string(out, is_last ? "`--" : "|--");
    const char *detail = plan->details.bytes + plan->nodes[index].detail;
    text_add_shown(out, detail, strlen(detail));
    text_add_char(out, '\n');
    size_t depth = indent->length;
    text_add_string(indent, is_last ? "   " : "|  ");
    if (!out->is_short && !indent->is_short) draw(plan, plan->nodes[index].id, indent, out);
    if (!indent->is_short) indent->length = depth;
  }
}

int plan_print(sqlite3_stmt *statement, bool *has_printed) {
  Plan plan = {0};
  Text indent = {0}, out = {0};
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    Node *nodes = realloc(plan.nodes, (plan.count + 1) * sizeof *nodes);
    const char *detail = (const char *)sqlite3_column_text(statement, 3);
    if (!nodes || !detail) {
      code = SQLITE_NOMEM;
      if (nodes) plan.nodes = nodes;
      break;
    }
    plan.nodes = nodes;
    plan.nodes[plan.count++] = (Node){
        .id = sqlite3_column_int(statement, 0), .parent = sqlite3_column_int(statement, 1), .detail = plan.details.length};
    text_add(&plan.details, detail, strlen(detail) + 1);
  }
  if (code == SQLITE_DONE) {
    separate(&out, has_printed);
    text_add_string(&out, "QUERY PLAN\n");
    if (!plan.details.is_short) draw(&plan, 0, &indent, &out);
    code = plan.details.is_short || indent.is_short || out.is_short ? SQLITE_NOMEM : SQLITE_OK;
    if (code == SQLITE_OK) write_out(&out);
  }
  free(plan.nodes);
  text_free(&plan.details);
  text_free(&indent);
  text_free(&out);
  return code;
}
