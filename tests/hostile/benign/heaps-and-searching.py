#| out = "1 [3, 2] 2 ['a', 'b']\n"
import bisect, graphlib, heapq
heap = [5, 1, 4]
heapq.heapify(heap)
print(heapq.heappop(heap), heapq.nlargest(2, [3, 1, 2]), bisect.bisect_left([1, 3, 5], 4), list(graphlib.TopologicalSorter({"b": {"a"}}).static_order()))
