#| out = "2.3333333333333335 2 1.291 a\n"
import statistics
print(statistics.mean([1, 2, 4]), statistics.median([3, 1, 2]), round(statistics.stdev([1, 2, 3, 4]), 3), statistics.mode("aab"))
