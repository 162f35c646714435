"""What all rooms read and write alike: dates, money, identifiers, names and code lists."""
