#| about = "a letter"
#| bites = true
#| attempt = true
import smtplib
smtplib.SMTP("127.0.0.1", @TCP@, timeout=1)
