/** Lists where and how the value does not fit the schema. */
export function findProblems(schema, value) {
  const problems = [];
  for (const name of schema.required ?? []) {
    if (!value[name]) {
      problems.push({ pointer: name, problem: "required" });
    }
  }
  return problems;
}
