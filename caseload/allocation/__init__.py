"""Who holds whom: places on a caseload, the cap over time, and stepping down."""
