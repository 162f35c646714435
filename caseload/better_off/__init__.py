"""What a job would leave a household to live on, against what it lives on now."""
