#| out = "b at a ['1', '22'] {'y': '2024', 'm': '05'}\n['a', 'b', 'c'] True re.IGNORECASE\n"
import re
print(re.sub(r"(\w+)@(\w+)", r"\2 at \1", "a@b"), re.findall(r"\d+", "1 and 22"), re.match(r"(?P<y>\d{4})-(?P<m>\d\d)", "2024-05").groupdict())
print(re.split(r"[,;]\s*", "a, b;c"), bool(re.fullmatch("a+", "aa")), re.compile("x", re.I).flags & re.I)
