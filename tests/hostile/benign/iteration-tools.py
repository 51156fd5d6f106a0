#| out = "[1, 3, 6] [('a', 'b'), ('b', 'c')] [5, 6]\n[('a', 2), ('b', 3)] [('a', 'b'), ('a', 'c')] y\n"
import itertools, operator
print(list(itertools.accumulate([1, 2, 3])), list(itertools.pairwise("abc")), list(itertools.islice(itertools.count(5), 2)))
print([(key, len(list(group))) for key, group in itertools.groupby("aabbb")], list(itertools.combinations("abc", 2))[:2], operator.itemgetter(1)("xy"))
