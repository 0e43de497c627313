"""A translation, one token after another: greedy, or with a beam. Chapter 25."""

from functools import cached_property

import numpy as np
import tensorflow as tf

from course_utils.padding import pad_sequences
from course_utils.translation.tokens import END, PAD, SPECIALS, START


class Decoder:
    """Finds target ids for source ids, with the keys and values of earlier tokens kept.

    Chapter 25 derives it.

    Parameters
    ----------
    model : Transformer
    """

    def __init__(self, model):
        self.model = model

    def __getstate__(self):
        """Without compiled functions, which no copy can hold: they are made again."""
        return {"model": self.model}

    def batches(self, sources, batch_size, beam_size=1, length_penalty=1.0):
        """Target ids, without their ends, for each of the sources; those of like length together.

        Parameters
        ----------
        sources : list of int arrays
        batch_size, beam_size, length_penalty
            As of `Translator.translate`.

        Returns
        -------
        list of int arrays
            An empty source gives an empty target.
        """
        found = [np.zeros(0, "int32")] * len(sources)
        waiting = [i for i in np.argsort([len(ids) for ids in sources]) if len(sources[i])]
        for first in range(0, len(waiting), batch_size):
            places = waiting[first : first + batch_size]
            source = pad_sequences([sources[i] for i in places], padding="post")
            limits = self.limits(source)
            if beam_size == 1:
                targets = self.greedy(source, limits)
            else:
                targets = self.beam(source, limits, beam_size, length_penalty)
            for place, ids in zip(places, targets.numpy(), strict=True):
                found[place] = ids[(ids != PAD) & (ids != END)]
        return found

    def attention(self, source, layer):
        """The greedy target of one source, its end included, and where its tokens look.

        Parameters
        ----------
        source : int array (source_len,)
        layer : int

        Returns
        -------
        target : int array (target_len,)
        weights : array (target_len, source_len)
            Mean over the heads.
        """
        source = source[None]
        target = self.greedy(source, self.limits(source)).numpy()[0]
        target = target[target != PAD]
        given = np.concatenate([[START], target[:-1]])[None].astype("int32")
        memory, mask = self.model.encode(source), (source != PAD)[:, None]
        _, looked = self.model.decode(given, memory, mask, return_attention_scores=True)
        return target, np.asarray(looked[layer], "float32")[0].mean(axis=0)

    def limits(self, source):
        """The place in each translation where it must end at the latest: (batch,)."""
        longest = 2 * (source != PAD).sum(axis=1) + 10
        return np.minimum(longest, self.model.max_length).astype("int32")

    def allowed(self, logits, last):
        """Logits without padding, unknown word and start; with the end alone where ``last``."""
        places = tf.range(self.model.target_vocab_size)
        never = (places < len(SPECIALS)) & (places != END)
        never |= last[:, None] & (places != END)
        return tf.where(never, -1e9, tf.cast(logits, tf.float32))

    @cached_property
    def greedy(self):
        """The likeliest token at every step, compiled: a function of source and limits.

        It takes int arrays (batch, source_len) and (batch,), and gives ids (batch, length),
        padded after the end.
        """
        signature = [tf.TensorSpec([None, None], tf.int32), tf.TensorSpec([None], tf.int32)]
        return tf.function(self._greedy, input_signature=signature, autograph=False)

    def _greedy(self, source, limits):
        length = tf.reduce_max(limits)
        projected, mask, caches = self.model.start_decoding(source, length)
        batch = tf.shape(source)[0]
        places = tf.range(length)

        def unfinished(t, ids, *_):
            return tf.reduce_any((ids != END) & (ids != PAD))

        def step(t, ids, found, caches):
            logits, caches = self.model.decode_step(ids, t, projected, mask, caches)
            logits = self.allowed(logits, t + 1 >= limits)
            best = tf.argmax(logits, axis=-1, output_type=tf.int32)
            ids = tf.where((ids == END) | (ids == PAD), PAD, best)
            return t + 1, ids, tf.where(places == t, ids[:, None], found), caches

        state = (0, tf.fill([batch], START), tf.zeros([batch, length], tf.int32), caches)
        return tf.while_loop(unfinished, step, state)[2]

    @cached_property
    def beam(self):
        """The best of several translations, compiled.

        A function of source and limits, as of `greedy`, beam size and length penalty.
        """
        signature = [
            tf.TensorSpec([None, None], tf.int32),
            tf.TensorSpec([None], tf.int32),
            tf.TensorSpec([], tf.int32),
            tf.TensorSpec([], tf.float32),
        ]
        return tf.function(self._beam, input_signature=signature, autograph=False)

    def _beam(self, source, limits, beam, penalty):
        length = tf.reduce_max(limits)
        projected, mask, caches = tf.nest.map_structure(
            lambda x: tf.repeat(x, beam, axis=0), self.model.start_decoding(source, length)
        )
        batch, size = tf.shape(source)[0], self.model.target_vocab_size
        places = tf.range(length)
        only_pad = tf.where(tf.range(size) == PAD, 0.0, -1e9)

        def unfinished(t, ids, *_):
            return tf.reduce_any((ids != END) & (ids != PAD))

        def step(t, ids, scores, lengths, found, caches):
            # ids, scores, lengths: (batch, beam); found: (batch, beam, length)
            logits, caches = self.model.decode_step(
                tf.reshape(ids, [-1]), t, projected, mask, caches
            )
            logits = self.allowed(logits, tf.repeat(t + 1 >= limits, beam))
            likely = tf.nn.log_softmax(logits)
            likely = tf.reshape(likely, [batch, beam, size])
            done = (ids == END) | (ids == PAD)
            totals = scores[..., None] + tf.where(done[..., None], only_pad, likely)
            lengths = tf.where(done, lengths, lengths + 1)
            ranks = totals / tf.cast(lengths, tf.float32)[..., None] ** penalty
            _, best = tf.math.top_k(tf.reshape(ranks, [batch, beam * size]), beam)
            parents, ids = best // size, best % size
            scores = tf.gather(tf.reshape(totals, [batch, -1]), best, batch_dims=1)
            lengths = tf.gather(lengths, parents, batch_dims=1)
            found = tf.gather(found, parents, batch_dims=1)
            found = tf.where(places == t, ids[..., None], found)
            rows = tf.reshape(parents + beam * tf.range(batch)[:, None], [-1])
            caches = tf.nest.map_structure(lambda x: tf.gather(x, rows), caches)
            return t + 1, ids, scores, lengths, found, caches

        # All beams begin alike: only the first counts until they differ.
        first = tf.where(tf.range(beam) == 0, 0.0, -1e9)
        state = (
            0,
            tf.fill([batch, beam], START),
            tf.tile(first[None], [batch, 1]),
            tf.zeros([batch, beam], tf.int32),
            tf.zeros([batch, beam, length], tf.int32),
            caches,
        )
        return tf.while_loop(unfinished, step, state)[4][:, 0]
