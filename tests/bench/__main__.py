"""``make bench``: prints each measurement beside what it is held against."""

from __future__ import annotations

from tests.bench import calculation, letters, start, store


def main() -> None:
    print(f"{'milliseconds, medians':<44}{'ours':>10}{'without':>10}{'ratio':>8}")
    for part in (start, store, calculation, letters):
        for line in part.report():
            print(line, flush=True)


if __name__ == "__main__":
    main()
