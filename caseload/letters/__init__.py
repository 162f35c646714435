"""What our letters and printed pages say, before anything is drawn.

``composing.compose_better_off_letter`` makes the better-off letter, which ``running_pages`` and
``easy_read`` lay out in its formats; ``profile`` and ``recovery_key`` make their pages, and
``batch_cover`` the list on top of many letters; ``blocks`` holds the parts that all are made of.
"""
