from bot.quiz.weaknesses import BELOW, FEWEST, SHOWN, weak


def test_a_topic_is_weak_when_enough_first_tries_went_wrong() -> None:
    firsts = [("types", False), ("types", True), ("types", False), ("names", True), ("names", True), ("names", False)]
    assert [(share.topic, share.percent) for share in weak(firsts)] == [("types", 33), ("names", 66)]


def test_few_questions_say_nothing() -> None:
    assert weak([("types", False)] * (FEWEST - 1)) == ()
    assert len(weak([("types", False)] * FEWEST)) == 1


def test_what_goes_well_is_not_weak() -> None:
    assert weak([("types", True)] * 7 + [("types", False)] * 3) == ()
    assert BELOW == 70


def test_of_many_weak_topics_the_weakest_are_named() -> None:
    firsts = [(topic, at == 0) for number, topic in enumerate("abcde") for at in range(3 + number)]
    assert [share.topic for share in weak(firsts)] == ["e", "d", "c"]
    assert len(weak(firsts)) == SHOWN
