#| out = "16 True 00000000-0000-0000-0000-000000000005 4 05149b90-bca9-5cf7-9708-f45959ecfde6\n"
import secrets, uuid
print(len(secrets.token_hex(8)), secrets.compare_digest("a", "a"), uuid.UUID(int=5), uuid.uuid4().version, uuid.uuid5(uuid.NAMESPACE_DNS, "a.example"))
