const city = "https://login.city.example.org";
const client = "bikes";
const callback = "https://bikes.example.org/callback";

/** Returns the URL to which the browser is sent. */
export function startLogin(session) {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: client,
    redirect_uri: callback,
    scope: "openid",
  });
  return `${city}/authorize?${query}`;
}

/** Returns what to post to the token endpoint, or null. */
export function finishLogin(session, params) {
  if (params.error !== undefined || params.code === undefined) {
    return null;
  }
  return { grant_type: "authorization_code", code: params.code, client_id: client, redirect_uri: callback };
}
