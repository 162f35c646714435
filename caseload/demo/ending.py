"""How support ends or pauses: closing with a reason, stepping down, and what goes on afterwards."""

from __future__ import annotations

from datetime import date, timedelta

from caseload.demo.diary import Order
from caseload.demo.made_up import made_up
from caseload.demo.story import Story

LEFT = (("no_longer_wants_work", 34.0), ("health", 22.0), ("education", 16.0), ("moved", 10.0),
        ("other_provision", 10.0), ("no_contact", 8.0))  # fmt: skip
WORKED = (("in_work_complete", 62.0), ("in_work_declined", 16.0), ("step_down_team", 22.0))


def leave(story: Story, on: date) -> None:
    """Support ends without a job. 'No contact' comes only after three tries that are on record."""
    reason = "education" if story.plan.extra == "learning" else story.chance.pick_weighted(LEFT)
    if reason == "no_contact":
        for days in (30, 21, 12):
            day = on - timedelta(days=days)
            story.meet(day, "engagement", attendance="3", medium="01")
        story.meet(on - timedelta(days=5), "engagement", story.phrase("text"), medium="09")
    else:
        story.meet(on - timedelta(days=3), "step_down", medium="02")
    _close(story, on, reason)


def close_in_work(story: Story, on: date) -> None:
    """Support ends while the client is in work."""
    story.meet(on - timedelta(days=3), "step_down")
    _close(story, on, story.chance.pick_weighted(WORKED))


def _close(story: Story, on: date, reason: str) -> None:
    story.step(
        on,
        Order.END,
        lambda services: services.allocation.close(client_id=story.client_id, reason=reason),
    )


def step_down(story: Story, on: date, *, until: date) -> None:
    """The place is freed, the clocks run on, and a call comes every two or three months."""
    reason = story.chance.pick(made_up("life")["step_down_reasons"]["reasons"])
    story.meet(on - timedelta(days=2), "step_down")
    story.step(
        on,
        Order.END,
        lambda services: services.allocation.step_down(client_id=story.client_id, reason=reason),
    )
    day = on + timedelta(days=story.chance.between(60, 80))
    while day < until:
        words = story.fill(story.chance.pick(made_up("notes")["promises"]["stepped_down"]))
        call = story.phrase("in_work_call")
        story.meet(day, "in_work_client", call, medium="02", at_work=True, promise=words)
        day += timedelta(days=story.chance.between(60, 85))
