"""What our letters and printed pages say, before anything is drawn.

``composing.compose_better_off_letter`` makes the better-off letter; ``profile`` and
``recovery_key`` make their pages; ``blocks`` holds the parts that all of them are made of.
"""
