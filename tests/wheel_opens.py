"""Open an installed explorer in a real pseudo-terminal and leave it again; standard library only.

    wheel_opens.py SUFU_TUI

Exits 0 if the narrative appeared and `q` ended the program with status 0.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time


def main(program: str) -> int:
    """Run `program`, wait for its first section, quit; return an exit status."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(
            TERM="xterm-256color", LANG="en_GB.UTF-8", LC_ALL="en_GB.UTF-8", XDG_STATE_HOME=os.devnull
        )
        os.execv(program, [program])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    shown, asked, end = b"", False, time.monotonic() + 20
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 0.2)[0]:
            continue
        try:
            shown += os.read(terminal, 65536)
        except OSError:  # the other side is gone
            break
        if not asked and b"Narrative" in shown:
            os.write(terminal, b"q")
            asked = True
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print("the installed explorer opened and quit" if asked and status == 0 else f"it did not: {status}")
    return 0 if asked and status == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
