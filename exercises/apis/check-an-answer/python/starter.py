def find_problems(schema, value):
    """List where and how the value does not fit the schema."""
    problems = []
    for name in schema.get("required", []):
        if not value.get(name):
            problems.append({"pointer": name, "problem": "required"})
    return problems
