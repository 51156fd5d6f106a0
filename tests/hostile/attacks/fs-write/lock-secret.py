#| about = "a lock on the database makes the bot wait"
#| attempt = true
import fcntl
fcntl.flock(open("@SECRET@"), fcntl.LOCK_EX)
