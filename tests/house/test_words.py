"""The catalogue and the program know the same sentences, and the sentences keep the house style."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from string import Formatter

import pytest

from caseload.words import catalogue
from tests.house.sources import PROGRAM, Source, calls, expect_none, sources

BANNED = re.compile(r"\b(invalid|please|errors?|null|sorry|e\.g|i\.e|etc)\b|!", re.IGNORECASE)
MOST_WORDS = 25


def spoken(source: Source) -> Iterator[tuple[ast.Call, re.Pattern[str]]]:
    """Every ``say(...)`` whose key is written there, whole or as a pattern."""
    for name, call in calls(source.tree):
        if name == "say" and call.args:
            for pattern in _keys(call.args[0]):
                yield call, pattern


def _keys(node: ast.expr) -> Iterator[re.Pattern[str]]:
    match node:
        case ast.Constant(value=str() as key):
            yield re.compile(re.escape(key))
        case ast.JoinedStr(values=parts):
            yield re.compile(
                "".join(
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
                    for part in parts
                )
            )
        case ast.IfExp(body=one, orelse=other):
            yield from _keys(one)
            yield from _keys(other)


def mentioned(source: Source) -> Iterator[re.Pattern[str]]:
    """Every text in a file that could be a key: keys are also kept in tables and said later."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant | ast.JoinedStr):
            for pattern in _keys(node):
                if re.match(r"[a-z_]+\\\.", pattern.pattern):
                    yield pattern


def unknown_keys(source: Source, known: set[str]) -> Iterator[str]:
    for call, pattern in spoken(source):
        if pattern.pattern.startswith(".+"):
            continue
        if not any(pattern.fullmatch(key) for key in known):
            yield f"{source.name}:{call.lineno} says {pattern.pattern}, which the catalogue lacks"


def wrong_facts(source: Source, words: dict[str, object]) -> Iterator[str]:
    """Facts that a sentence needs and is not given, where both are written out."""
    for call, pattern in spoken(source):
        given = {keyword.arg for keyword in call.keywords}
        key = pattern.pattern.replace("\\", "")
        if key in words and None not in given:
            missing = ", ".join(sorted(_facts(words[key]) - given))
            if missing:
                yield f"{source.name}:{call.lineno} says {key} without {missing}"


def _facts(entry: object) -> set[str]:
    texts = entry.values() if isinstance(entry, dict) else [entry]
    facts = {name for text in texts for _, name, _, _ in Formatter().parse(str(text)) if name}
    return {re.split(r"[.\[]", fact)[0] for fact in facts} | (
        {"count"} if isinstance(entry, dict) else set()
    )


def texts() -> Iterator[tuple[str, str]]:
    for key, entry in catalogue().items():
        for text in entry.values() if isinstance(entry, dict) else [entry]:
            yield key, str(text)


def long_sentences(text: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.?:;])\s+|\n+", text):
        if len(re.findall(r"\{[^}]*\}|[\w’'£%.,-]+", sentence)) > MOST_WORDS:
            yield sentence


def test_every_key_that_is_said_is_in_the_catalogue() -> None:
    known = set(catalogue())
    expect_none(fault for source in sources(*PROGRAM) for fault in unknown_keys(source, known))


def test_every_sentence_is_given_its_facts() -> None:
    words = catalogue()
    expect_none(fault for source in sources(*PROGRAM) for fault in wrong_facts(source, words))


def unsaid(known: set[str], patterns: set[re.Pattern[str]]) -> Iterator[str]:
    written = {pattern.pattern.replace("\\", "") for pattern in patterns}
    built = [pattern for pattern in patterns if ".+" in pattern.pattern]
    for key in known - written:
        if not any(pattern.fullmatch(key) for pattern in built):
            yield f"{key} is said nowhere"


def test_every_sentence_of_the_catalogue_is_said_somewhere() -> None:
    patterns = {pattern for source in sources(*PROGRAM) for pattern in mentioned(source)}
    expect_none(unsaid(set(catalogue()), patterns))


def test_no_sentence_uses_a_word_that_blames_or_baffles() -> None:
    expect_none(f"{key}: {text}" for key, text in texts() if BANNED.search(text))


def test_sentences_are_short() -> None:
    expect_none(f"{key}: {long}" for key, text in texts() for long in long_sentences(text))


@pytest.mark.parametrize(
    ("text", "known", "found"),
    [
        ('say("today.title")', {"today.title"}, False),
        ('words.say("today.titel")', {"today.title"}, True),
        ('say(f"today.kind.{kind}")', {"today.kind.quiet"}, False),
        ('say(f"today.sort.{kind}")', {"today.kind.quiet"}, True),
        ('say("a.b" if x else "a.c")', {"a.b"}, True),
        ("say(key)", set(), False),
    ],
)
def test_a_key_that_is_missing_is_found(text: str, known: set[str], found: bool) -> None:
    assert bool(list(unknown_keys(Source("ui/x.py", text), known))) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('say("a.b", name=x)', False),
        ('say("a.b")', True),
        ('say("a.many", count=2)', False),
        ('say("a.many")', True),
        ('say("a.b", **facts)', False),
    ],
)
def test_a_fact_that_is_missing_is_found(text: str, found: bool) -> None:
    words: dict[str, object] = {
        "a.b": "To {name}",
        "a.many": {"one": "{count} day", "other": "{count} days"},
    }
    assert bool(list(wrong_facts(Source("ui/x.py", text), words))) is found


def test_banned_words_and_long_sentences_are_found() -> None:
    assert all(BANNED.search(text) for text in ("Invalid date", "Saved!", "an error", "e.g. this"))
    assert not BANNED.search("Validity and terror")
    assert list(long_sentences("word " * 26))
    assert not list(long_sentences("Ten words. " * 26))


def test_a_sentence_that_nobody_says_is_found() -> None:
    program = Source("ui/x.py", 'KEYS = ["a.b"]\nsay(f"a.kind.{kind}")')
    known = {"a.b", "a.kind.new", "a.lost"}
    assert list(unsaid(known, set(mentioned(program)))) == ["a.lost is said nowhere"]
