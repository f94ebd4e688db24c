"""Requests that are none: a grammar of HTTP/1.1 with faults, and mutations of good requests."""

import string

CRLF = b"\r\n"
PATHS = ["/health/live", "/health/ready", "/openapi.json", "/api/me", "/api/clients/100001", "/api/login", "/metrics",
         "/api/clients/100001/score?purpose=application", "/v2/health/live", "/docs", "/nothing"]
METHODS = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "CONNECT"]
TOKENS = string.ascii_letters + string.digits + "-_.~!*'();:@&=+$,/?#[]%\\\"<>^`{|} \t"


def request(dice):
    """A kind and the bytes of a request of that kind."""
    kind = dice.choice(list(KINDS))
    return kind, KINDS[kind](dice)


def noise(dice, longest):
    return bytes(dice.randrange(256) for _ in range(dice.randrange(1, longest)))


def text(dice, longest):
    return "".join(dice.choice(TOKENS) for _ in range(dice.randrange(1, longest))).encode()


def path(dice):
    return dice.choice(PATHS).encode()


def good(dice, more=b"", body=b""):
    method = b"POST" if body else b"GET"
    length = b"Content-Length: %d\r\nContent-Type: application/json\r\n" % len(body) if body else b""
    return method + b" " + path(dice) + b" HTTP/1.1\r\nHost: localhost\r\n" + length + more + CRLF + body


def request_line(dice):
    method = dice.choice([dice.choice(METHODS).encode(), text(dice, 12), b"", b"get", b"G\x00T", b"A" * 9000])
    target = dice.choice([path(dice), text(dice, 80), b"", b"*", b"http://other.example/api/me", b"/" + b"a" * 20000,
                          b"//" + text(dice, 10), noise(dice, 40), b"/?" + b"x=1&" * 3000])
    version = dice.choice([b"HTTP/1.1", b"HTTP/1.0", b"HTTP/0.9", b"HTTP/2.0", b"HTTP/9.9", b"http/1.1", b"", b"HTTP/",
                           b"HTTP/1.1.1", b"HTTPS/1.1", text(dice, 10)])
    gap = dice.choice([b" ", b"  ", b"\t", b"", b"\x0b", b" \r"])
    end = dice.choice([CRLF, b"\n", b"\r", b"\r\r\n", b""])
    return method + gap + target + gap + version + end + b"Host: localhost\r\n\r\n"


def headers(dice):
    name = text(dice, 20)
    return good(dice, dice.choice([
        name + b"\r\n", b": empty\r\n", name + b" : " + text(dice, 20) + CRLF, b"X: " + noise(dice, 60) + CRLF,
        b"X-Long: " + b"a" * dice.randrange(1, 100_000) + CRLF, b"".join(b"X%d: 1\r\n" % i for i in range(2000)),
        b"X: a\r\n b\r\n\tc\r\n", b"Host: again\r\n", b"Host: " + text(dice, 30) + CRLF, b"X: \x00\r\n",
        b"Cookie: " + text(dice, 200) + CRLF, b"Authorization: Bearer " + text(dice, 60) + CRLF,
        b"Accept-Language: " + text(dice, 60) + CRLF, b"Accept-Encoding: " + text(dice, 40) + CRLF,
        b"X-HTTP-Method-Override: DELETE\r\n", b"Expect: " + text(dice, 20) + CRLF, b"Upgrade: h2c\r\n",
        b"Connection: Upgrade, " + text(dice, 10) + CRLF, b"Range: bytes=" + text(dice, 20) + CRLF,
        b"X-Forwarded-For: " + text(dice, 60) + CRLF, b"Content-Type: " + text(dice, 40) + CRLF,
        b"If-None-Match: " + text(dice, 40) + CRLF, b"Origin: " + text(dice, 40) + CRLF]))


def lengths(dice):
    value = dice.choice([b"-1", b"99999999999999999999", b"+5", b"0x10", b"5, 5", b"5, 6", b"", b"abc", b"1e3", b" 7 ",
                         b"2147483648", b"00000000000000000000005", text(dice, 8)])
    more = b"Content-Length: " + value + CRLF
    if dice.random() < 0.3:
        more += b"Content-Length: 3\r\n"
    if dice.random() < 0.4:
        more += b"Transfer-Encoding: " + dice.choice(
            [b"chunked", b"gzip", b"chunked, gzip", b"gzip, chunked", b"xchunked", b" chunked", b"chunked\x0b",
             b"identity", text(dice, 12)]) + CRLF
    return b"POST " + path(dice) + b" HTTP/1.1\r\nHost: localhost\r\n" + more + CRLF + text(dice, 40)


def chunks(dice):
    parts = []
    for _ in range(dice.randrange(1, 5)):
        data = text(dice, 30)
        size = dice.choice([b"%x" % len(data), b"%x" % (len(data) + 1), b"-1", b"ffffffffffffffff", b"7fffffff", b"0x5",
                            b"", b"g", b" 5", b"%x;" % len(data) + text(dice, 40), b"0" * 300 + b"5", noise(dice, 5)])
        parts.append(size + dice.choice([CRLF, b"\n", b"\r", b""]) + data + dice.choice([CRLF, b"", b"\n", b"junk"]))
    end = dice.choice([b"0\r\n\r\n", b"0\r\nTrailer: x\r\n\r\n", b"0\r\nbad trailer\r\n\r\n", b"", b"0", b"00\r\n"])
    return (b"POST " + path(dice) + b" HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n" + b"".join(parts) + end)


def paths(dice):
    target = dice.choice([b"/%", b"/%zz", b"/%00", b"/%2e%2e/%2e%2e/etc/passwd", b"/..;/api/me", b"/api//clients",
                          b"/api/clients/%c0%af", b"/api/clients/1%0d%0aSet-Cookie:x=1", b"/api/clients/-1",
                          b"/api/clients/99999999999999999999", b"/api/clients/1e5", b"/api/clients/%F0%9F%92%A9",
                          b"/api/clients/100001;a=b", b"/api/clients?page=" + text(dice, 10),
                          b"/api/clients?" + text(dice, 60), b"/./api/./me", b"/api/clients/\xff\xfe", b"/#fragment",
                          b"/api/me?language=" + text(dice, 5), b"/docs/../../" + text(dice, 10)])
    return b"GET " + target + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"


def bodies(dice):
    depth = dice.randrange(1, 30_000)
    return good(dice, body=dice.choice([
        b"[" * depth, b'{"a":' * depth, b"null", b"NaN", b'{"a":1,"a":2}', noise(dice, 300), b'"' + b"a" * 70_000 + b'"',
        b"{" + text(dice, 200), b'{"user":"\\ud800","password":"x"}', b"1e999999", b"-" * 500, b"\xef\xbb\xbf{}",
        b'{"user":' + b"9" * 5000 + b"}", b"[]", b"{}", b"true", b'{"a":"\x00"}', b"\xff\xfe{\x00}\x00"]))


def several(dice):
    parts = [dice.choice([good, chunks, lengths, paths, bodies])(dice) for _ in range(dice.randrange(2, 5))]
    return b"".join(parts)


def mutated(dice):
    """A good request with bytes changed, put in, taken out or cut off."""
    data = bytearray(good(dice, b"X: y\r\n", dice.choice([b"", b'{"user":"a","password":"b"}'])))
    for _ in range(dice.randrange(1, 6)):
        at = dice.randrange(len(data))
        change = dice.randrange(4)
        if change == 0:
            data[at] = dice.randrange(256)
        elif change == 1:
            data[at:at] = noise(dice, 8)
        elif change == 2:
            del data[at:at + dice.randrange(1, 8)]
        else:
            data = data[:max(1, at)]
        if not data:
            return b"\n"
    return bytes(data)


def senseless(dice):
    return dice.choice([noise(dice, 400), b"\x16\x03\x01\x02\x00\x01" + noise(dice, 200), CRLF * 50,
                        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + noise(dice, 50), b"\x00" * 100, b"GET"])


KINDS = {"request line": request_line, "headers": headers, "lengths": lengths, "chunks": chunks, "paths": paths,
         "bodies": bodies, "several": several, "mutated": mutated, "senseless": senseless}
