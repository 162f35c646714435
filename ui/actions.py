"""Every command once: its name, menu, shortcut, icon, when it is allowed.

The menu bar, the palette, the list of shortcuts and the tests read this list. What a command does
is not here: the window hands its id to whoever registered for it (``Commands.on``), the window
itself for the frame and the current page for the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from caseload.words import catalogue, say

MENUS = ("file", "edit", "go", "client", "record", "view", "help")


@dataclass(frozen=True, slots=True)
class Context:
    """What decides whether a command is allowed right now."""

    unlocked: bool = False
    dialog_open: bool = False
    read_only: bool = False
    roles: frozenset[str] = frozenset()  # specialist, administrator, team_lead
    page: str = ""
    client: object = None  # the id of the client in sight
    employer: object = None
    page_commands: frozenset[str] = frozenset()  # what the page in sight can do itself
    can_undo: bool = False
    can_go_back: bool = False
    names_hidden: bool = False
    palette: str = "light"
    text_scale: float = 1.0


Allowed = Callable[[Context], bool]


def always(_context: Context) -> bool:
    """Even while locked or behind a dialog."""
    return True


def unlocked(context: Context) -> bool:
    """A store is open and nothing covers the page."""
    return context.unlocked and not context.dialog_open


def writing(context: Context) -> bool:
    """A store is open for writing."""
    return unlocked(context) and not context.read_only


def with_client(context: Context) -> bool:
    """A client is in sight."""
    return unlocked(context) and context.client is not None


def writing_client(context: Context) -> bool:
    """A client is in sight and may be changed."""
    return with_client(context) and writing(context)


def undoing(context: Context) -> bool:
    """There is a saved change to undo."""
    return writing(context) and context.can_undo


def going_back(context: Context) -> bool:
    """There is a page to come back to."""
    return unlocked(context) and context.can_go_back


def text_can_grow(context: Context) -> bool:
    """The text is not at its largest."""
    return context.text_scale < 2.0


def text_can_shrink(context: Context) -> bool:
    """The text is not at its normal size."""
    return context.text_scale > 1.0


def by_page(name: str, more: Allowed = unlocked) -> Allowed:
    """Only where the page in sight can do it."""
    return lambda context: more(context) and name in context.page_commands


@dataclass(frozen=True, slots=True)
class Command:
    """One command. ``chosen`` says when a command that stays on shows a tick."""

    id: str
    menu: str
    shortcut: str = ""
    icon: str = ""
    allowed: Allowed = unlocked
    group: int = 0  # a line in the menu stands between groups
    chosen: Callable[[Context], bool] | None = None
    other_shortcuts: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """The name people read."""
        return say(f"commands.name.{self.id}")

    @property
    def other_words(self) -> str:
        """Other words people may type for it."""
        return str(catalogue().get(f"commands.words.{self.id}", ""))

    def matches(self, text: str) -> bool:
        """Whether every word typed begins a word of the name or of its other words."""
        known = f"{self.name} {self.other_words}".casefold().split()
        return all(any(word.startswith(part) for word in known) for part in text.casefold().split())


def _chosen_palette(name: str) -> Callable[[Context], bool]:
    return lambda context: context.palette == name


COMMANDS: tuple[Command, ...] = (
    Command("save", "file", "Ctrl+S", allowed=by_page("save", writing)),
    Command("print_letter", "file", "Ctrl+P", "printer", by_page("print_letter"), group=1),
    Command("back_up", "file", "", "hard-drive", unlocked, group=2),
    Command("restore_backup", "file", "", "", unlocked, group=2),
    Command("open_store", "file", "", "", always, group=2),
    Command("lock", "file", "Ctrl+L", "lock", lambda context: context.unlocked, group=3),
    Command("quit", "file", "Ctrl+Q", "", always, group=4),
    Command("undo", "edit", "Ctrl+Z", "", undoing),
    Command("cut", "edit", "Ctrl+X", group=1),
    Command("copy", "edit", "Ctrl+C", "copy", group=1),
    Command("paste", "edit", "Ctrl+V", "", always, group=1),
    Command("select_all", "edit", "Ctrl+A", group=1),
    Command("find", "edit", "Ctrl+K", "search", group=2),
    Command("filter", "edit", "Ctrl+F", "list-filter", by_page("filter"), group=2),
    Command("go_today", "go", "Ctrl+1", "calendar-check"),
    Command("go_caseload", "go", "Ctrl+2", "users"),
    Command("go_employers", "go", "Ctrl+3", "store"),
    Command("go_better_off", "go", "Ctrl+4", "scale"),
    Command("go_letters", "go", "Ctrl+5", "mail"),
    Command("go_returns", "go", "Ctrl+6", "table-2"),
    Command("go_settings", "go", "Ctrl+9", "settings-2"),
    Command("go_back", "go", "Alt+Left", "chevron-left", going_back, group=1),
    Command("next_pane", "go", "F6", "", always, group=2),
    Command("previous_pane", "go", "Shift+F6", "", always, group=2),
    Command("new_referral", "client", "Ctrl+N", "plus", writing),
    Command("accept_client", "client", "", "", by_page("accept_client", writing)),
    Command("decline_referral", "client", "", "", by_page("decline_referral", writing_client)),
    Command("open_profile", "client", "Ctrl+Shift+V", "user-round", with_client, group=1),
    Command("open_consent", "client", "Ctrl+Shift+C", "circle-check", with_client, group=1),
    Command("open_safety", "client", "Ctrl+Shift+S", "info", with_client, group=1),
    Command("better_off", "client", "Ctrl+B", "scale", with_client, group=1),
    Command("step_down", "client", "", "", by_page("step_down", writing_client), group=2),
    Command("take_back", "client", "", "", by_page("take_back", writing_client), group=2),
    Command("transfer", "client", "", "", by_page("transfer", writing_client), group=2),
    Command("close_case", "client", "", "", by_page("close_case", writing_client), group=2),
    Command("record_contact", "record", "Ctrl+R", "pencil", writing),
    Command("record_visit", "record", "Ctrl+E", "footprints", writing),
    Command("record_in_work", "record", "Ctrl+I", "", writing_client),
    Command("record_job", "record", "Ctrl+J", "", writing_client, group=1),
    Command("record_hours", "record", "", "clock", writing_client, group=1),
    Command("book_appointment", "record", "Ctrl+D", "calendar-check", writing_client, group=2),
    Command("new_employer", "record", "Ctrl+Shift+E", "store", writing, group=2),
    Command("text_larger", "view", "Ctrl++", "", text_can_grow, other_shortcuts=("Ctrl+=",)),
    Command("text_smaller", "view", "Ctrl+-", "", text_can_shrink),
    Command("text_normal", "view", "Ctrl+0", "", text_can_shrink),
    Command("palette_light", "view", "", "", always, group=1, chosen=_chosen_palette("light")),
    Command("palette_dark", "view", "", "", always, group=1, chosen=_chosen_palette("dark")),
    Command(
        "palette_contrast", "view", "", "", always, group=1, chosen=_chosen_palette("contrast")
    ),
    Command("palette_system", "view", "", "", always, group=1, chosen=_chosen_palette("system")),
    Command(
        "hide_names",
        "view",
        "Ctrl+Shift+H",
        "eye-off",
        lambda context: context.unlocked,
        group=2,
        chosen=lambda context: context.names_hidden,
    ),
    Command("shortcuts", "help", "F1"),
    Command("about", "help", "", "info", always, group=1),
)

PLACES = {
    "go_today": "today",
    "go_caseload": "caseload",
    "go_employers": "employers",
    "go_better_off": "better_off",
    "go_letters": "letters",
    "go_returns": "returns",
    "go_settings": "settings",
}
"""The command that goes to each place of the sidebar, in its order."""


def command(name: str) -> Command:
    """The command of an id; raises KeyError when there is none."""
    for known in COMMANDS:
        if known.id == name:
            return known
    raise KeyError(name)


def in_menu(menu: str) -> Iterable[Command]:
    """The commands of one menu, in order."""
    return (known for known in COMMANDS if known.menu == menu)


def shown_shortcut(shortcut: str) -> str:
    """A shortcut as a key cap shows it: ``Ctrl R``."""
    if shortcut == "Ctrl++":
        return "Ctrl +"
    return " ".join(shortcut.split("+"))


class Commands:
    """Who does what: handlers by command id, registered once by the window and the application."""

    def __init__(self) -> None:
        self._handlers: dict[str, Callable[[], None]] = {}

    def on(self, name: str, does: Callable[[], None]) -> None:
        """Register what a command does; raises KeyError for an unknown id."""
        self._handlers[command(name).id] = does

    def answer(
        self, name: str, page: Mapping[str, Callable[[], None]]
    ) -> Callable[[], None] | None:
        """Who answers a command: the page in sight before anybody else; None when nobody does."""
        return page.get(name) or self._handlers.get(name)
