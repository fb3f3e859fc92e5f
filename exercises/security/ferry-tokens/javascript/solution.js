import { createHmac, timingSafeEqual } from "node:crypto";

const key = "a-key-shared-by-two-services-of-the-line";
const issuer = "https://tickets.example.org";
const audience = "boarding";

function parse(part) {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function isSigned(head, body, signature) {
  const expected = createHmac("sha256", key).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function isMeantForUs({ iss, aud, exp, nbf = 0 }, now) {
  return (
    iss === issuer &&
    [aud].flat().includes(audience) &&
    Number.isFinite(exp) &&
    now < exp &&
    Number.isFinite(nbf) &&
    nbf <= now
  );
}

/** Returns the claims of a token that is to be trusted, or null. */
export function readToken(token, now) {
  const parts = token.split(".");
  if (parts.length !== 3 || !isSigned(...parts)) {
    return null;
  }
  const [header, claims] = parts.map(parse);
  if (!isObject(header) || !isObject(claims) || header.alg !== "HS256") {
    return null;
  }
  return isMeantForUs(claims, now) ? claims : null;
}
