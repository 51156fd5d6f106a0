#| out = "INFO:quiz:started 1\nERROR:root:failed\n"
import logging, sys
logging.basicConfig(stream=sys.stdout, format="%(levelname)s:%(name)s:%(message)s", level=logging.INFO)
logging.getLogger("quiz").info("started %d", 1)
logging.debug("unseen")
try:
    1 / 0
except ZeroDivisionError:
    logging.error("failed", exc_info=False)
