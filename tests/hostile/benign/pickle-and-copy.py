#| out = "True [[1]] {'a': 1} True\n"
import copy, pickle
class Node:
    def __init__(self):
        self.next = self
node = pickle.loads(pickle.dumps(Node()))
print(node.next is node, copy.deepcopy([[1]]), copy.copy({"a": 1}), pickle.loads(pickle.dumps({1, 2})) == {1, 2})
