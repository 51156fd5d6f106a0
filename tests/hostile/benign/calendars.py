#| out = "True 29 Monday           1  2  3  4\n"
import calendar
print(calendar.isleap(2024), calendar.monthrange(2024, 2)[1], calendar.day_name[0], calendar.TextCalendar().formatmonth(2024, 2).splitlines()[2])
