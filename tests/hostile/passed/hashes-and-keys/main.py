import hashlib
import hmac
import io
import secrets


def must(name, found, expected):
    if found != expected:
        raise SystemExit(f"{name}: {found} instead of {expected}")


def refused(error, text, function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except error as found:
        must("message", text in str(found), True)
    else:
        raise SystemExit(f"{function.__name__}{args}{kwargs} is not refused")


HASHES = {
    "md5": "900150983cd24fb0d6963f7d28e17f72",
    "sha1": "a9993e364706816aba3e25717850c26c9cd0d89d",
    "sha224": "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
    "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "sha384": "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
    "sha512": "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
    "sha3_256": "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
    "sha3_512": "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0",
}
for name, digest in HASHES.items():
    must(name, hashlib.new(name, b"abc").hexdigest(), digest)
    must(name, hashlib.file_digest(io.BytesIO(b"abc"), name).hexdigest(), digest)
    # In pieces of every length that matters beside a block.
    whole = hashlib.new(name, bytes(range(256)) * 2)
    for size in (1, 3, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 200):
        pieces = hashlib.new(name)
        for at in range(0, 512, size):
            pieces.update((bytes(range(256)) * 2)[at : at + size])
        must(f"{name} in pieces of {size}", pieces.digest(), whole.digest())

for name, key, message, digest in [
    ("md5", b"Jefe", b"what do ya want for nothing?", "750c783e6ab0b503eaa86e310a5db738"),
    ("sha1", b"Jefe", b"what do ya want for nothing?", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
    ("sha256", b"\x0b" * 20, b"Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    ("sha256", b"Jefe", b"what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    ("sha256", b"\xaa" * 131, b"Test Using Larger Than Block-Size Key - Hash Key First", "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
    ("sha512", b"Jefe", b"what do ya want for nothing?", "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"),
]:
    must(f"HMAC-{name}", hmac.new(key, message, name).hexdigest(), digest)
    must(f"HMAC-{name}", hmac.digest(key, message, name).hex(), digest)

for name, password, salt, iterations, key in [
    ("sha1", b"password", b"salt", 1, "0c60c80f961f0e71f3a9b524af6012062fe037a6"),
    ("sha1", b"password", b"salt", 2, "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"),
    ("sha1", b"password", b"salt", 4096, "4b007901b765489abead49d926f721d065a429c1"),
    ("sha1", b"passwordPASSWORDpassword", b"saltSALTsaltSALTsaltSALTsaltSALTsalt", 4096, "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038"),
    ("sha1", b"pass\0word", b"sa\0lt", 4096, "56fa6aa75548099dcc37d7f03425e0c3"),
    ("sha256", b"passwd", b"salt", 1, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783"),
    ("SHA256", b"Password", b"NaCl", 80000, "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d"),
]:
    must(f"PBKDF2-{name}", hashlib.pbkdf2_hmac(name, password, salt, iterations, len(key) // 2).hex(), key)
must("the length of a key", len(hashlib.pbkdf2_hmac("sha512", b"a", b"b", 1)), 64)

for password, salt, n, r, p, key in [
    (b"", b"", 16, 1, 1, "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"),
    (b"password", b"NaCl", 1024, 8, 16, "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"),
    (b"pleaseletmein", b"SodiumChloride", 16384, 8, 1, "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"),
]:
    must(f"scrypt {n}", hashlib.scrypt(password, salt=salt, n=n, r=r, p=p).hex(), key)

refused(ValueError, "unsupported hash type nope", hashlib.pbkdf2_hmac, "nope", b"", b"", 1)
refused(TypeError, "bytes-like", hashlib.pbkdf2_hmac, "sha256", "text", b"", 1)
refused(ValueError, "iteration value must be greater than 0", hashlib.pbkdf2_hmac, "sha256", b"", b"", 0)
refused(ValueError, "key length must be greater than 0", hashlib.pbkdf2_hmac, "sha256", b"", b"", 1, 0)
refused(TypeError, "salt is required", hashlib.scrypt, b"a", n=2, r=1, p=1)
refused(ValueError, "n must be a power of 2", hashlib.scrypt, b"a", salt=b"", n=3, r=1, p=1)
refused(ValueError, "memory limit exceeded", hashlib.scrypt, b"a", salt=b"", n=2**15, r=8, p=1)
must("scrypt with more memory", len(hashlib.scrypt(b"a", salt=b"", n=2**15, r=8, p=1, maxmem=64 << 20)), 64)

must("a token", len(secrets.token_hex(16)), 32)
must("two tokens", secrets.token_bytes() == secrets.token_bytes(), False)
must("a comparison", secrets.compare_digest("a", "b"), False)
print("as the standards say")
