"""Loss, learning rate and the loop that trains. Chapters 24 and 25."""

import time
from contextlib import contextmanager
from numbers import Real

import keras
import numpy as np
import tensorflow as tf
from keras import ops
from tqdm.auto import tqdm

from course_utils._arguments import whole
from course_utils.attention import at_least_float32
from course_utils.translation.tokens import PAD


def padding_free_loss(targets, logits, smoothing=0.0):
    """Cross-entropy per real target token; padding (id 0) counts neither above nor below.

    Chapter 24 derives it. Label smoothing: C. Szegedy et al. (2016), "Rethinking the
    Inception architecture for computer vision".

    Parameters
    ----------
    targets : int tensor (batch, time)
        The ids that should follow; 0 is padding.
    logits : tensor (batch, time, vocabulary)
    smoothing : float
        Share of the target that is spread evenly over the whole vocabulary.

    Returns
    -------
    tensor (), in nats

    Examples
    --------
    >>> targets, logits = np.array([[1, 0]]), np.zeros((1, 2, 4), "float32")
    >>> round(float(padding_free_loss(targets, logits)), 4)  # ln 4
    1.3863
    """
    targets, logits = ops.cast(targets, "int32"), at_least_float32(logits)
    real = ops.cast(targets != PAD, logits.dtype)
    picked = ops.take_along_axis(logits, targets[..., None], axis=-1)[..., 0]
    wanted = (1 - smoothing) * picked
    if smoothing:
        wanted += smoothing * ops.mean(logits, axis=-1)
    losses = ops.logsumexp(logits, axis=-1) - wanted
    return ops.sum(losses * real) / ops.maximum(ops.sum(real), 1)


def learning_rate(step, progress=0.0, peak=3e-3, warmup=300, cooldown=0.3):
    """The training schedule: a rise, an inverse square root, and at the end a fall to 0.

    Chapter 25 has the formula. Source: Vaswani et al. (2017) for rise and root.

    Parameters
    ----------
    step : int
        Updates made so far.
    progress : float
        Share of the training that is over, 0 to 1.
    peak : float
        Rate after ``warmup`` updates.
    warmup : int
    cooldown : float
        Share of the training in which the rate falls to 0; 0 for none.

    Returns
    -------
    float

    Examples
    --------
    >>> [round(learning_rate(step), 5) for step in (0, 149, 299, 1199)]
    [1e-05, 0.0015, 0.003, 0.0015]
    >>> round(learning_rate(1199, progress=0.85), 5)  # in the middle of the fall
    0.00075
    """
    rate = peak * min((step + 1) / warmup, (warmup / (step + 1)) ** 0.5)
    left = max(1 - progress, 0)
    return rate * left / cooldown if left < cooldown else rate


class Budget:
    """Seconds or epochs to train for; the clock starts when it is made.

    Parameters
    ----------
    seconds : float, optional
    epochs : int, optional
        One of the two.

    Raises
    ------
    TypeError, ValueError
        If not exactly one is given, or it is not above 0.
    """

    def __init__(self, seconds=None, epochs=None):
        if (seconds is None) == (epochs is None):
            raise ValueError("give either seconds or epochs: fit(pairs, seconds=180)")
        if seconds is not None and (
            isinstance(seconds, bool) or not isinstance(seconds, Real) or not 0 < seconds < np.inf
        ):
            raise ValueError(f"seconds is {seconds!r}; it must be a number above 0")
        self.seconds = seconds
        self.epochs = None if epochs is None else whole("epochs", epochs)
        self._start = time.perf_counter()

    def clock(self):
        """Seconds since it was made, without those spent in `paused`."""
        return time.perf_counter() - self._start

    @contextmanager
    def paused(self):
        """The clock stands still inside."""
        stopped = time.perf_counter()
        yield
        self._start += time.perf_counter() - stopped

    def done(self, epoch):
        """The share that is used up, when so many epochs (a fraction) are over."""
        return epoch / self.epochs if self.epochs else self.clock() / self.seconds

    def bar(self, updates, shown):
        """A bar with the time left, over seconds or over all updates."""
        # A notebook's bar sends three messages each time it moves, and whoever runs the notebook
        # may read none before the cell ends: a queue holds 1,000, then loses the cell's end.
        calm = {"mininterval": 2, "disable": not shown}
        if self.epochs:
            return tqdm(total=updates * self.epochs, **calm)
        layout = "{l_bar}{bar}| {n:.0f} of {total:.0f} s{postfix}"
        return tqdm(total=self.seconds, bar_format=layout, **calm)


class Trainer:
    """Trains a model on packed ids, with Adam. Chapter 25 opens one update.

    Parameters
    ----------
    model : Transformer
    """

    def __init__(self, model):
        self.model = model
        self._updates = {}

    def __getstate__(self):
        """Without the compiled updates, which no copy can hold: they are made again."""
        return {"model": self.model, "_updates": {}}

    def train(self, packer, budget, schedule, smoothing, xla, progress, callback):
        """Make updates until the budget is used up.

        Parameters
        ----------
        packer : Packer
        budget : Budget
        schedule : dict
            Of `learning_rate`.
        smoothing, xla, progress, callback
            As of `Translator.fit`.

        Returns
        -------
        dict of str to list of float
            ``loss`` and ``seconds``, one entry for each epoch.
        """
        update = self._update(smoothing, xla)
        history, losses, step = {"loss": [], "seconds": []}, [], 0

        def end_epoch():
            history["loss"].append(float(np.mean(losses)))
            history["seconds"].append(budget.clock())
            losses.clear()

        with budget.bar(packer.updates, progress) as bar:
            while (done := budget.done(step / packer.updates)) < 1:
                loss = update(*packer.batch(step), learning_rate(step, done, **schedule))
                step += 1
                losses.append(loss)
                if step % packer.updates == 0:
                    end_epoch()
                bar.set_postfix({"loss": f"{loss:.2f}"}, refresh=False)
                bar.update(min(step if budget.epochs else budget.clock(), bar.total) - bar.n)
                if callback is not None:
                    epoch, seconds = step / packer.updates, budget.clock()
                    with budget.paused():
                        callback({"step": step, "epoch": epoch, "seconds": seconds, "loss": loss})
        if losses:
            end_epoch()
        return history

    def _update(self, smoothing, xla):
        """One step of Adam: inputs, wanted ids and a rate in, the loss out; its memory is empty."""
        if (smoothing, xla) not in self._updates:
            self._updates[smoothing, xla] = _Update(self.model, smoothing, xla)
        update = self._updates[smoothing, xla]
        update.forget()
        return update


class _Update:
    """One step of Adam, compiled at its first call."""

    def __init__(self, model, smoothing, xla):
        weights = model.trainable_variables
        adam = keras.optimizers.Adam(1e-3, beta_2=0.98, epsilon=1e-9)
        if model.compute_dtype == "float16":  # or small gradients would become 0 on their way
            adam = keras.optimizers.LossScaleOptimizer(adam)
        adam.build(weights)
        self._memory = [(variable, variable.numpy()) for variable in adam.variables]

        @tf.function(jit_compile=xla, autograph=False)
        def step(inputs, wanted, rate):
            with tf.GradientTape() as tape:
                loss = padding_free_loss(wanted, model(inputs, training=True), smoothing)
                scaled = adam.scale_loss(loss)
            adam.learning_rate.assign(rate)
            adam.apply_gradients(zip(tape.gradient(scaled, weights), weights, strict=True))
            return loss

        self._step = step

    def forget(self):
        """Set Adam's means of gradients and its count back to what they were at first."""
        for variable, value in self._memory:
            variable.assign(value)

    def __call__(self, inputs, wanted, rate):
        return float(self._step(inputs, wanted, tf.constant(rate, tf.float32)))
