"""Scale each feature by itself, undo it, and keep the coefficients in a JSON file.

Chapter 06 derives both formulas and shows why they are fitted on the training part only.
"""

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, OneToOneFeatureMixin, TransformerMixin
from sklearn.exceptions import NotFittedError

from course_utils._files import read_json, write_json
from course_utils._tables import column_names, numbers, places

# What fitting finds, by method; the names are those of scikit-learn's scalers.
_COEFFICIENTS = {
    "minmax": ("data_min_", "data_max_", "data_range_", "scale_", "min_"),
    "standard": ("mean_", "var_", "scale_"),
}


class Scaler(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    """Min-max or standard scaling: a scikit-learn transformer, for series of any layout.

    Min-max maps each feature's smallest and largest fitted value to ``feature_range``;
    standard gives each feature mean 0 and standard deviation 1 (of the population).
    Features are on the last axis and never mix. A constant feature, constant within rounding,
    only moves. It computes in float64 and gives float32 back for float32. Chapter 06 derives it.

    Parameters
    ----------
    method : "minmax" or "standard"
    feature_range : (float, float)
        Where min-max maps to; unused by "standard".
    clip : bool
        Cut values outside the fitted range to ``feature_range`` (min-max only).
        What is cut cannot be brought back by `inverse_transform`.

    Attributes
    ----------
    n_features_in_ : int
    feature_names_in_ : array (features,) of str or int
        Only where it was fitted on a frame.
    scale_ : array (features,)
        With data_min_, data_max_, data_range_ and min_, or with mean_ and var_, as in
        scikit-learn's MinMaxScaler and StandardScaler.

    Examples
    --------
    >>> scaler = Scaler().fit([10.0, 20.0, 30.0])
    >>> scaler.transform([15.0, 40.0])
    array([0.25, 1.5 ])
    >>> scaler.inverse_transform([0.25])
    array([15.])
    """

    def __init__(self, method="minmax", feature_range=(0, 1), clip=False):
        self.method = method
        self.feature_range = feature_range
        self.clip = clip

    def fit(self, data, y=None):
        """Learn each feature's coefficients; give it the training part only.

        Parameters
        ----------
        data : array, Series or DataFrame
            (time,), (time, features) or (samples, time, features); finite numbers.
        y : ignored
            There for scikit-learn's pipelines.

        Returns
        -------
        Scaler
            Itself, so that calls can be chained.

        Raises
        ------
        TypeError, ValueError
            If an argument of the scaler is out of its range, or the data are empty, not
            finite numbers, or have another layout.
        """
        feature_range = self._checked_arguments()
        (_, table), names = _table(data), column_names(data)
        with np.errstate(all="ignore"):
            found = _coefficients(self.method, table.astype(float, copy=False), feature_range)
        if not all(np.isfinite(array).all() for array in found.values()):
            raise ValueError(
                f"the data reach from {table.min()} to {table.max()}, too far or too close for "
                "float64; give them in another unit"
            )
        self._remember(found, names)
        return self

    def transform(self, data):
        """Scale with the fitted coefficients.

        Parameters
        ----------
        data : array, Series or DataFrame
            The fitted features, in any of the layouts of `fit`.

        Returns
        -------
        array, Series or DataFrame
            The data's own layout; index and columns come back.

        Raises
        ------
        ValueError
            If the scaler is not fitted, or was fitted on other features.
        """
        values, table, _ = self._matching("transform", data)
        if self.method == "minmax":
            table *= self.scale_
            table += self.min_
            if self.clip:
                np.clip(table, *self.feature_range, out=table)
        else:
            table -= self.mean_
            table /= self.scale_
        return _like(data, values, table)

    def inverse_transform(self, data, features=None):
        """Back to the original unit; the layout comes back as in `transform`.

        Parameters
        ----------
        data : array, Series or DataFrame
            (time,), (time, features) or (samples, time, features).
        features : str, int or list of them, optional
            Which of the fitted features the data hold, by name or by place: for a forecast
            of some of them. All of them by default.

        Returns
        -------
        array, Series or DataFrame

        Raises
        ------
        ValueError
            If the scaler is not fitted, or the data hold other features.

        Examples
        --------
        >>> weather = pd.DataFrame({"sun": [0.0, 8.0], "rain": [0.0, 20.0]})
        >>> Scaler().fit(weather).inverse_transform([0.5, 0.1], features="rain")
        array([10.,  2.])
        """
        values, table, chosen = self._matching("inverse_transform", data, features)
        if self.method == "minmax":
            table -= self.min_[chosen]
            table /= self.scale_[chosen]
        else:
            table *= self.scale_[chosen]
            table += self.mean_[chosen]
        return _like(data, values, table)

    def save(self, path):
        """Write method and coefficients as JSON; a failure leaves the old file whole.

        Parameters
        ----------
        path : str or Path

        Raises
        ------
        ValueError
            If the scaler is not fitted.
        OSError
            If the place cannot be written to; the system's own, with the remedy as a note.
        """
        self._require_fit("save")
        content = {
            "method": self.method,
            "feature_range": [float(edge) for edge in self.feature_range],
            "clip": bool(self.clip),
            "names": self._names(),
            "coefficients": {
                name: getattr(self, name).tolist() for name in _COEFFICIENTS[self.method]
            },
        }
        write_json(path, "Scaler", content)

    @classmethod
    def load(cls, path):
        """Read a scaler written by `save`; it gives exactly the same numbers.

        Parameters
        ----------
        path : str or Path

        Returns
        -------
        Scaler

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
            scaler._checked_arguments()
            found = {
                name: np.asarray(content["coefficients"][name], dtype=float)
                for name in _COEFFICIENTS[scaler.method]
            }
            if len({array.shape for array in found.values()}) != 1:
                raise ValueError("coefficients of different lengths")
            if found["scale_"].ndim != 1 or not all(np.isfinite(a).all() for a in found.values()):
                raise ValueError("coefficients that are not a list of finite numbers")
            names = content["names"]
            if names is not None and not (
                isinstance(names, list) and len(names) == len(found["scale_"])
            ):
                raise ValueError("not one name for each feature")
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(
                f"{path} is a damaged scaler file ({error}); save the scaler again"
            ) from error
        scaler._remember(found, names)
        return scaler

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        # 1-D is taken too; the tag for it would say "instead of 2-D".
        tags.input_tags.three_d_array = True
        tags.transformer_tags.preserves_dtype = ["float64", "float32"]
        return tags

    def _checked_arguments(self):
        """The feature range as two floats, after all arguments were found in their ranges."""
        if self.method not in tuple(_COEFFICIENTS):
            raise ValueError(f"method is {self.method!r}; expected 'minmax' or 'standard'")
        try:
            low, high = (float(edge) for edge in self.feature_range)
        except (TypeError, ValueError):
            raise ValueError(
                f"feature_range is {self.feature_range!r}; expected two numbers, e.g. (0, 1)"
            ) from None
        if not (np.isfinite([low, high]).all() and low < high):
            raise ValueError(
                f"feature_range is {self.feature_range!r}; the first must be the smaller"
            )
        if not isinstance(self.clip, (bool, np.bool_)):
            raise TypeError(f"clip is {self.clip!r}; expected True or False")
        if self.clip and self.method == "standard":
            raise ValueError(
                "clip=True has no range to cut to with method='standard'; use 'minmax'"
            )
        return low, high

    def _remember(self, found, names):
        """Set what `fit` or `load` found, and nothing that an earlier fit did."""
        for name in {"feature_names_in_", *sum(_COEFFICIENTS.values(), ())} & vars(self).keys():
            delattr(self, name)
        for name, array in found.items():
            setattr(self, name, array)
        self.n_features_in_ = len(self.scale_)
        if names is not None:
            self.feature_names_in_ = np.array(names, dtype=object)

    def _require_fit(self, operation):
        if not all(hasattr(self, name) for name in _COEFFICIENTS.get(self.method, ("scale_",))):
            raise NotFittedError(
                f"{operation} was called before fit; call fit on the training part first"
            )

    def _names(self):
        return self.feature_names_in_.tolist() if hasattr(self, "feature_names_in_") else None

    def _matching(self, operation, data, features=None):
        """The data's values, a float64 copy of them as a table, and which features it holds."""
        self._require_fit(operation)
        fitted, names = self.n_features_in_, self._names()
        (values, table), given = _table(data), column_names(data)
        if features is None:
            chosen = list(range(fitted))
            who = f"the scaler was fitted on {fitted} feature(s)"
        else:
            chosen = places("features", features, names, fitted)
            who = f"features={features!r} name {len(chosen)} feature(s)"
        if table.shape[1] != len(chosen):
            raise _mismatch(
                f"{who}, the data have {table.shape[1]}; give the same features in the same order",
                operation,
            )
        expected = [names[place] for place in chosen] if names else None
        if given and expected and given != expected:
            who = "the scaler was fitted on" if features is None else "features names"
            who = f"{who} {expected}, the data have {given}"
            raise _mismatch(f"{who}; give the same features in the same order", operation)
        return values, table.astype(float), chosen


def _mismatch(message, operation):
    error = ValueError(message)
    if operation == "inverse_transform":
        error.add_note(
            "To undo a part of the features, name it: inverse_transform(data, features=[...]). "
            "Features are on the last axis: data[..., np.newaxis] gives windows of one feature one."
        )
    return error


def _coefficients(method, table, feature_range):
    """What the formulas of chapter 06 need, each (features,)."""
    low, high = table.min(axis=0), table.max(axis=0)
    # Within rounding of its values, a spread is none: dividing by it would blow up noise.
    rounding = 10 * np.finfo(float).eps * np.maximum(np.abs(low), np.abs(high))
    constant = high - low <= rounding
    if method == "minmax":
        scale = (feature_range[1] - feature_range[0]) / np.where(constant, 1, high - low)
        shift = feature_range[0] - low * scale
        return dict(
            zip(_COEFFICIENTS["minmax"], (low, high, high - low, scale, shift), strict=True)
        )
    mean, var = table.mean(axis=0), table.var(axis=0)
    scale = np.where(constant, 1, np.sqrt(var))
    return {"mean_": mean, "var_": var, "scale_": scale}


def _table(data):
    """The data's values, finite numbers, as they lie and as (rows, features)."""
    values = numbers("data", data)
    if values.ndim not in (1, 2, 3):
        raise ValueError(
            f"data has shape {values.shape}; expected (time,), (time, features) "
            "or (samples, time, features)"
        )
    if values.size == 0:
        raise ValueError(f"data is empty, shape {values.shape}; give at least one value")
    if not np.isfinite(values).all():
        raise ValueError(
            f"data holds {int((~np.isfinite(values)).sum())} NaN or infinite value(s); "
            "fill or drop them first, e.g. series.interpolate()"
        )
    features = 1 if values.ndim == 1 else values.shape[-1]
    return values, values.reshape(-1, features)


def _like(data, values, table):
    """The scaled table in the layout and floating dtype of the data it came from."""
    if values.dtype.kind == "f":
        table = table.astype(values.dtype, copy=False)
    if isinstance(data, pd.Series):
        return pd.Series(table[:, 0], index=data.index, name=data.name)
    if isinstance(data, pd.DataFrame):
        return pd.DataFrame(table, index=data.index, columns=data.columns)
    return table.reshape(values.shape)
