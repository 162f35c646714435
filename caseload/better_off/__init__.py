"""What a job would leave a household to live on, against what it lives on now.

``household`` holds the inputs; ``comparison.compare`` answers with the shapes of ``answer`` and
``money``; ``explanation.explain`` shows every line; ``hours.income_by_hours`` is the plot;
``cases.run_cases`` answers a file of cases; ``filing`` takes results to JSON and back;
``rate_files.load_rate_book`` reads the dated rates.
"""
