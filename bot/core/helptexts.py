"""What `help TOPIC` says: a title and a few sentences a topic; said through `say`."""

TITLES = {
    "answering": "Answering",
    "scoring": "Points and ranks",
    "streaks": "Streaks and rests",
    "review": "Review",
    "privacy": "Your privacy",
}
SENTENCES = {
    "answering": (
        "Press Answer on the card, or write `answer …`. Only you see your answer and what became of it.",
        "You have five tries at a question. What cannot be read as an answer costs none.",
        "`run` runs the visible cases of a code question and hands nothing in.",
        "`hint` costs 20 % of the points; `hint answer` shows the answer, forfeits the points and keeps the streak.",
        "When a question closes everybody is shown the answer, with why each option is right or wrong.",
    ),
    "scoring": (
        "A question is worth 10 points a level. The first right try earns all of it, the second 60 %, the third 30 %.",
        "A wrong try earns one point for taking part, once a day. Nothing ever costs you points.",
        "No clock ranks anybody: who answers at midnight earns what who answers at once does.",
        "Of a season, which is a calendar month, the best 20 days count.",
        "`me why` explains every point, rule by rule.",
    ),
    "streaks": (
        "A streak counts questions, not days: it grows with each one that you answer while it is open, right or wrong.",
        "No weekend, pause, time zone or failure of mine can break it.",
        "Seven answered in a row earn a rest; two are held at most. A rest covers a missed question by itself.",
        "`settings` can have me remind you, privately, before a question closes that your streak needs.",
    ),
    "review": (
        "What you answer wrong, at a later try, with help or by a guess comes back once its answer was shown.",
        "`review` asks what is due: the next day first, then after longer and longer whiles while you know it.",
        "It scores nothing and costs no try, and nobody else sees it. It works in private messages too.",
        "`guessed` after a right answer brings it back sooner.",
    ),
    "privacy": (
        "No other learner ever sees what you answer. Boards show names and points, and only the best ten.",
        "`privacy alias NAME` and `privacy hidden` change how boards show you, for the past as well.",
        "`privacy export` gives you all that is written down about you. The text of code is forgotten after a while.",
        "`privacy erase` removes you, in every place, for good.",
    ),
}
