#| about = "entities of entities of entities"
#| expect = ["denied", "too big", "crashed"]
import xml.etree.ElementTree as tree
names = "abcdefghij"
entities = "".join(f'<!ENTITY {b} "{("&" + a + ";") * 10}">' for a, b in zip(names, names[1:]))
try:
    print(len(tree.fromstring(f'<!DOCTYPE x [<!ENTITY a "{"ha" * 50}">{entities}]><x>&j;</x>').text))
except tree.ParseError as refusal:
    print("DENIED", refusal)
