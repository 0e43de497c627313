"""``python -m course_utils.translation``: translate, or train a model first."""

import sys

from course_utils.start import start

if __name__ == "__main__":
    start(fast=True)  # quiet native logs, before anything imports TensorFlow
    from course_utils.translation.command_line import main

    sys.stdout.reconfigure(errors="replace")  # a terminal may lack some letters
    sys.exit(main())
