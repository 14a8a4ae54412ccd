from __future__ import annotations

import subprocess
import sys

WITHOUT_TLS = """
import sys
from sufu_tui.cli.startup.tls_free_asyncio import import_asyncio_without_tls
import_asyncio_without_tls()
import textual.app
assert "ssl" not in sys.modules
import asyncio, asyncio.sslproto, ssl  # it is there for whoever wants it
assert asyncio.sslproto.ssl is None
ssl.create_default_context()
import_asyncio_without_tls()
assert sys.modules["ssl"] is ssl
"""


def test_the_screen_library_comes_without_tls():
    subprocess.run([sys.executable, "-c", WITHOUT_TLS], check=True, timeout=60)
