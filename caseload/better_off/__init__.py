"""What a job would leave a household to live on, against what it lives on now.

``household`` holds the inputs; ``comparison.compare`` answers with the shapes of ``answer`` and
``money``, by the law unless ``view`` says the cases; ``explanation.explain`` shows every line;
``hours.income_by_hours`` is the plot; ``twelve_months.twelve_months`` is the job month by month and
``month_explained.explain_months`` its sum; ``what_else.what_else`` tells help and ways back;
``cases.run_cases`` answers a file of cases; ``filing`` takes results to JSON and back;
``rate_files.load_rate_book`` reads the dated rates, ``added_rates`` those that a service adds.
"""
