"""A browser's end of Web Push, written from RFC 8188, 8291 and 8292: reads requests from a file of JSON lines, decrypts
each with the browser's own keys, checks who signed it, and prints what it finds, a line of JSON a request."""

import base64
import json
import sys

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def unbase64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def hkdf(salt, secret, info, length):
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(secret)


def decrypt(private, auth, body):
    salt, size, length = body[:16], int.from_bytes(body[16:20], "big"), body[20]
    sender, record = body[21 : 21 + length], body[21 + length :]
    # One record, the last: no longer than the size says.
    assert len(record) <= size
    own = ec.derive_private_key(int.from_bytes(private, "big"), ec.SECP256R1())
    own_public = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = own.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender))
    secret = hkdf(auth, shared, b"WebPush: info\0" + own_public + sender, 32)
    key = hkdf(salt, secret, b"Content-Encoding: aes128gcm\0", 16)
    nonce = hkdf(salt, secret, b"Content-Encoding: nonce\0", 12)
    padded = AESGCM(key).decrypt(nonce, record, None)
    text = padded.rstrip(b"\0")
    assert text[-1] == 2
    return text[:-1], len(padded)


def check(authorization):
    scheme, _, rest = authorization.partition(" ")
    assert scheme == "vapid"
    fields = dict(part.strip().split("=", 1) for part in rest.split(","))
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), unbase64(fields["k"]))
    header, claims, signature = fields["t"].split(".")
    raw = unbase64(signature)
    assert len(raw) == 64
    pair = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    key.verify(pair, f"{header}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
    return fields["k"], json.loads(unbase64(header)), json.loads(unbase64(claims))


if __name__ == "__main__":
    for line in open(sys.argv[1]):
        request = json.loads(line)
        payload, padded = decrypt(
            bytes.fromhex(request["private"]), bytes.fromhex(request["auth"]), bytes.fromhex(request["body"])
        )
        key, header, claims = check(request["authorization"])
        found = {"payload": payload.hex(), "padded": padded, "key": key, "header": header, "claims": claims}
        print(json.dumps(found))
