"""What every test needs before anything else is imported."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Before any import of Qt: the tests run on machines without a display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A shared computer is slow now and then, and that is no fault of the program.
settings.register_profile(
    "caseload", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("caseload")
