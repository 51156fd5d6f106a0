"""Every sentence the bot speaks on its own account, in one tone: short, kind, and with the next step."""

NOTHING_OPEN = "No question is open right now. The next one opens by itself; `board` shows how things stand."
QUESTION_GONE = (
    "The question of this round is no longer in the bank, so it cannot be judged. A moderator can `post` another."
)
CLOSED = "This question closed at {at}, so nothing was counted. Its answer is shown to everybody."
VOIDED = "This question was taken out of the game, so nothing is counted. Nobody has missed it."
SOLVED = "You have solved this one already, so nothing was counted again."
NO_TRIES = "Your {tries} tries at this question are used up. The answer comes with the reveal."
WRITE_FIRST = "Write your answer first, in a few sentences; then you can say which points it made."
QUEUED = "Queued, #{place}."
JUDGE_BUSY = (
    "Your answer is written down. Many others are being judged right now, so it waits for its turn, a few minutes at "
    "most; `me` shows what became of it."
)
JUDGE_AWAY = "Your answer is written down, but I cannot judge it right now: {trouble} I will judge it as soon as I can."
JUDGE_FULL = "Many others are waiting to have code run."
JUDGE_CLOSING = "My judge is being restarted."
JUDGE_SILENT = "My judge does not answer; the reason is in the log of whoever runs me."
STOPPING = "I am being restarted, so that was not taken and nothing was counted. Please send it again in a minute."
OLD_FORM = "This form is older than I am now, so it was not taken. Please open it again."
STORE_AWAY = "I could not write that down, so nothing was counted. Please send it again in a moment."
TOO_FAST = "That was quick: code is run {times} times a minute at most. Send it again in {seconds} s; no try was spent."
TOO_MANY = (
    "Many people are running code here, {times} times a minute at most. Send it again in {seconds} s; no try was spent."
)
NOTHING_TO_RUN = "This question has no visible cases to run. `answer …` hands an answer in."
NO_CODE = "Send the code with it: `run` and a fenced block. It runs the visible cases and spends no try."
NO_SPRINT = "A sprint needs {fewest} quick questions that were revealed here. Ask again in a few days."
CANNOT_RUN = "I cannot run code right now: {trouble} No try was spent."
NO_HINTS = "This question has no hints."
ALL_HINTS = "There are no more hints. `hint answer` shows the answer: you keep your streak and forfeit the points."
ANSWER_SHOWN = "The answer is {answer}\n\n{why}"
ONLY_MODERATORS = "Only a moderator can do that here."
UNKNOWN = "I do not know `{name}`. `help` lists what you can ask."
NO_HELP = "There is no page of help called `{name}`{meant}. There are {topics}; `help` lists the commands."
NO_BOARD = (
    "There is no board called `{name}`: try `board today`, `week`, `season`, `all`, `topic NAME`, `streak` or `sprint`."
)
NOTHING_TO_CLOSE = "No question is open, so there is nothing to close."
NOTHING_TO_REVEAL = "Every closed question is revealed already."
CLOSED_NOW = "Closed: {title}"
REVEALED_NOW = "Revealed: {title}"
NOT_REVEALED = "The answer to {title} could not be shown: {trouble} `reveal` tries again."
POSTED_NOW = "Posted: {title}"
NOT_POSTED = "Not posted yet: {title}. It is tried again by itself; if a person must mend something, `queue` says what."
TO_MODERATORS = "For moderators: {text}"
MISSED = (
    "I was away, or could not reach this place, when these questions were due, so they were not asked: {days}. "
    "Nobody's streak suffers. `post` asks one now."
)
FEW_LEFT = "Unused questions left: {left}. After them, questions come again; `setup` can widen the pack."
SAME_TOPIC = (
    "The topic {topic} comes two days running, on {day} again: no other is left until then. `setup` can widen the pack."
)
REMINDER = "The question is open until {at}."
GAVE_UP = {
    "open": "The question of {day} could not be asked: {trouble} The schedule is paused and nothing is lost; "
    "`resume` goes on once that is mended.",
    "reveal": "The answer of {day} could not be shown: {trouble} The schedule is paused and nothing is lost; "
    "once that is mended, `reveal` shows it and `resume` goes on.",
}
CRON_SHAPE = "A cron line has five fields and then a zone: `setup cron: 0 9 * * 1-5 Europe/Berlin`"
NOTHING_COMING = "No question is to come; `setup` shows the schedule."
TOO_FAR = "{day} is more than 14 days away; `pin` sets a question for it."
TELL = "Notes go to a channel of this server, as `setup tell=#moderators`; elsewhere is the operator's to say."
NOT_COMING = "No question opens on {day}; the next ones open on {days}"
PASSED = "{day} has passed; name a day to come"
NO_QUESTION = "There is no question {name!r} in the bank{meant}"
WHICH_QUESTION = "Say which question, by its id: `pin half-a-pizza` or `pin half-a-pizza 2026-12-24`."
WHICH_TOPIC = "Say which topic: `ban runtime/gil`, or `ban runtime` for all of it."
BY_NOTHING = "Say by how long: `extend 2h`."
NOT_LIVE = "The question {name} is not live on this Python, so it cannot be asked."
NO_TOPIC = "There is no topic {name!r} in the bank{meant}"
NOTHING_LEFT = "That would leave no question to ask, so nothing was changed. Allow another topic first."
EXTENDED = "{title} stays open until {at}."
NO_PREVIEW = "There is no preview with the code `{code}`. Ask for the correction again; it is shown before it is done."
NOTHING_CHANGES = "That changes nothing: every answer is worth the same, and the question stands as it did."
CANNOT_REGRADE = (
    "Stored code has to be run again for this, and I cannot run code right now: {trouble} Nothing was changed."
)
CORRECTED = "Done. {counted} A note told everybody."
CORRECTED_UNTOLD = (
    "Done. {counted} The note to everybody is not shown in every place yet. It is tried again by itself; if a person "
    "must mend something, `queue` says what."
)
COUNTED = "{scores}, {ranks}."
VOID_FULL = "“{title}” of {day} is taken out of the game, with full credit for everybody who answered."
VOID_NONE = "“{title}” of {day} is taken out of the game, without credit for anybody."
REKEY = "The right answer to “{title}” of {day} becomes: {key}"
REKEY_BANK = "“{title}” of {day} is scored anew by its file as it is now."
ADJUST = "The score of one person at “{title}” of {day} is adjusted by {points}: {why}"
VOIDED_FULL = (
    "“{title}” of {day} was taken out of the game{why}, with full credit for everybody who answered. "
    "Nobody has missed it. {counted}"
)
VOIDED_NONE = "“{title}” of {day} was taken out of the game{why}. Nobody has missed it. {counted}"
REKEYED = "The key of “{title}” of {day} was corrected, and every answer was scored anew. {counted}"
REKEYED_REVEALED = REKEYED + " The right answer is {key}"
ADJUSTED = "A score at “{title}” of {day} was adjusted by {points}: {why}"
DIGEST = "The week {week}"
DIGEST_NOTE = "The week {week}: {summary} `digest last` shows each question."
DIGEST_SUM = "Questions asked: {questions}. People who answered: {people}, of them new: {new}."
DIGEST_SHARE = "Right at the first try: {share} %. The hardest was “{hardest}” ({low} %)."
DIGEST_LEFT = "Unused questions left: {left}."
DIGEST_ROW = "answered by {people}, right at the first try: {share} %"
DIGEST_NOBODY = "answered by nobody"
DIGEST_LAST = "Last week"
DIGEST_QUEUE = "Days ahead"
DIGEST_INBOX = "Inbox"
NO_LIVE = "No study night is running. `live TOPIC 5` begins one with five questions of a topic; `live all` takes any."
LIVE_SHAPE = "Say a topic and how many questions: `live runtime/gil 5`."
LIVE_NOTHING = (
    "There is nothing to ask about {topic}: a study night takes questions that were revealed here, or that the "
    "schedule never asks, so that it spoils none that is to come."
)
LIVE_BEGUN = "a study night; questions: {questions}"
LIVE_RUNS = "The study night “{title}” is still running; `live stop` ends it."
LIVE_NOT_SHOWN = "The question could not be shown: {trouble} `live reveal` tries again."
LIVE_OVER = "The study night is over, and everybody can read how it went."
LIVE_CLOSED = "That question is over; the next one is on its way."
LIVE_SO_FAR = "Right this evening so far: {points}."
LIVE_ONCE = "Your first answer counts, and you have given it."
LIVE = "Study night: {title}"
LIVE_AT = "Question {number} of {of}. Answers so far: {answered}."
LIVE_SHOW = "Show the answer"
LIVE_NEXT = "Next question"
LIVE_LOOK = "Look again"
LIVE_STOP = "End it"
LIVE_RESULT = "People: {people}. Questions: {questions}."
LIVE_WON = "Best of the evening: {names}."
LIVE_SCORE = "{points} of {of}"
DASHBOARD = "Moderating"
DASHBOARD_SUM = "{schedule}\nPeople who answered this week: {people}."
DASHBOARD_NOTHING = "No question is open."
DASHBOARD_OPEN = "Open: {title}"
DASHBOARD_ANSWERS = "answered by {answered}, solved by {solved}; open until {at}"
DASHBOARD_QUEUE = "Days ahead"
DASHBOARD_PREVIEW = "Preview the next"
DASHBOARD_INBOX = "Inbox"
DASHBOARD_DIGEST = "This week"
DASHBOARD_PAUSE = "Pause"
DASHBOARD_RESUME = "Go on"
DASHBOARD_CLOSE = "Close now"
DASHBOARD_EXTEND = "2 h longer"
DASHBOARD_SWAP = "Swap"
DASHBOARD_LOOK = "Look"
NO_ACTS = "No moderator has done anything here yet."
NOT_ALLOWED = "Questions cannot be asked here yet. Please change this first, then send the same again:"
NOT_HERE = "No questions are asked in this place yet."

BOARDS = {
    "today": "Today",
    "week": "This week",
    "season": "This season",
    "all": "All time",
    "topic": "Topic {topic}",
    "streak": "Questions in a row",
    "sprint": "Best sprints of this month",
}

COMMANDS = (
    ("today", "show the question of the day"),
    ("answer …", "answer it; the card says how"),
    ("run …", "run the visible cases of a code question; spends no try"),
    ("hint", "one more hint; each costs 20 % of the points"),
    ("me", "your points, rank and streak; `me why` explains every point"),
    ("home", "a page of your own: where you stand, what is due, what you answered last, your settings"),
    ("review", "what you missed, when it is due; `review b` answers, `guessed` says that you were lucky"),
    ("board today|week|season|all|topic NAME|streak|sprint", "the leaderboard"),
    ("sprint", "five known questions against your own timer, once a day; `sprint b` answers"),
    ("suggest …", "suggest a question; I execute and check it at once. `suggest mine` lists yours"),
    ("report …", "say what is wrong with a question; moderators look into it"),
    ("settings", "your time zone, your language, reminders; `settings zone Europe/Berlin` sets one of them"),
    ("privacy public|alias NAME|hidden", "how boards show you, the past included; alone it shows all you can do"),
    ("privacy export", "everything that is written down about you, as a file"),
    ("link [CODE]", "two accounts of yours, on two chats, become one person; shown first"),
    ("unlink", "this account is on its own again, and begins anew"),
    ("privacy erase", "erase yourself: name, points, streak, and all you wrote"),
    ("help", "this list; `help scoring` explains, and so do answering, streaks, review and privacy"),
)
MODERATOR_COMMANDS = (
    ("/quiz-admin post", "ask the next question now"),
    ("/quiz-admin close", "close the open question"),
    ("/quiz-admin reveal", "show the answer to everybody"),
    ("/quiz-admin setup …", "set the schedule: weekdays 09:00 Europe/Berlin open=12h; alone it shows it"),
    ("/quiz-admin queue", "the next 14 days, exactly"),
    (
        "/quiz-admin preview [QUESTION|DATE]",
        "a question as learners will see it, and its reveal; trying is not recorded",
    ),
    ("/quiz-admin try QUESTION ANSWER", "what an answer to it would get; not recorded"),
    ("/quiz-admin live TOPIC [N]", "a study night: N questions at your pace; reveal, next and stop steer it"),
    ("/quiz-admin dashboard", "what is open, what comes, what waits for you"),
    ("/quiz-admin digest [last]", "how this week went, or the last one"),
    ("/quiz-admin pin QUESTION [DATE]", "set a question for a day"),
    ("/quiz-admin swap [DATE] [QUESTION]", "another question for a day"),
    ("/quiz-admin skip [DATE]", "no question on a day"),
    ("/quiz-admin ban TOPIC", "do not ask a topic"),
    ("/quiz-admin allow TOPIC", "ask a banned topic again"),
    ("/quiz-admin theme TOPIC [DATE]", "one topic for a week; `theme off` ends it"),
    ("/quiz-admin pause [DATE]", "no questions, until a date or `resume`"),
    ("/quiz-admin resume", "go on"),
    ("/quiz-admin extend SPAN", "keep the open question open longer: extend 2h"),
    ("/quiz-admin rekey KEY", "another key for a question that was asked; shown first"),
    ("/quiz-admin void full|none", "take a question out of the game; shown first"),
    ("/quiz-admin adjust NAME +N REASON", "correct one score by hand; shown first"),
    ("/quiz-admin confirm CODE", "do what a preview showed"),
    ("/quiz-admin invite", "a code for another place, on this chat or another, to join this community"),
    ("/quiz-admin join CODE", "this place joins the community that gave the code"),
    ("/quiz-admin leave [PLACE]", "this place, or another, leaves the community"),
    ("/quiz-admin inbox", "suggestions, reports and what I noticed, each with its evidence"),
    ("/quiz-admin items [QUESTION]", "how questions do: share right, discrimination, what looks wrong"),
    ("/quiz-admin new", "write a question for this community; I execute and check it at once"),
    ("/quiz-admin edit QUESTION", "edit a question of this community that was not asked yet"),
    ("/quiz-admin mute NAME REASON", "somebody plays on and is on no board here; alone it lists who is"),
    ("/quiz-admin unmute NAME", "they are on the boards again"),
    ("/quiz-admin audit", "what moderators did here, the latest first"),
)
BROKEN = "Something went wrong on my side, and it is in the log. Nothing of yours was counted."
PRESS_AGAIN = "That took too long to open. Please press it again."
FILE_UNREAD = "That file could not be read, so nothing was handed in. It has to be UTF-8 text of at most {most} KiB."

SLACK_NOT_IN_CHANNEL = "I am not in this channel. Invite me with `/invite @askling`, then try again."
SLACK_CHANNEL_ONLY = "Questions are asked in a channel. Say this again in the one you want, with me invited."
SLACK_ARCHIVED = "The channel is archived. Take it out of the archive, or set me up in another one."
SLACK_RESTRICTED = "I may not post in this channel. Change its posting permissions, or set me up in another one."
SLACK_NOT_EDITABLE = "Slack does not let me change that message any more."
SLACK_SCOPE = "The Slack app lacks the permission `{scope}`. Add it (or the whole manifest), then reinstall the app."
SLACK_TOKENS = "Slack does not accept the token ({code}). Install the app again and give me its new tokens."
SLACK_SOCKET_OFF = "Socket Mode is switched off for the Slack app. Switch it on in the app's settings, then start me."
SLACK_NO_WAY_IN = (
    "Slack cannot reach me: give me an app token (`ASKLING_SLACK_APP_TOKEN`), or for HTTP the signing secret "
    "(`ASKLING_SLACK_SIGNING_SECRET`). docs/operators/slack.md says where they are."
)
SLACK_NO_TEAM = "I am not installed in the workspace {team}."
SLACK_GONE = "What I wanted to write to is not there any more ({code})."
SLACK_BUSY = "Slack has trouble of its own ({code}); I try again by myself."
SLACK_REFUSED = "Slack refuses {method}: {code}."

READY_NOW = "It is ready now; that took me a moment."
BROKEN_OFF = (
    "I am being restarted and could not finish this. An answer that was written down is judged afterwards, and `me` "
    "shows it; otherwise please send it again in a minute."
)
FILE_TOO_LARGE = "{name} is larger than {most} KiB, so it was not handed in."
FILE_NOT_TEXT = "{name} is not valid UTF-8, so it was not handed in. Save it again as UTF-8 text."
FILE_LOST = "{name} did not reach me, so nothing was handed in. Please send it again."

DISCORD_NEEDED = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "read_message_history": "Read Message History",
}
"""Permissions, as Discord's own settings name them."""
DISCORD_THREADS = {
    "create_public_threads": "Create Public Threads",
    "send_messages_in_threads": "Send Messages in Threads",
}
DISCORD_LACKS = "Give my role the permission “{permission}” in {channel}."
DISCORD_TALKED_BELOW = (
    "In the forum {channel} everybody can write below a question while it is open. Take the permission “Send Messages "
    "in Posts” from @everyone there (buttons go on working), or ask in a text channel, where I open a thread with the "
    "answer."
)
DISCORD_REFUSED_US = (
    "Discord refuses ASKLING_DISCORD_TOKEN: make a new token in the developer portal (docs/operators/discord.md)."
)
DISCORD_WAIT = "Discord asks me to wait."
DISCORD_AWAY = "Discord did not answer: {why}."
DISCORD_GONE = {
    "channel": "The channel is no longer there on Discord.",
    "forum": "The forum is no longer there on Discord.",
    "member": "They are no longer a member of the server on Discord.",
    "message": "The message is no longer there on Discord.",
    "person": "They are no longer there on Discord.",
    "server": "The server is no longer there on Discord.",
}
DISCORD_OLD_EDITS = "Discord does not let me edit messages of more than an hour ago so often."
DISCORD_ARCHIVED = "This thread is archived and locked. A moderator has to open it again."
DISCORD_NO_DIRECT = "They take no direct messages from this server. They can allow it in its privacy settings."
DISCORD_MAY_NOT = "I lack a permission on Discord."
DISCORD_REFUSES = "Discord does not take what I sent ({code}: {why})."
DISCORD_SHARDS = "This bot is in more servers than Discord allows without shards, which are not built in."
DISCORD_VERSION = "Discord no longer speaks with this version: upgrade askling."
DISCORD_INTENT = "Discord refuses an intent, though I need no privileged one: upgrade askling."
