"""A web address, and the URI that may go to a terminal, a calendar and a browser."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.web_address import uri_of

HOSTILE = st.one_of(
    st.text(),
    st.builds("{}://{}".format, st.sampled_from(("http", "https", "HTTPS", "javascript", "file")), st.text()),
    st.builds(
        "https://{}/{}".format,
        st.sampled_from(
            (
                "example.org",
                "[::1]",
                "[:]",
                "[1.2]",
                "a:99999",
                "例子.中国",
                "a@b",
                "a:80",
                "a:x",
                "a／b",
                "a＠b",
                "",
            )
        ),
        st.text("ab\x1b\x07\x9c\x9d\\;]8\r\n \t\"'<>^`{|}%\u202e\u200b蘇/?#[]", max_size=20),
    ),
)


@given(HOSTILE)
def test_whatever_it_is_made_of_only_printable_ascii_leaves_and_only_to_http(text):
    uri = uri_of(text)
    if uri is not None:
        assert re.fullmatch(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%\[\]-]+", uri)
        assert len(uri) <= 2083
        parts = urlsplit(uri)
        assert parts.hostname
        assert parts.username is parts.password is None
        assert uri_of(uri) == uri


@given(HOSTILE)
def test_a_uri_means_the_host_that_is_read(text):
    uri = uri_of(text)
    if uri is not None and text.isascii():
        host = re.split(r"[/?#]", text.partition("://")[2])[0]
        assert urlsplit(uri).netloc == host


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("https://example.org", "https://example.org"),
        ("http://example.org:8080/a?b=c#d", "http://example.org:8080/a?b=c#d"),
        ("HTTPS://Example.org/A", "https://Example.org/A"),
        ("https://zh.wikipedia.org/wiki/蘇州", "https://zh.wikipedia.org/wiki/%E8%98%87%E5%B7%9E"),
        ("https://例子.中国/a", "https://xn--fsqu00a.xn--fiqs8s/a"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/a%20b?c[]=1", "https://example.org/a%20b?c%5B%5D=1"),
        ("https://[2001:db8::1]/", "https://[2001:db8::1]/"),
    ],
)
def test_addresses(address, uri):
    assert uri_of(address) == uri


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "example.org",
            "https://",
            "https:///a",
            "ftp://example.org",
            "javascript://example.org/%0aalert(1)",
        ),
        *(
            "https://user@example.org",
            "https://example.org:x@evil.example",
            "https://example.org\\@evil.example",
        ),
        *(
            "https://a／b.example/",
            "https://a＠b.example/",
            "https://a..b/",
            "https://a:123456/",
            "https://a:65536/",
            "https://[.]/",
            "https://[::1",
            "https://a%2fb/",
        ),
        *(
            "https://a/ b",
            "https://a/\x1b]8;;",
            "https://a/\x07",
            "https://a/\x9c",
            "https://a/\u202e",
            "https://a/\n",
        ),
        *(
            "https://a/<b>",
            'https://a/"',
            "https://a/`id`",
            f"https://a/{'b' * 2083}",
            f"https://{'é' * 64}/",
        ),
    ],
)
def test_no_addresses(text):
    assert uri_of(text) is None
