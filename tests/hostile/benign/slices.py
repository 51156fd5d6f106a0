#| out = "[0, 1, 'x', 5, 6, 7, 8, 9] [9, 6, 1] ef (1, 5, 2)\n"
row = list(range(10))
row[2:5] = ["x"]
print(row, row[::-3], "abcdef"[-2:], slice(1, 9, 2).indices(5))
