"""A new referral: who it is, look-alikes side by side, and the waiting list or a place at once."""
