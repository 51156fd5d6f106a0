#| out = "True\nTrue\nTrue\n"
import cProfile, io, pstats, timeit, tracemalloc
print(timeit.timeit("1 + 1", number=1_000) > 0)
tracemalloc.start()
row = [0] * 1_000
print(tracemalloc.get_traced_memory()[0] > 0)
profile = cProfile.Profile()
profile.runcall(sum, range(10))
print("sum" in pstats.Stats(profile, stream=io.StringIO()).print_stats().stream.getvalue())
