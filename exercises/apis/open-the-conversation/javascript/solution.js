import { createHash } from "node:crypto";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const ORIGINS = ["https://www.example.com", "https://bids.example.com"];
const PROTOCOL = "bids.v1";

/** What proves that the key was understood. */
function accept(key) {
  return createHash("sha1").update(key + GUID).digest("base64");
}

/** The words between the commas of a field, in lower case. */
function words(field = "") {
  return field.split(",").map((word) => word.trim().toLowerCase());
}

/** Returns the status, and for a good handshake the header fields of the answer. */
export function answerHandshake(headers) {
  if (!words(headers.upgrade).includes("websocket") || !words(headers.connection).includes("upgrade")) {
    return { status: 400 };
  }
  if (headers["sec-websocket-version"] !== "13") {
    return { status: 426 };
  }
  const key = headers["sec-websocket-key"] ?? "";
  if (!/^[A-Za-z0-9+/]{22}==$/.test(key)) {
    return { status: 400 };
  }
  if (!ORIGINS.includes(headers.origin)) {
    return { status: 403 };
  }
  const fields = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-accept": accept(key),
  };
  if (words(headers["sec-websocket-protocol"]).includes(PROTOCOL)) {
    fields["sec-websocket-protocol"] = PROTOCOL;
  }
  return { status: 101, headers: fields };
}
