const service = "https://badges.example.org";
const unclear = "ask the guard";

/** Returns status and text of the service's answer. */
async function ask(badge) {
  const response = await fetch(`${service}/badges/${badge}`, { signal: AbortSignal.timeout(3000) });
  return { status: response.status, text: await response.text() };
}

/** Returns "open" for a clear yes, "closed" for a clear no, and else "ask the guard". */
export async function mayOpen(badge) {
  if (!/^[0-9]{1,6}$/.test(badge)) {
    return "closed";
  }
  try {
    const { status, text } = await ask(badge);
    if (status === 404) {
      return "closed";
    }
    const answer = status === 200 ? JSON.parse(text) : null;
    if (answer?.badge !== badge) {
      return unclear;
    }
    if (answer.allowed === true) {
      return "open";
    }
    return answer.allowed === false ? "closed" : unclear;
  } catch {
    return unclear;
  }
}
