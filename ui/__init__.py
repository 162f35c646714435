"""The window: pages, widgets and the theme. It knows caseload; caseload never knows it."""
