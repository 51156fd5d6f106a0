#| out = "16383 6666633333 669\n"
def hanoi(n, a="a", b="b", c="c"):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(14), sum(n for n in range(200_000) if n % 3 == 0), len([p for p in range(2, 5_000) if all(p % d for d in range(2, int(p**0.5) + 1))]))
