"""Better-off: what a client lives on now against up to three offers, answered as it is typed."""
