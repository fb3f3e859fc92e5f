/** Says whether one of the tags in the field fits the current one. */
export function tagMatches(field, current, strong) {
  return field.split(",").includes(current);
}
