#| out = "[0, 1, 4, 9, 16] [1, 2, 4]\n"
from concurrent.futures import ThreadPoolExecutor, as_completed
with ThreadPoolExecutor(4) as pool:
    print(list(pool.map(lambda x: x * x, range(5))), sorted(one.result() for one in as_completed([pool.submit(pow, 2, n) for n in range(3)])))
