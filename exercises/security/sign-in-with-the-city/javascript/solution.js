import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const city = "https://login.city.example.org";
const client = "bikes";
const callback = "https://bikes.example.org/callback";

const started = new Map(); // session -> { state, verifier } of its latest start

const challengeOf = (verifier) => createHash("sha256").update(verifier).digest("base64url");

function same(a, b) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Returns the URL to which the browser is sent. */
export function startLogin(session) {
  const state = randomBytes(24).toString("base64url");
  const verifier = randomBytes(48).toString("base64url");
  started.set(session, { state, verifier });
  const query = new URLSearchParams({
    response_type: "code",
    client_id: client,
    redirect_uri: callback,
    scope: "openid",
    state,
    code_challenge: challengeOf(verifier),
    code_challenge_method: "S256",
  });
  return `${city}/authorize?${query}`;
}

/** Returns what to post to the token endpoint, or null. */
export function finishLogin(session, params) {
  const known = started.get(session);
  started.delete(session);
  if (!known || !same(known.state, params.state ?? "")) {
    return null;
  }
  if (params.iss !== city || params.error !== undefined || params.code === undefined) {
    return null;
  }
  return {
    grant_type: "authorization_code",
    code: params.code,
    client_id: client,
    redirect_uri: callback,
    code_verifier: known.verifier,
  };
}
