"""A small OpenID Connect provider for the tests: provider.py [CLOCK [tls]].

Discovery, a page on which one chooses who one is, tokens, keys and their rotation. At /control it is told what to do wrong,
and tells how often each address was asked. CLOCK: seconds since 1970 at which its clock stands still. With tls it speaks HTTPS, with
a certificate that nobody trusts. It ends with the program that started it.
"""

import base64
import datetime
import hashlib
import hmac
import html
import http.server
import json
import os
import re
import secrets
import ssl
import sys
import tempfile
import threading
import time
import urllib.parse

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

CLIENT, SECRET = "watchbill", "s3cr%t"
#: Where browsers may be sent back to, which a real provider is told to the letter.
REDIRECT = re.compile(r"http://(localhost|127\.0\.0\.1)(:\d+)?/sign-in/provider/back")
PEOPLE = {"ada": "248289761001", "ben": "248289761002", "eve": "248289761666"}


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def number(value, length=None):
    return b64(value.to_bytes(length or (value.bit_length() + 7) // 8, "big"))


class Key:
    def __init__(self, kind):
        self.id, self.kind = secrets.token_hex(4), kind
        self.private = ec.generate_private_key(ec.SECP256R1()) if kind == "ES256" else rsa.generate_private_key(65537, 2048)

    def jwk(self):
        numbers = self.private.public_key().public_numbers()
        if self.kind == "ES256":
            shape = {"kty": "EC", "crv": "P-256", "x": number(numbers.x, 32), "y": number(numbers.y, 32)}
        else:
            shape = {"kty": "RSA", "n": number(numbers.n), "e": number(numbers.e)}
        return shape | {"kid": self.id, "use": "sig", "alg": self.kind}

    def sign(self, message):
        if self.kind == "RS256":
            return self.private.sign(message, padding.PKCS1v15(), hashes.SHA256())
        r, s = decode_dss_signature(self.private.sign(message, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    def public_text(self):
        return self.private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


class Provider:
    def __init__(self, clock):
        self.clock = int(clock) if clock else None
        self.keys, self.codes, self.fault, self.asked, self.issuer = [Key("ES256")], {}, "", {}, ""
        self.ended = threading.Event()

    def now(self):
        return self.clock if self.clock is not None else int(time.time())

    def discovery(self):
        return {
            "issuer": self.issuer + ("/other" if self.fault == "discoveryIssuer" else ""),
            "authorization_endpoint": self.issuer + "/authorize",
            "token_endpoint": self.issuer + "/token",
            "jwks_uri": self.issuer + "/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256", "RS256"],
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            "authorization_response_iss_parameter_supported": True,
        }

    def decide(self, query, who):
        """Where the browser is sent back to."""
        asked = dict(urllib.parse.parse_qsl(query))
        assert asked["response_type"] == "code" and asked["scope"] == "openid" and asked["client_id"] == CLIENT, asked
        assert REDIRECT.fullmatch(asked["redirect_uri"]), asked
        assert asked["code_challenge_method"] == "S256" and len(asked["code_challenge"]) == 43, asked
        back = {"state": asked["state"], "iss": self.issuer}
        if who in PEOPLE:
            back["code"] = secrets.token_urlsafe(24)
            self.codes[back["code"]] = asked | {"sub": PEOPLE[who]}
        else:
            back["error"] = "access_denied"
        if self.fault == "mixUp":
            back["iss"] = "https://evil.example"
        return asked["redirect_uri"] + "?" + urllib.parse.urlencode(back)

    def token(self, form, authorization):
        """The status and the answer."""
        expected = f"{urllib.parse.quote_plus(CLIENT)}:{urllib.parse.quote_plus(SECRET)}".encode()
        if authorization != "Basic " + base64.b64encode(expected).decode():
            return 401, {"error": "invalid_client"}
        # A code works once, for whoever began.
        asked = self.codes.pop(form.get("code"), None)
        challenge = b64(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if (
            asked is None or form.get("grant_type") != "authorization_code" or asked["code_challenge"] != challenge
            or asked["redirect_uri"] != form.get("redirect_uri")
        ):
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": self.id_token(asked)}

    def id_token(self, asked):
        now, key, fault = self.now(), self.keys[-1], self.fault
        claims = {
            "iss": self.issuer, "sub": asked["sub"], "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        claims |= {
            "nonce": {"nonce": "another"}, "audience": {"aud": "another"}, "issuer": {"iss": "https://evil.example"},
            "expired": {"iat": now - 600, "exp": now - 300}, "future": {"iat": now + 300, "exp": now + 600},
            "subject": {"sub": "é"},
        }.get(fault, {})
        header = {"alg": key.kind, "kid": key.id, "typ": "JWT"}
        if fault == "none":
            header = {"alg": "none"}
        if fault in ("hs256", "hs256kid"):
            header = {"alg": "HS256"} | ({"kid": key.id} if fault == "hs256kid" else {})
        if fault == "unknownKey":
            # Signed rightly, with a key that is in no key set.
            key = Key("ES256")
            header = {"alg": key.kind, "kid": key.id}
        message = f"{b64(json.dumps(header).encode())}.{b64(json.dumps(claims).encode())}".encode()
        signature = key.sign(message)
        if fault == "none":
            signature = b""
        if fault in ("hs256", "hs256kid"):
            signature = hmac.new(key.public_text(), message, hashlib.sha256).digest()
        if fault == "forged":
            signature = Key(key.kind).sign(message)
        return f"{message.decode()}.{b64(signature)}"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    provider = None

    def log_message(self, *arguments):
        pass

    def answer(self, status, body, kind="application/json", **headers):
        data = body if isinstance(body, bytes) else json.dumps(body).encode() if kind == "application/json" else body.encode()
        self.send_response(status)
        for name, value in ({"Content-Type": kind, "Content-Length": str(len(data))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def route(self, form):
        provider = self.provider
        path, _, query = self.path.partition("?")
        provider.asked[path] = provider.asked.get(path, 0) + 1
        # At one address, or at all.
        fault, _, place = provider.fault.partition("@")
        if path != "/control" and place in ("all", path.rpartition("/")[2]):
            if fault == "slow":
                provider.ended.wait(60)
                self.close_connection = True
                return
            if fault == "trickle":
                self.send_response(200)
                self.end_headers()
                while not provider.ended.wait(0.05):
                    self.wfile.write(b" ")
                return
            if fault == "huge":
                return self.answer(200, b"{" + b" " * 3_000_000 + b"}")
            if fault == "html":
                return self.answer(200, "<p>Welcome</p>", "text/html")
            if fault == "error":
                return self.answer(500, {"error": "server_error"})
            if fault == "redirect":
                return self.answer(302, b"", Location=provider.issuer + "/elsewhere")
        if path == "/.well-known/openid-configuration":
            return self.answer(200, provider.discovery())
        if path == "/keys":
            return self.answer(200, {"keys": [{"kty": "oct", "k": "AA"}] + [key.jwk() for key in provider.keys]})
        if path == "/authorize":
            buttons = "".join(f'<p><button name="who" value="{who}">{who.title()}</button></p>' for who in PEOPLE)
            return self.answer(
                200, '<!doctype html><html lang="en"><title>Hospital account</title>'
                '<link rel="icon" href="data:,"><h1>Hospital account</h1>'
                f'<form method="post" action="/decide"><input type="hidden" name="query" value="{html.escape(query)}">'
                f'{buttons}<p><button name="who" value="">Cancel</button></p></form>', "text/html; charset=utf-8")
        if path == "/decide":
            back = provider.decide(form["query"], form.get("who", ""))
            if "json" in self.headers.get("Accept", ""):
                return self.answer(200, {"location": back})
            return self.answer(303, b"", Location=back)
        if path == "/token":
            return self.answer(*provider.token(form, self.headers.get("Authorization")))
        if path == "/control":
            provider.fault = form.get("fault", provider.fault)
            provider.clock = int(form["clock"]) if "clock" in form else provider.clock
            if "rotate" in form:
                provider.keys = [Key(form["rotate"])]
            return self.answer(200, provider.asked)
        return self.answer(404, {})

    def do_GET(self):
        self.guarded({})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        self.guarded(dict(urllib.parse.parse_qsl(body, keep_blank_values=True)))

    def guarded(self, form):
        try:
            self.route(form)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True


def end_with(parent, server):
    while os.getppid() == parent:
        time.sleep(0.2)
    os._exit(0)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True


def certificate():
    """For localhost, signed by itself."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(now - datetime.timedelta(1)).not_valid_after(now + datetime.timedelta(1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), False).sign(key, hashes.SHA256())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile() as file:
        file.write(key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
        file.write(made.public_bytes(serialization.Encoding.PEM))
        file.flush()
        context.load_cert_chain(file.name)
        if keep := os.environ.get("PROVIDER_CERTIFICATE"):
            with open(keep, "wb") as copy:
                copy.write(made.public_bytes(serialization.Encoding.PEM))
    return context


def start(clock=None, tls=None):
    """A running one; `shutdown` of its server ends it."""
    provider = Provider(clock)
    handler = type("Handler", (Handler,), {"provider": provider})
    server = Server(("127.0.0.1", 0), handler)
    if tls:
        server.socket = certificate().wrap_socket(server.socket, server_side=True)
    provider.issuer = f"https://localhost:{server.server_port}" if tls else f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return provider, server


if __name__ == "__main__":
    one, running = start(*sys.argv[1:])
    print(f"The provider is {one.issuer} ", file=sys.stderr, flush=True)
    end_with(os.getppid(), running)
