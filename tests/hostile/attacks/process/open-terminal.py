#| about = "a pair of terminal ends"
#| bites = true
#| attempt = true
import pty
pty.openpty()
