#| about = "text that cannot be written"
#| expect = ["passed"]
print("\ud800 \udfff")
