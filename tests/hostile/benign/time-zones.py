#| fails_in = ["seccomp alone"]
#| out = "2024-07-01T21:00:00+09:00 EDT\n"
from datetime import datetime, timezone
from zoneinfo import ZoneInfo
noon = datetime(2024, 7, 1, 12, tzinfo=timezone.utc)
print(noon.astimezone(ZoneInfo("Asia/Tokyo")).isoformat(), noon.astimezone(ZoneInfo("America/New_York")).tzname())
