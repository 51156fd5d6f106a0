"""What must not be forgotten. Contains no rules of the game.

database    the port an engine keeps: named statements, and units of work that happen whole or not at all
agenda      communities and rounds, in terms of named statements
places      where a community meets, and what was posted there, likewise
identities  who is who beyond one address, and who is still there, likewise
ledger      people and answers, likewise
boards      who stands where, likewise
sprints     a timer of one's own, likewise
recalls     what people review, likewise
dossiers    all that is written down about one person
profiles    what people set for themselves, likewise
corrections what moderators mend, and the log of it
privacy     forgetting people, and what they wrote
errands     writing down what is to be done
deriving    the boards kept in step with the ledger, or made anew from it
rows        from rows to values and back
queries/    every statement, by name, in words that SQLite and PostgreSQL both read
sqlite/     the engine that is built in
"""
