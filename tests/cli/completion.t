$ behest completion bash | head -n 1
\# bash completion for behest; made by 'behest completion bash'.
$ behest completion zsh | head -n 1
#compdef behest
$ behest completion fish | head -n 1
\# fish completion for behest; made by 'behest completion fish'.
$ bash -n -c "$(behest completion bash)"

# What is in the database; none is made.
$ behest completion words id
$ behest submit 'Printer jams' -c hardware -l loud -l 'a-b' -a bob -r 'Zoe Lin' --team net -q
1
$ behest submit 'Tab	and
> newline' -q
2
$ behest completion words id
2	Tab and␤newline
1	Printer jams
$ behest completion words person
bob	assignee
Zoe Lin	requester
alice	requester
$ behest completion words team
net	team
$ behest completion words category
hardware	category
$ behest completion words label
a-b	label
loud	label
$ behest completion words query-field | head -n 3
id	numbers: 12, 15-20
key	the key of an import
title	a part of the title
$ behest completion words config-key | head -n 2
user	Who acts; "" is the login name
database.path	The database; relative to the folder of this file, ~/ is HOME, "" is $XDG_DATA_HOME/behest/behest.db
$ behest completion csh
2> behest: 'csh' is not a value of SHELL
2> hint: did you mean 'zsh'? one of: bash zsh fish words
[2]
$ behest completion words
2> behest: no kind of words is named
2> hint: for example 'label'
[2]
$ behest completion words colour
2> behest: 'colour' cannot be completed
2> hint: the kinds are id, person, team, category, label, field, query-field, config-key
[2]
