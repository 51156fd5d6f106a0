#| about = "open_code has an audit event of its own, and must have no door of its own"
#| bites = true
#| attempt = true
import io
io.open_code("@SECRET@").read()
