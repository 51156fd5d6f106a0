#| out = "{'ada': 36, 'eve': 0} ['ada', 'bob', 'eve'] {'ada': 36, 'bob': 41} 41 {'a': None, 'b': None}\n"
ages = {"ada": 36} | {"bob": 41}
ages.setdefault("eve", 0)
print(ages, [*ages], {name: age for name, age in ages.items() if age}, ages.pop("bob"), dict.fromkeys("ab"))
