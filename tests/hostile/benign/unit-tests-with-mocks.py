#| out = "3 call(1)\npatched\n"
from unittest import mock
fake = mock.Mock(return_value=3)
print(fake(1), fake.call_args)
with mock.patch("math.sqrt", return_value="patched"):
    import math
    print(math.sqrt(4))
