#| out = "PermissionError\nPermissionError\n"
import multiprocessing, os
try:
    os.fork()
except OSError as error:
    print(type(error).__name__)
try:
    multiprocessing.get_context("fork").Process(target=print).start()
except OSError as error:
    print(type(error).__name__)
