import { randomBytes } from "node:crypto";

const largest = 2000;
const longestName = 80;
const kinds = [
  { beginning: [0xff, 0xd8, 0xff], ending: ".jpg", type: "image/jpeg" },
  { beginning: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], ending: ".png", type: "image/png" },
];

/** Returns the kind that fits the content. */
function kindOf(content) {
  const kind = kinds.find(({ beginning }) => beginning.every((byte, place) => content[place] === byte));
  if (!kind) {
    throw new RangeError("this is neither a JPEG nor a PNG");
  }
  return kind;
}

function nameForPeople(name) {
  const last = name.split(/[/\\]/).at(-1);
  const plain = last.replace(/[\u0000-\u001f\u007f]/g, "").replace(/^ +| +$/g, "");
  return plain.slice(0, longestName) || "photo";
}

/** Returns where a photo is written and how it is shown and served. */
export function accept(name, content) {
  if (content.length > largest) {
    throw new RangeError(`a photo has at most ${largest} bytes`);
  }
  const { ending, type } = kindOf(content);
  return {
    path: `/srv/photos/${randomBytes(16).toString("hex")}${ending}`,
    type,
    shown: nameForPeople(name),
    headers: { "Content-Type": type, "X-Content-Type-Options": "nosniff", "Content-Disposition": "inline" },
  };
}
