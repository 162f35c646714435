"""What a verb answers: a document on stdout, and where something is refused, a sentence."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Answer:
    """``document`` is printed as JSON, or as it is where it is text; ``sentence`` is a refusal."""

    document: Any = None
    sentence: str = ""

    def give(self) -> int:
        """Print it; the exit code."""
        if isinstance(self.document, str):
            print(self.document)
        elif self.document is not None:
            print(json.dumps(self.document, ensure_ascii=False, indent=1))
        sys.stdout.flush()
        if self.sentence:
            complain(self.sentence)
        return 1 if self.sentence else 0


def complain(sentence: str) -> None:
    """One sentence on stderr, on one line."""
    print(" ".join(sentence.split()), file=sys.stderr)
