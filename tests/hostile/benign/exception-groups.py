#| out = "value (ValueError(1),)\ntype (TypeError(2),)\n"
try:
    raise ExceptionGroup("two", [ValueError(1), TypeError(2)])
except* ValueError as group:
    print("value", group.exceptions)
except* TypeError as group:
    print("type", group.exceptions)
