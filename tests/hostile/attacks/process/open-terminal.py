#| about = "a pair of terminal ends"
#| attempt = true
import pty
pty.openpty()
