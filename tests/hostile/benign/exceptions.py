#| out = "why ZeroDivisionError\nfinally\n"
class Mine(Exception):
    pass
try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise Mine("why") from error
except Mine as error:
    print(error, type(error.__cause__).__name__)
finally:
    print("finally")
