"""Draws in portions that stay in the processor's cache, so that memory stays small and speed high."""

from collections.abc import Iterator

BYTES = 4_000_000


def split_draws(draws: int, numbers_per_draw: int, most_bytes: int = BYTES) -> Iterator[slice]:
    """Slices that cover `draws`, each with at most `most_bytes` of float64 for `numbers_per_draw`, and one draw."""
    size = max(1, most_bytes // (8 * max(1, numbers_per_draw)))
    for start in range(0, draws, size):
        yield slice(start, min(start + size, draws))
