#| about = "the machine's own diary"
#| attempt = true
#| refused_by = ["OSError", "AttributeError"]
import logging.handlers
class Loud(logging.handlers.SysLogHandler):
    def handleError(self, record):
        raise
Loud("/dev/log").emit(logging.LogRecord("x", 50, "x", 1, "owned", (), None))
