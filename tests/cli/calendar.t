$ mkdir -p ~/.config/behest; printf '[calendar.office]\nzone = "Europe/Berlin"\nweek = { mon-fri = ["09:00-17:00"] }\nholidays = ["2026-12-25"]\n[team.net]\ncalendar = "office"\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ behest calendar list
Calendar  Zone           Week                 Holidays  Used by
office    Europe/Berlin  mon-fri 09:00-17:00         1  team.net
$ behest calendar list --json
[
{"name":"office","zone":"Europe/Berlin","week":{"mon":["09:00-17:00"],"tue":["09:00-17:00"],"wed":["09:00-17:00"],"thu":["09:00-17:00"],"fri":["09:00-17:00"],"sat":[],"sun":[]},"holidays":1,"used_by":["team.net"]}
]
$ behest calendar show office
Calendar: office
Zone:     Europe/Berlin
Week:     mon-fri 09:00-17:00
Holidays: 2026-12-25
$ behest calendar show office --json
{"name":"office","zone":"Europe/Berlin","week":{"mon":["09:00-17:00"],"tue":["09:00-17:00"],"wed":["09:00-17:00"],"thu":["09:00-17:00"],"fri":["09:00-17:00"],"sat":[],"sun":[]},"revisions":[],"holidays":["2026-12-25"],"overrides":{},"breaks":{}}
$ behest calendar add 2026-11-20T16:30 4h --calendar office
2026-11-23T11:30:00Z
$ behest calendar add 2026-12-24T15:00 4h --calendar office --json
{"at":"2026-12-28T10:00:00Z"}
$ behest calendar add 2026-11-20T13:00 4h --calendar office
2026-11-20T16:00:00Z
$ behest calendar add 2026-03-27T16:00 2h --calendar office
2026-03-30T08:00:00Z
$ behest calendar add 2026-11-23T09:30 --calendar office -- -90m
2026-11-20T15:00:00Z
$ behest calendar add 2026-12-24T15:00 2bd --calendar office
2026-12-29T14:00:00Z
$ behest calendar add 2026-11-23T15:00 --calendar office -- -1bd
2026-11-20T14:00:00Z
$ behest calendar between 2026-12-24T15:00 2026-12-28T10:00 --calendar office
3h
$ behest calendar between 2026-12-28T10:00 2026-12-24T15:00 --calendar office --json
{"seconds":-10800}
$ behest calendar open 2026-12-25T12:00 --calendar office
closed: a holiday
$ behest calendar open 2026-12-24T12:00:00+01:00 --calendar office --json
{"open":true}
$ behest calendar next 2026-12-24T18:00 --calendar office
2026-12-28T08:00:00Z
$ behest calendar prev 2026-12-28T08:00 --calendar office --json
{"at":"2026-12-24T16:00:00Z"}

# Around the clock without a calendar; of options alone for a quick question.
$ behest calendar between 2026-12-24T00:00:00Z 2026-12-25T00:00:00Z --json
{"seconds":86400}
$ behest calendar add 2026-07-01T21:30:00Z 4h --zone America/New_York --week 'mon-fri 09:00-17:00' --json
{"at":"2026-07-02T17:00:00Z"}
$ behest calendar between 2026-10-10 2026-10-11 --zone Asia/Shanghai --week 'mon-fri 09:00-12:00,13:00-18:00' --override '2026-10-10 09:00-18:00' --break '2026-10-10 12:00-13:00'
8h
$ behest calendar between 2026-10-07 2026-10-08 --zone UTC --week 'mon-fri 09:00-17:00' --holiday 2026-10-07 --override '2026-10-07 09:00-10:00' --json
{"seconds":0}

# The days of an .ics file.
$ printf 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261001\r\nDTEND;VALUE=DATE:20261003\r\nSUMMARY:国庆节(休)\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261010\r\nSUMMARY:国庆节\r\n (班)\r\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n' > cn.ics
$ behest calendar import cn.ics
Day         Kind
2026-10-01  holiday
2026-10-02  holiday
2026-10-10  workday
$ behest calendar import cn.ics --calendar office -n -q
2> would add 2 holidays and 1 workday to calendar.office in $HOME/.config/behest/behest.toml
$ behest calendar import cn.ics --calendar office -q
2> added 2 holidays and 1 workday to calendar.office in $HOME/.config/behest/behest.toml
$ cat ~/.config/behest/behest.toml
[calendar.office]
zone = "Europe/Berlin"
week = { mon-fri = ["09:00-17:00"] }
holidays = ["2026-10-01", "2026-10-02", "2026-12-25"]
overrides = { 2026-10-10 = ["09:00-17:00"] }
[team.net]
calendar = "office"
$ behest calendar open 2026-10-10T10:00 --calendar office
open
$ printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261001\nRRULE:FREQ=YEARLY\nEND:VEVENT\n' > yearly.ics; behest calendar import yearly.ics
2> behest: yearly.ics:5: an event that repeats (RRULE), which is not read
2> hint: export the holidays one by one, as events of whole days
[65]
$ behest calendar import ~/.config/behest/behest.toml
2> behest: $HOME/.config/behest/behest.toml:1: this is no .ics file: BEGIN:VCALENDAR is missing
2> hint: name an .ics file
[65]
$ behest calendar import none.ics
2> behest: cannot read none.ics
2> hint: name an .ics file
[3]

# What is wrong, and where.
$ behest calendar add 2026-11-20 4h --calendar offise
2> behest: there is no calendar 'offise'
2> hint: there are 24x7, office
[2]
$ behest calendar add 2026-11-20 4h --zone Mars/Base --week 'mon 09:00-17:00'
2> behest: --zone 'Mars/Base': unknown time zone Mars/Base
2> hint: use an IANA name such as Europe/Berlin, Asia/Shanghai or UTC; zones come from the system's tzdata
[2]
$ behest calendar add 2026-11-20 4h --week 'mon 17:00-09:00'
2> behest: --week 'mon 17:00-09:00': the hours 17:00-09:00 end before they begin
2> hint: hours over midnight are two: "22:00-24:00", and "00:00-06:00" of the next day
[2]
$ behest calendar add 2026-11-20 4h --week 'mon-fri 09:00-12:00,11:00-13:00'
2> behest: --week 'mon-fri 09:00-12:00,11:00-13:00': 11:00-13:00 overlaps with other hours
2> hint: name each hour of a day once
[2]
$ behest calendar add 2026-11-20 4h --week 'mo 09:00-17:00'
2> behest: --week 'mo 09:00-17:00': 'mo' is no day of the week
2> hint: write mon, tue, wed, thu, fri, sat or sun, or a range such as mon-fri
[2]
$ behest calendar add 2026-11-20 4h --week mon
2> behest: --week 'mon' has no hours
2> hint: for example --week 'mon-fri 09:00-12:00,13:00-17:00'
[2]
$ behest calendar add 2026-11-20 4h --zone UTC
2> behest: the calendar has no week
2> hint: for example --week 'mon-fri 09:00-17:00'
[2]
$ behest calendar add 2026-11-20 soon --calendar office
2> behest: 'soon': expected a number with its unit
2> hint: write 90s, 45m, 2h, 1h30m, 3d, 2w, 6mo or 1y: m is minutes, mo months
[2]
$ behest calendar add 2026-11-20 99999bd --calendar office
2> behest: '99999bd' is no number of business days
2> hint: for example 2bd, at most 26000bd
[2]
$ behest calendar add 2026-11-31 4h
2> behest: '2026-11-31', column 9: that month has only 30 days
2> hint: write 2026-11-21, 2026-11-21T15:30, 2026-W48, today, tomorrow 09:00, fri, eow, +3d, -2h or +2bd
[2]
$ behest calendar add 4h
2> behest: 'calendar add' takes 2 words
2> hint: list | show NAME | between A B | add START DURATION | open AT | next AT | prev AT | import FILE.ics; a time with a space stands in quotes, and a negative duration behind --
[2]
$ behest calendar add 2026-11-20 4h --calendar office --zone UTC
2> behest: --calendar names a calendar; --zone, --week and the like make another
2> hint: leave out one or the other
[2]
$ printf '[calendar.x]\nzone = "UTC"\nweek = {}\n' > bad.toml; behest config check --config bad.toml
2> behest: bad.toml:3:8: 'calendar.x.week' has no hours: it would never be open
2> hint: mon-fri = ["09:00-17:00"]
[78]
$ printf '[calendar.x]\nzone = "UTC"\nweek = { mon = ["09:00-12:00", "11:00-13:00"] }\n' > bad.toml; behest config check --config bad.toml
2> behest: bad.toml:3:32: 'calendar.x.week' has hours that overlap: 11:00-13:00 with those before it
[78]
$ printf '[agent.a]\ncover = "b"\n[agent.b]\ncover = "a"\n' > bad.toml; behest config check --config bad.toml
2> behest: bad.toml:2:9: agents cover for each other in a circle: a -> b -> a
2> hint: somebody outside the circle must cover for one of them
[78]
$ behest calendar list --zone Europe/Berlin
2> behest: 'calendar list' has no use for --zone
2> hint: it is for: between, add, open, next, prev
[2]
