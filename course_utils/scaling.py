"""Scale each feature by itself, undo it, and keep the coefficients in a JSON file.

Chapter 06 derives both formulas and shows why they are fitted on the training part only.
"""

import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler, StandardScaler

from course_utils._files import read_json, write_json

# The fitted attributes that scikit-learn's scalers compute from, by method.
_COEFFICIENTS = {
    "minmax": ("data_min_", "data_max_", "data_range_", "scale_", "min_"),
    "standard": ("mean_", "var_", "scale_"),
}


class Scaler:
    """Min-max or standard scaling on scikit-learn's scalers, for series of any layout.

    Min-max maps each feature's smallest and largest fitted value to ``feature_range``;
    standard gives each feature mean 0 and standard deviation 1 (of the population).
    Features are on the last axis and never mix. Chapter 06 derives it.

    Parameters
    ----------
    method : "minmax" or "standard"
    feature_range : (float, float)
        Where min-max maps to; unused by "standard".
    clip : bool
        Cut values outside the fitted range to ``feature_range`` (min-max only).
        What is cut cannot be brought back by `inverse_transform`.

    Raises
    ------
    ValueError, TypeError
        If an argument is out of its range.

    Examples
    --------
    >>> scaler = Scaler().fit([10.0, 20.0, 30.0])
    >>> scaler.transform([15.0, 40.0])
    array([0.25, 1.5 ])
    >>> scaler.inverse_transform([0.25])
    array([15.])
    """

    def __init__(self, method="minmax", feature_range=(0, 1), clip=False):
        if method not in tuple(_COEFFICIENTS):
            raise ValueError(f"method is {method!r}; expected 'minmax' or 'standard'")
        self.method = method
        self.feature_range = _checked_range(feature_range)
        self.clip = _checked_clip(clip, method)
        self._scaler = None
        self._names = None

    def fit(self, data):
        """Learn each feature's coefficients; give it the training part only.

        Parameters
        ----------
        data : array, Series or DataFrame
            (time,), (time, features) or (samples, time, features); finite numbers.

        Returns
        -------
        Scaler
            Itself, so that calls can be chained.

        Raises
        ------
        TypeError, ValueError
            If the data are empty, not finite numbers, or have another layout.
        """
        table = _table(data)
        scaler = self._fresh()
        with np.errstate(all="ignore"):
            scaler.fit(table)
        if not all(np.isfinite(getattr(scaler, c)).all() for c in _COEFFICIENTS[self.method]):
            raise ValueError(
                f"the data reach from {table.min()} to {table.max()}, too far for "
                f"{table.dtype}; give them in another unit"
            )
        self._scaler, self._names = scaler, _names(data)
        return self

    def transform(self, data):
        """Scale with the fitted coefficients.

        Returns
        -------
        array, Series or DataFrame
            The data's own layout; index and columns come back.

        Raises
        ------
        ValueError
            If the scaler is not fitted, or was fitted on other features.
        """
        return self._apply("transform", data)

    def inverse_transform(self, data):
        """Back to the original unit; the layout comes back as in `transform`."""
        return self._apply("inverse_transform", data)

    def fit_transform(self, data):
        """`fit`, then `transform`, on the same data."""
        return self.fit(data).transform(data)

    def save(self, path):
        """Write method and coefficients as JSON; a failure leaves the old file whole.

        Raises
        ------
        ValueError
            If the scaler is not fitted.
        FileNotFoundError
            If the place cannot be written to.
        """
        self._require_fit("save")
        content = {
            "method": self.method,
            "feature_range": list(self.feature_range),
            "clip": self.clip,
            "names": self._names,
            "coefficients": {
                name: np.asarray(getattr(self._scaler, name), dtype=float).tolist()
                for name in _COEFFICIENTS[self.method]
            },
        }
        write_json(path, "Scaler", content)

    @classmethod
    def load(cls, path):
        """Read a scaler written by `save`; it gives exactly the same numbers.

        Raises
        ------
        FileNotFoundError
            If there is no such file.
        ValueError
            If the file is damaged or holds something else.
        """
        content = read_json(path, "Scaler")
        try:
            scaler = cls(content["method"], tuple(content["feature_range"]), content["clip"])
            arrays = {
                name: np.asarray(content["coefficients"][name], dtype=float)
                for name in _COEFFICIENTS[scaler.method]
            }
            if len({array.shape for array in arrays.values()}) != 1:
                raise ValueError("coefficients of different lengths")
            if arrays["scale_"].ndim != 1 or not all(np.isfinite(a).all() for a in arrays.values()):
                raise ValueError("coefficients that are not a list of finite numbers")
            names = content["names"]
            if names is not None and not (
                isinstance(names, list) and len(names) == len(arrays["scale_"])
            ):
                raise ValueError("not one name for each feature")
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(
                f"{path} is a damaged scaler file ({error}); save the scaler again"
            ) from error
        scaler._scaler, scaler._names = scaler._fresh(), names
        for name, array in arrays.items():
            setattr(scaler._scaler, name, array)
        scaler._scaler.n_features_in_ = len(arrays["scale_"])
        return scaler

    def _fresh(self):
        if self.method == "minmax":
            return MinMaxScaler(feature_range=self.feature_range, clip=self.clip)
        return StandardScaler()

    def _apply(self, operation, data):
        self._require_fit(operation)
        table = _table(data)
        fitted = self._scaler.n_features_in_
        if table.shape[1] != fitted:
            raise ValueError(
                f"the scaler was fitted on {fitted} feature(s), the data have {table.shape[1]}; "
                "give the same features in the same order"
            )
        names = _names(data)
        if names and self._names and names != self._names:
            raise ValueError(
                f"the scaler was fitted on {self._names}, the data have {names}; "
                "give the same features in the same order"
            )
        return _like(data, getattr(self._scaler, operation)(table))

    def _require_fit(self, operation):
        if self._scaler is None:
            raise ValueError(
                f"{operation} was called before fit; call fit on the training part first"
            )


def _checked_range(feature_range):
    try:
        low, high = (float(edge) for edge in feature_range)
    except (TypeError, ValueError):
        raise ValueError(
            f"feature_range is {feature_range!r}; expected two numbers, e.g. (0, 1)"
        ) from None
    if not (np.isfinite([low, high]).all() and low < high):
        raise ValueError(f"feature_range is {feature_range!r}; the first must be the smaller")
    return (low, high)


def _checked_clip(clip, method):
    if not isinstance(clip, (bool, np.bool_)):
        raise TypeError(f"clip is {clip!r}; expected True or False")
    if clip and method == "standard":
        raise ValueError("clip=True has no range to cut to with method='standard'; use 'minmax'")
    return bool(clip)


def _table(data):
    """The data as (rows, features) of finite numbers."""
    try:
        values = np.asarray(data)
    except ValueError as error:
        raise ValueError("the data are ragged; pad them to one length first") from error
    if values.dtype.kind not in "iuf":
        raise TypeError(f"the data hold {values.dtype}, not numbers; encode categories first")
    if values.ndim not in (1, 2, 3):
        raise ValueError(
            f"the data have shape {values.shape}; expected (time,), (time, features) "
            "or (samples, time, features)"
        )
    if values.size == 0:
        raise ValueError(f"the data are empty, shape {values.shape}; give at least one value")
    if not np.isfinite(values).all():
        raise ValueError(
            f"the data hold {int((~np.isfinite(values)).sum())} NaN or infinite value(s); "
            "fill or drop them first, e.g. series.interpolate()"
        )
    return values.reshape(-1, 1) if values.ndim == 1 else values.reshape(-1, values.shape[-1])


def _names(data):
    """A DataFrame's column names as text; None for data without names."""
    return [str(name) for name in data.columns] if isinstance(data, pd.DataFrame) else None


def _like(data, table):
    """The scaled table in the layout of the data it came from."""
    if isinstance(data, pd.Series):
        return pd.Series(table[:, 0], index=data.index, name=data.name)
    if isinstance(data, pd.DataFrame):
        return pd.DataFrame(table, index=data.index, columns=data.columns)
    return table.reshape(np.shape(data))
