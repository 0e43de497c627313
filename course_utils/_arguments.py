"""What arguments must be, said in one place."""

from numbers import Integral


def whole(name, value, least=1):
    """The value as an int, if it is a whole number and large enough.

    Parameters
    ----------
    name : str
        Of the argument, for the message.
    value : int
    least : int

    Returns
    -------
    int

    Raises
    ------
    TypeError, ValueError
        If it is no whole number, or below ``least``.

    Examples
    --------
    >>> whole("epochs", 3)
    3
    >>> whole("epochs", 0)
    Traceback (most recent call last):
    ValueError: epochs is 0; it must be 1 or more
    """
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise TypeError(f"{name} is {value!r}; it must be a whole number, {least} or more")
    if value < least:
        raise ValueError(f"{name} is {value}; it must be {least} or more")
    return int(value)


def refuse_masked(name, data):
    """A masked array must not pass for a plain one, which would read what it hides.

    Parameters
    ----------
    name : str
        Of the argument, for the message.
    data : anything

    Raises
    ------
    TypeError
        If it is one of NumPy's masked arrays.

    Examples
    --------
    >>> refuse_masked("data", [1, 2])
    """
    if hasattr(data, "mask") and hasattr(data, "filled"):
        raise TypeError(
            f"{name} is a masked array, and what its mask hides would be read; fill it first: "
            f"{name}.filled(...)"
        )
