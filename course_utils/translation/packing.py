"""Several short pairs share a row, so that hardly a place is padding. Chapter 25."""

import numpy as np


class Packer:
    """Batches of one fixed shape, in which several short pairs share a row.

    Chapter 25 shows that it changes no loss. One shape means one compilation.

    Parameters
    ----------
    examples : list of pairs of int arrays
        The ids of a source, and of its target from start to end token.
    batch_size : int
        Pairs in a batch, about.
    rng : numpy.random.Generator
        Draws the order, anew for every epoch.
    width : int
        Places of a target row, or more where a target is longer.

    Examples
    --------
    Three pairs fit into one row, and segments tell them apart:

    >>> pairs = [(np.array([5, 6]), np.array([2, 7, 3]))] * 3
    >>> inputs, wanted = Packer(pairs, 64, np.random.default_rng(0), width=7).batch(0)
    >>> source, target, source_segments, target_segments = inputs
    >>> source_segments.tolist(), wanted.tolist()
    ([[1, 1, 2, 2, 3, 3, 0]], [[7, 3, 7, 3, 7, 3, 0]])
    """

    def __init__(self, examples, batch_size, rng, width=64):
        self.examples, self.rng = examples, rng
        lengths = np.array([(len(source), len(target) - 1) for source, target in examples])
        self.lengths = np.maximum(lengths, 1)
        # Both sides of a row should be full at about the same time.
        target = max(width, int(self.lengths[:, 1].max()))
        share = 1.1 * self.lengths[:, 0].mean() / self.lengths[:, 1].mean()
        self.widths = max(int(target * share), int(self.lengths[:, 0].max())), target
        per_row = target / self.lengths[:, 1].mean()
        self._shuffle()
        self.rows = min(max(round(batch_size / per_row), 1), len(self.packed))
        self.updates = -(-len(self.packed) // self.rows)  # in an epoch

    def _shuffle(self):
        """Fill row after row with pairs in random order: lists of places."""
        self.packed, row, used = [], [], np.zeros(2, int)
        for place in self.rng.permutation(len(self.examples)):
            used = used + self.lengths[place]
            if (used > self.widths).any():
                self.packed.append(row)
                row, used = [], self.lengths[place]
            row.append(place)
        self.packed.append(row)

    def batch(self, step):
        """Ids and segments that `Transformer` takes, and the ids that should follow.

        Parameters
        ----------
        step : int
            Batches given before; call it with 0, 1, 2, ...

        Returns
        -------
        inputs : tuple of four int arrays (rows, width)
            Source, target and the segments of both.
        wanted : int array (rows, width)
        """
        first = step % self.updates * self.rows
        if step and not first:
            self._shuffle()
        shapes = [(self.rows, width) for width in self.widths]
        source, target = (np.zeros(shape, "int32") for shape in shapes)
        source_segments, target_segments = (np.zeros(shape, "int32") for shape in shapes)
        wanted = np.zeros_like(target)
        # A later shuffle may give a few rows more, left out then, or fewer: then begin again.
        rows = self.packed[first : first + self.rows] or self.packed[: self.rows]
        for row, places in enumerate(rows):
            s = t = 0
            for segment, place in enumerate(places, start=1):
                english, french = self.examples[place]
                here, there = slice(s, s + len(english)), slice(t, t + len(french) - 1)
                source[row, here], source_segments[row, here] = english, segment
                target[row, there], target_segments[row, there] = french[:-1], segment
                wanted[row, there] = french[1:]
                s, t = here.stop, there.stop
        return (source, target, source_segments, target_segments), wanted
