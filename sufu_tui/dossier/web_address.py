"""Web address: what may be one, and the URI that it stands for.

An address is written as people read it, perhaps with letters of any script (RFC 3987). Terminals,
calendars and browsers take its URI (RFC 3986), which has nothing in it but printable ASCII.
"""

from __future__ import annotations

import re

# Compiled when the first address is looked at: the first frame of most starts has none.
_PARTS = (
    r"(?P<scheme>[Hh][Tt][Tt][Pp][Ss]?)://(?P<host>[^/?#@:\[\]%]+|\[[0-9A-Fa-f:.]+\])"
    r"(?P<port>(?::[0-9]{1,5})?)(?P<rest>(?:[/?#].*)?)"
)
_NEVER = r"[\s<>\"\\^`{|}]"  # by RFC 3986; they would also end a link in Markdown or a shell's word
_HOST = r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.?"
_TO_ESCAPE = r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~:/?#@!$&'()*+,;=%-]"
_LAST_PORT = 65535
_LONGEST = 2083  # terminals open no longer one


def uri_of(address: str) -> str | None:
    """Return the URI of a web address (http or https), or None where the text is none.

    It has a host, but no name or password before it, which could pass for another host.
    """
    found = re.fullmatch(_PARTS, address)
    if found is None or not address.isprintable() or re.search(_NEVER, address):
        return None
    host = _ascii_host(found["host"])
    if host is None or int(found["port"][1:] or 0) > _LAST_PORT:
        return None
    uri = f"{found['scheme'].lower()}://{host}{found['port']}{re.sub(_TO_ESCAPE, _escaped, found['rest'])}"
    return uri if len(uri) <= _LONGEST else None


def _ascii_host(host: str) -> str | None:
    """Return a host in ASCII (RFC 3490), or None where it is none.

    Checked after the conversion: that turns a full-width slash into one that would end the host.
    """
    if host.startswith("["):
        from ipaddress import AddressValueError, IPv6Address  # hardly ever

        try:
            return f"[{IPv6Address(host[1:-1])}]"
        except AddressValueError:
            return None
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    return host if re.fullmatch(_HOST, host) else None


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"%{octet:02X}" for octet in found[0].encode())
