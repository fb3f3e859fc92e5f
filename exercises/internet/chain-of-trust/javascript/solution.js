/** Returns what is wrong and with which certificate, or null. */
export function checkChain(chain, trusted, now) {
  for (let i = 0; i < chain.length; i += 1) {
    const { subject, issuer, from, until } = chain[i];

    if (now < from) {
      return { problem: "not_yet_valid", subject: subject };
    }
    if (now > until) {
      return { problem: "expired", subject: subject };
    }
    if (trusted.includes(issuer)) {
      return null;
    }
    if (issuer === subject) {
      return { problem: "self_signed", subject: subject };
    }
    if (i + 1 === chain.length || chain[i + 1].subject !== issuer) {
      return { problem: "unknown_issuer", subject: subject };
    }
  }

  return { problem: "no_certificate", subject: null };
}
