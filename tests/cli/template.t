$ behest submit 'Printer jams' -a bob -l a -l b --due 2026-11-25 -q; behest submit '会议室投影仪没有画面' -p P1 --field system=erp -q
1
2
$ behest list --template '{{id}} {{title|trunc:10}} {{due|date}}'
2 会议室投… 
1 Printer j… 2026-11-25
$ behest list --template '{{id|pad:4}}|{{id|pad:-4}}|{{due|date|default:never}}|{{created|rel}}'
2   |   2|never|just now
1   |   1|2026-11-25|just now
$ behest list --template '{{title|upper|json}}\t{{labels}}\t{{labels|json}}\t{{due|json}}\t{{ field.system | upper | default:none }}'
"会议室投影仪没有画面"		[]	null	ERP
"PRINTER JAMS"	a,b	["a","b"]	"2026-11-25T00:00:00Z"	none
$ behest list --template 'a\nb\\n{{{{id}} {{{{{{id}}'
a
b\n{{id}} {{2
a
b\n{{id}} {{1
$ behest show 2 1 --template '{{id}}: {{title}} ({{comments|json}})'
2: 会议室投影仪没有画面 ([])
1: Printer jams ([])
# What is stored cannot write to the terminal; the template's own TAB and line feed can.
$ behest submit "$(printf 'red\033[31m\ttwo')" -q; behest show 3 --template '<{{title}}>{{title|trunc:4}}'
3
<red^[[31m two>red…
# Mistakes point at their column.
$ behest list --template '{{id}} {{titel}}'
2> behest: the template, column 10: 'titel' is not a field
2> hint: did you mean 'title'?
[2]
$ behest list --template '{{nothing}}'
2> behest: the template, column 3: 'nothing' is not a field
2> hint: the fields are id, key, title, body, type, category, state, priority, impact, urgency, requester, channel, team, assignee, labels, fields, created, updated, due, estimate_s, first_response, closed, resolution, reopened, version, comments, links, start, estimate_points, bookings, field.NAME
[2]
$ behest list --template '{{id|shout}}'
2> behest: the template, column 6: 'shout' is not a filter
2> hint: the filters are trunc:N, pad:N, date, rel, upper, json and default:TEXT
[2]
$ behest list --template '{{title|date}}'
2> behest: the template, column 9: 'date' is for times, and 'title' is none
2> hint: the times are created, updated, due, start, first_response and closed
[2]
$ behest list --template '{{title|trunc}}'
2> behest: the template, column 9: 'trunc' takes a number of columns, 1 to 10000
2> hint: for example {{title|trunc:40}}
[2]
$ behest list --template '{{title|trunc:0}}'
2> behest: the template, column 9: 'trunc' takes a number of columns, 1 to 10000
2> hint: for example {{title|trunc:40}}
[2]
$ behest list --template '{{id|upper:x}}'
2> behest: the template, column 6: 'upper' takes nothing after a colon
2> hint: write it alone
[2]
$ behest list --template '{{id'
2> behest: the template, column 1: '{{' is never closed
2> hint: end it with '}}', or write '{{{{'
[2]
$ behest list --template '{{id}}' --json
2> {"error":{"code":2,"kind":"usage","message":"--template says by itself what is written","hint":"leave out --format, --json, --fields, --columns, --as and --group-by"}}
[2]
$ behest show 1 --template '{{id}}' --fields id
2> behest: --template says by itself what is written
2> hint: leave out --format, --json, --fields, --columns, --as and --group-by
[2]
# Records that end with NUL.
$ behest list --template '{{id}}' -z | tr '\0' ';'
3;2;1; (no-eol)
$ behest list --format ids -z | tr '\0' ';'
3;2;1; (no-eol)
$ behest list --format tsv --fields id,title -z label:a | tr '\0' ';'
id	title;1	Printer jams; (no-eol)
$ behest show 1 --format jsonl --fields id -z | tr '\0' ';'
{"id":1}; (no-eol)
$ behest list --format ids -z | xargs -0 -n 1 echo id
id 3
id 2
id 1
$ behest list -z
2> behest: -z is for records that stand on a line each
2> hint: add --format ids, tsv or jsonl, or --template TEXT
[2]
$ behest list --json -z
2> {"error":{"code":2,"kind":"usage","message":"-z is for records that stand on a line each","hint":"add --format ids, tsv or jsonl, or --template TEXT"}}
[2]
$ behest show 1 -z
2> behest: -z is for records that stand on a line each
2> hint: add --format ids, tsv or jsonl, or --template TEXT
[2]
