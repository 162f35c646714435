"""The caseload page: one row a client, the detail beside it, the waiting list under it."""
