$ behest recur preview 'FREQ=MONTHLY;BYDAY=-1FR' -L 3
$ behest recur preview 'FREQ=WEEKLY;BYDAY=1MO'
$ behest recur add 'Check the backups' --rule 'FREQ=DAILY' --start 2026-11-22T09:00 --zone Europe/Berlin --due +1d -a bob -l ops,nightly --field system=db1 -p P2
$ behest recur add 'Monthly report' --rule 'freq=monthly;bymonthday=1' -r lead -q
$ behest recur list
$ behest recur list --json
$ behest recur run; behest list --count
# Once each, after an outage as well, and by whomever.
$ BEHEST_NOW=2026-11-24T12:00:00Z behest recur run
$ BEHEST_NOW=2026-11-24T12:00:00Z behest tick; BEHEST_NOW=2026-11-24T12:00:00Z behest recur run --json
$ behest list --json --fields id,key,title,due,assignee,requester,priority,labels,fields,channel
$ for i in 1 2 3 4 5 6 7 8 9 10; do BEHEST_NOW=2026-12-01T12:00:00Z behest tick -q & done > ticks; wait; sort -n ticks | uniq -d; behest list 'title~report' --count; wc -l < ticks | tr -d ' '
# Taken back or deleted, it is not made again.
$ BEHEST_NOW=2026-12-02T12:00:00Z behest recur run -q; BEHEST_NOW=2026-12-02T12:00:00Z behest undo > /dev/null; BEHEST_NOW=2026-12-02T12:00:00Z behest recur run
$ BEHEST_NOW=2026-12-03T01:00:00Z behest recur edit 1 --rule 'FREQ=WEEKLY;BYDAY=MO' --due +2d -l weekly; behest recur rm 2; behest recur list
$ behest recur preview 1 -L 2
$ behest recur rm 2
$ behest recur add x --rule 'FREQ=HOURLY'
$ behest recur add x --rule 'FREQ=DAILY' --zone Nowhere
$ behest recur add x --rule 'FREQ=DAILY' --due someday
$ behest recur add --rule 'FREQ=DAILY'
$ behest recur add x --rule 'FREQ=DAILY' --template none
$ behest recur list --rule x
# On a holiday it comes when the calendar is open next.
$ mkdir -p ~/.config/behest; printf '[calendar.desk]\nzone = "UTC"\nweek = { mon-fri = ["08:00-16:00"] }\nholidays = ["2026-12-07"]\n[template.newcomer]\ntitle = "A new colleague"\ndue = "+3d"\nlabels = ["hr"]\nchildren = ["Laptop", "@mail"]\n[template.mail]\ntitle = "Mailbox"\ncategory = "mail"\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ behest recur add Weekend --rule 'FREQ=WEEKLY;BYDAY=SA' --start 2026-11-28T09:00 --calendar desk -q; behest recur preview 3 -L 3
# Templates, with what belongs below them.
$ behest submit --template newcomer -r 'Zoe Lin' -c staff
$ behest list 'requester:"Zoe Lin"' --json --fields id,title,category,labels,due,links
$ behest submit --template newcommer
$ behest recur add --template newcomer --rule 'FREQ=MONTHLY' --start 2027-01-31 -q; BEHEST_NOW=2027-01-31T10:00:00Z behest recur run | tail -n 3
$ printf '[template.mail]\nchildren = ["@newcomer"]\n' > loop.toml; behest submit --template newcomer --config loop.toml
