/** The names that JSON Schema has for the type of this value. */
function namesOfType(value) {
  if (value === null) return ["null"];
  if (Array.isArray(value)) return ["array"];
  if (Number.isInteger(value)) return ["integer", "number"];
  return [typeof value];
}

/** The pointer one step further (RFC 6901, section 3). */
function step(pointer, name) {
  return `${pointer}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Lists where and how the value does not fit the schema. */
export function findProblems(schema, value, pointer = "") {
  const kinds = namesOfType(value);
  const wanted = [schema.type ?? kinds].flat();
  if (!kinds.some((kind) => wanted.includes(kind))) {
    return [{ pointer, problem: "type" }];
  }

  const problems = [];
  if (schema.enum && !schema.enum.includes(value)) {
    problems.push({ pointer, problem: "enum" });
  }
  if (kinds.includes("number") && schema.minimum !== undefined && value < schema.minimum) {
    problems.push({ pointer, problem: "minimum" });
  }
  if (kinds[0] === "object") {
    for (const name of schema.required ?? []) {
      if (!Object.hasOwn(value, name)) {
        problems.push({ pointer: step(pointer, name), problem: "required" });
      }
    }
    const properties = schema.properties ?? {};
    for (const name of Object.keys(value).sort()) {
      if (Object.hasOwn(properties, name)) {
        problems.push(...findProblems(properties[name], value[name], step(pointer, name)));
      } else if (schema.additionalProperties === false) {
        problems.push({ pointer: step(pointer, name), problem: "unknown" });
      }
    }
  }
  if (kinds[0] === "array") {
    for (const [place, element] of value.entries()) {
      problems.push(...findProblems(schema.items ?? {}, element, step(pointer, place)));
    }
  }
  return problems;
}
