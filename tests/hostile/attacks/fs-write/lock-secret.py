#| about = "a lock on the database makes the bot wait"
#| bites = true
#| attempt = true
import fcntl
fcntl.flock(open("@SECRET@"), fcntl.LOCK_EX)
