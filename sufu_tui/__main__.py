"""`python -m sufu_tui` is `sufu-tui`."""

import sys

from sufu_tui.cli.main import main

sys.exit(main())
