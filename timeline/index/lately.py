"""The answers given last, so that the same question is not worked out twice."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable


class Lately[Answer]:
    """At most ``most`` answers by question; the one not asked for longest goes first. Any thread may ask."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def ask(self, question: Hashable, work_out: Callable[[], Answer]) -> Answer:
        """The answer, worked out where it is not known. Two threads that ask at once may both work it out: waiting for
        one another would cost more."""
        with self._lock:
            if question in self._answers:
                self._answers.move_to_end(question)
                return self._answers[question]
        answer = work_out()
        with self._lock:
            self._answers[question] = answer
            while len(self._answers) > self.most:
                self._answers.popitem(last=False)
        return answer

    def look(self, question: Hashable) -> Answer | None:
        """The answer, None where it is not known."""
        with self._lock:
            if question in self._answers:
                self._answers.move_to_end(question)
            return self._answers.get(question)
