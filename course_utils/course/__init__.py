"""The course about itself: its chapters, their map, your progress, and whether all is ready.

In a terminal, in the course's folder: ``python -m course_utils check``, ``progress`` or ``map``.
"""
