"""Recording a contact in under 30 seconds with the keyboard alone, beside whatever is in sight."""
