/** Turns the field into a Map from type or range to its q. */
function readAccept(accept) {
  const entries = new Map();
  for (const part of accept.toLowerCase().split(",")) {
    const [name, ...params] = part.split(";").map((piece) => piece.trim());
    let q = "1";
    for (const param of params) {
      const [key, value = ""] = param.split("=").map((piece) => piece.trim());
      if (key === "q") {
        q = value;
      }
    }
    if (name !== "" && /^(0(\.\d*)?|1(\.0*)?)$/.test(q)) {
      entries.set(name, Number(q));
    }
  }
  return entries;
}

/** Returns the offered media type that the client likes best, or null. */
export function chooseFormat(accept, offered) {
  const entries = readAccept(accept || "*/*");
  let best = null;
  let bestQ = 0;
  for (const mediaType of offered) {
    const family = mediaType.split("/")[0] + "/*";
    const fitting = [mediaType, family, "*/*"].find((name) => entries.has(name));
    const q = entries.get(fitting) ?? 0;
    if (q > bestQ) {
      best = mediaType;
      bestQ = q;
    }
  }
  return best;
}
