import { Buffer } from "node:buffer";
import { createHash, createHmac, pbkdf2, pbkdf2Sync, randomBytes, randomInt, randomUUID, scrypt, scryptSync, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const { subtle } = crypto;

function must(name, found, expected) {
  if (found !== expected) throw new Error(`${name}: ${found} instead of ${expected}`);
}

function refused(code, run) {
  try {
    run();
  } catch (error) {
    must("code", error.code, code);
    return;
  }
  throw new Error(`${run} is not refused`);
}

const hex = (bytes) => Buffer.from(bytes).toString("hex");
const repeated = (byte, count) => Buffer.alloc(count, byte);

const hashes = {
  md5: "900150983cd24fb0d6963f7d28e17f72",
  sha1: "a9993e364706816aba3e25717850c26c9cd0d89d",
  sha224: "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
  sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  sha384: "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
  sha512: "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
  "sha3-256": "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
  "sha3-512": "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0",
};
const bytes = Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256));
for (const [name, digest] of Object.entries(hashes)) {
  must(name, createHash(name).update("a").update(Buffer.from("bc")).digest("hex"), digest);
  // In pieces of every length that matters beside a block.
  const whole = createHash(name).update(bytes).digest("base64");
  for (const size of [1, 3, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 200]) {
    const pieces = createHash(name);
    for (let at = 0; at < bytes.length; at += size) pieces.update(bytes.subarray(at, at + size));
    must(`a copy of ${name}`, pieces.copy().digest("base64"), whole);
    must(`${name} in pieces of ${size}`, pieces.digest("base64"), whole);
  }
}
must("SHA-1", hex(await subtle.digest("SHA-1", Buffer.from("abc"))), hashes.sha1);
for (const bits of [256, 384, 512]) must(`SHA-${bits}`, hex(await subtle.digest({ name: `SHA-${bits}` }, Buffer.from("abc"))), hashes[`sha${bits}`]);

const asked = Buffer.from("what do ya want for nothing?");
const macs = [
  ["md5", Buffer.from("Jefe"), asked, "750c783e6ab0b503eaa86e310a5db738"],
  ["sha1", Buffer.from("Jefe"), asked, "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"],
  ["sha256", repeated(0x0b, 20), Buffer.from("Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"],
  ["sha256", Buffer.from("Jefe"), asked, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"],
  ["sha256", repeated(0xaa, 131), Buffer.from("Test Using Larger Than Block-Size Key - Hash Key First"), "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"],
  ["sha512", Buffer.from("Jefe"), asked, "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"],
];
for (const [name, key, message, digest] of macs) {
  must(`HMAC-${name}`, createHmac(name, key).update(message).digest("hex"), digest);
  if (name === "md5") continue;
  const imported = await subtle.importKey("raw", key, { name: "HMAC", hash: name.replace("sha", "SHA-") }, false, ["sign", "verify"]);
  must(`signed with ${name}`, hex(await subtle.sign("HMAC", imported, message)), digest);
  must(`verified with ${name}`, await subtle.verify("HMAC", imported, Buffer.from(digest, "hex"), message), true);
  must(`not verified with ${name}`, await subtle.verify("HMAC", imported, Buffer.from(digest, "hex"), Buffer.from("another")), false);
}

const derived = [
  ["sha1", "password", "salt", 1, "0c60c80f961f0e71f3a9b524af6012062fe037a6"],
  ["sha1", "password", "salt", 2, "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"],
  ["sha1", "password", "salt", 4096, "4b007901b765489abead49d926f721d065a429c1"],
  ["sha1", "passwordPASSWORDpassword", "saltSALTsaltSALTsaltSALTsaltSALTsalt", 4096, "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038"],
  ["sha1", "pass\0word", "sa\0lt", 4096, "56fa6aa75548099dcc37d7f03425e0c3"],
  ["sha256", "passwd", "salt", 1, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783"],
  ["sha256", "Password", "NaCl", 80000, "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d"],
];
for (const [hash, password, salt, iterations, key] of derived) {
  must(`PBKDF2-${hash}`, pbkdf2Sync(password, salt, iterations, key.length / 2, hash).toString("hex"), key);
  if (iterations > 10_000) continue;
  must(`PBKDF2-${hash} later`, hex(await promisify(pbkdf2)(password, salt, iterations, key.length / 2, hash)), key);
  const imported = await subtle.importKey("raw", Buffer.from(password), "PBKDF2", false, ["deriveBits"]);
  const algorithm = { name: "PBKDF2", hash: hash.replace("sha", "SHA-"), salt: Buffer.from(salt), iterations };
  must(`bits by PBKDF2-${hash}`, hex(await subtle.deriveBits(algorithm, imported, key.length * 4)), key);
}

const hardened = [
  ["", "", 16, 1, 1, "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"],
  ["password", "NaCl", 1024, 8, 16, "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"],
  ["pleaseletmein", "SodiumChloride", 16384, 8, 1, "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"],
];
for (const [password, salt, N, r, p, key] of hardened) must(`scrypt ${N}`, scryptSync(password, salt, 64, { N, r, p }).toString("hex"), key);
must("scrypt later", hex(await promisify(scrypt)("", "", 64, { cost: 16, blockSize: 1, parallelization: 1 })), hardened[0][5]);

refused("ERR_CRYPTO_INVALID_DIGEST", () => pbkdf2Sync("a", "b", 1, 1, "nope"));
refused("ERR_CRYPTO_INVALID_DIGEST", () => createHmac("nope", "a"));
refused("ERR_INVALID_ARG_TYPE", () => createHash("sha256").update(1));
refused("ERR_OUT_OF_RANGE", () => pbkdf2Sync("a", "b", 0, 1, "sha256"));
refused("ERR_CRYPTO_INVALID_SCRYPT_PARAMS", () => scryptSync("a", "b", 1, { N: 3 }));
refused("ERR_CRYPTO_INVALID_SCRYPT_PARAMS", () => scryptSync("a", "b", 1, { N: 2 ** 17 }));
refused("ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH", () => timingSafeEqual(Buffer.from("a"), Buffer.from("ab")));
const spent = createHash("sha256");
spent.digest();
refused("ERR_CRYPTO_HASH_FINALIZED", () => spent.digest());

must("base64url", createHash("md5").update("abc").digest("base64url"), "kAFQmDzST7DWlj99KOF_cg");
must("equal", timingSafeEqual(Buffer.from("a"), Buffer.from("a")), true);
must("random bytes", randomBytes(16).equals(randomBytes(16)), false);
must("a random number", randomInt(3, 4), 3);
must("a random UUID", /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(randomUUID()), true);
console.log("as the standards say");
