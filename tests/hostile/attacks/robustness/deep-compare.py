#| about = "equality of a list and itself"
#| expect = ["crashed", "too big"]
left, right = [], []
left.append(right)
right.append(left)
left == right
