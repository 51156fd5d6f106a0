#| out = "ZeroDivisionError: division by zero fail\n"
import sys, traceback
def fail():
    return 1 / 0
try:
    fail()
except ZeroDivisionError:
    print(traceback.format_exc().strip().splitlines()[-1], traceback.extract_tb(sys.exc_info()[2])[-1].name)
