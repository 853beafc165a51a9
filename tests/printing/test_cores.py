"""Work spread over processes: the same results in order, whether they begin as copies or anew."""

from __future__ import annotations

from threading import Event, Thread

from handbok.printing.cores import _alone, spread

WORDS = ("ett", "blad", "i", "taget")


def test_results_come_in_order() -> None:
    assert list(spread(len, WORDS)) == [3, 4, 1, 5]
    assert list(spread(len, WORDS[:1])) == [3]
    assert list(spread(len, ())) == []


def test_a_process_with_threads_is_not_copied() -> None:
    done = Event()
    thread = Thread(target=done.wait)
    thread.start()
    try:
        assert not _alone()
        assert list(spread(len, WORDS)) == [3, 4, 1, 5]
    finally:
        done.set()
        thread.join()
