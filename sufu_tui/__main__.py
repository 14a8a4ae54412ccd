"""Entry point of `python -m sufu_tui`, the same as `sufu-tui`."""

import sys

from sufu_tui.cli.main import main

sys.exit(main())
