#| out = "2024-02-29 00:30:00+00:00 52 28 Feb 2024 2:00:00\n"
from datetime import date, datetime, timedelta, timezone
moment = datetime(2024, 2, 28, 23, 30, tzinfo=timezone.utc)
print(moment + timedelta(hours=1), date(2024, 12, 25).isocalendar().week, moment.strftime("%d %b %Y"), datetime.fromisoformat("2024-01-02T03:04:05+02:00").utcoffset())
