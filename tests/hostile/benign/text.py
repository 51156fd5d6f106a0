#| out = "strasse FI ('a-b', '-', 'c') axbxc tab     end   2.2|\n"
print("Straße".casefold(), "ﬁ".upper(), "a-b-c".rpartition("-"), "x".join("abc"), "tab\tend".expandtabs(8), "%5.1f|" % 2.25)
