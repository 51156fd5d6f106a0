"""Questions in other people's formats.

items      a question as every such format knows it: prompt, answers, explanation
drafts     an item as a question file, always a draft
books      JSON of the whole bank, with a schema
tables     CSV, there and back
gift       GIFT, there and back
moodle     Moodle XML
anki       a deck of cards
trivia     Open Trivia, Red-DiscordBot and sir-lancebot lists
"""
