#| out = "23416728348467685 81 fib\n"
import functools
@functools.lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
@functools.wraps(fib)
def other(n):
    return fib(n)
print(fib(80), fib.cache_info().misses, other.__name__)
