"""The fixtures that tests of the index use, for tests of the pages made from it."""

from tests.index.conftest import chronicle

__all__ = ["chronicle"]
