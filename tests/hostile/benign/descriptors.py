#| out = "refused balance\n"
class Positive:
    def __set_name__(self, owner, name):
        self.name = name
    def __set__(self, thing, value):
        if value < 0:
            raise ValueError(self.name)
        thing.__dict__[self.name] = value
class Account:
    balance = Positive()
try:
    Account().balance = -1
except ValueError as error:
    print("refused", error)
