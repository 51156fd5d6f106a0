"""A warm interpreter that forks and exits: the physical price of a process, to compare the judge with.

Reads how many times on standard input, a line each; answers with the seconds each took, as JSON.
"""

import json
import os
import sys
import time


def fork_and_exit() -> float:
    """Seconds from the fork to the end of the child."""
    started = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    return time.perf_counter() - started


def main() -> None:
    """Be warm as a zygote is: argv names the modules."""
    for name in sys.argv[1:]:
        __import__(name)
    for line in sys.stdin:
        print(json.dumps([fork_and_exit() for _ in range(int(line))]), flush=True)


if __name__ == "__main__":
    main()
