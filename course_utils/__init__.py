"""Helpers of the course *From Perceptron to Transformer*.

Each module holds what one group of lessons derives, and is imported by name::

    from course_utils.supervised import make_windows

Importing the package alone loads none of them, so that a notebook which needs
only NumPy never waits for TensorFlow.
"""

__version__ = "0.1.0"
