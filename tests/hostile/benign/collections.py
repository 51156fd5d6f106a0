#| out = "[('a', 5), ('b', 2)] deque([2, 3], maxlen=2) {'a': [1]} 2\n"
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque
groups = defaultdict(list)
groups["a"].append(1)
print(Counter("abracadabra").most_common(2), deque([1, 2, 3], maxlen=2), dict(groups), ChainMap({"a": 1}, {"b": 2})["b"])
