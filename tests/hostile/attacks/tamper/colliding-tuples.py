#| about = "the same inside tuples, where the hash is made of hashes"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    return {(n * (2**61 - 1), 1): 0 for n in range(1_500)}
