def names_of_type(value):
    """Return the names that JSON Schema has for the type of this value."""
    if value is None:
        return {"null"}
    if isinstance(value, bool):
        return {"boolean"}
    if isinstance(value, (int, float)):
        return {"number", "integer"} if value == int(value) else {"number"}
    return {{dict: "object", list: "array", str: "string"}[type(value)]}


def step(pointer, name):
    """Return the pointer one step further (RFC 6901, section 3)."""
    return pointer + "/" + str(name).replace("~", "~0").replace("/", "~1")


def find_problems(schema, value, pointer=""):
    """List where and how the value does not fit the schema."""
    kinds = names_of_type(value)
    wanted = schema.get("type", list(kinds))
    if not kinds.intersection([wanted] if isinstance(wanted, str) else wanted):
        return [{"pointer": pointer, "problem": "type"}]

    problems = []
    if "enum" in schema and not any(one == value and names_of_type(one) == kinds for one in schema["enum"]):
        problems.append({"pointer": pointer, "problem": "enum"})
    if "number" in kinds and "minimum" in schema and value < schema["minimum"]:
        problems.append({"pointer": pointer, "problem": "minimum"})
    if isinstance(value, dict):
        for name in schema.get("required", []):
            if name not in value:
                problems.append({"pointer": step(pointer, name), "problem": "required"})
        properties = schema.get("properties", {})
        for name in sorted(value):
            if name in properties:
                problems += find_problems(properties[name], value[name], step(pointer, name))
            elif schema.get("additionalProperties") is False:
                problems.append({"pointer": step(pointer, name), "problem": "unknown"})
    if isinstance(value, list):
        for place, element in enumerate(value):
            problems += find_problems(schema.get("items", {}), element, step(pointer, place))
    return problems
