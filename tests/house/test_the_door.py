from __future__ import annotations

import pytest

from caseload import __version__
from caseload.__main__ import main


def test_the_program_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"caseload {__version__}\n"


def test_an_unknown_verb_is_wrong_usage_in_one_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["no-such-verb"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
