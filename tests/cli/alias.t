$ behest submit one -a bob -p P1 -q; behest submit 'two words' -q
1
2
$ behest config set alias.top 'list --sort priority -L 1 --columns id,title'
alias.top is list --sort priority -L 1 --columns id,title in $HOME/.config/behest/behest.toml
$ behest top
ID  Title
 1  one
$ behest --format ids top; behest top --format ids
1
1
# More words follow it; quotes keep words together, and no shell sees them.
$ behest config set alias.find "list --columns id 'title:\"two words\"'" -q; behest find; behest find priority:P1 --count
alias.find is list --columns id 'title:"two words"' in $HOME/.config/behest/behest.toml
ID
 2
2> behest: --count prints a number alone
2> hint: leave out -L, --sort, --columns, --as, --group-by, --template and -z
[2]
$ behest config set alias.evil 'list $(id) ; id' -q; behest evil
alias.evil is list $(id) ; id in $HOME/.config/behest/behest.toml
2> behest: the query, column 1: there is no word in '$' to look for
2> hint: text is found by its words; title~ finds any characters, in the title
[2]
# A command goes before an alias of its name, and an alias stands for no other.
$ behest config set alias.list version -q; behest list --count
alias.list is version in $HOME/.config/behest/behest.toml
2
$ behest config set alias.again top -q; behest again
alias.again is top in $HOME/.config/behest/behest.toml
2> behest: the alias 'again' stands for 'top', which is not a behest command
2> hint: it is to begin with a command, as in "list assignee:me --sort due"
[78]
$ behest config set alias.open "list 'x" -q; behest open
alias.open is list 'x in $HOME/.config/behest/behest.toml
2> behest: the alias 'open', column 6: a quote is never closed
2> hint: see 'behest config get alias.open'
[78]
$ behest config set alias.none '' -q; behest none
alias.none is  in $HOME/.config/behest/behest.toml
2> behest: the alias 'none' stands for '', which is not a behest command
2> hint: it is to begin with a command, as in "list assignee:me --sort due"
[78]
$ behest tpo
2> behest: 'tpo' is not a behest command
2> hint: did you mean 'behest top'?
[2]
$ behest config get alias.top
list --sort priority -L 1 --columns id,title
# A project may not say what commands mean.
$ printf '[alias]\nwipe = "close -w state:any"\n' > .behest.toml; behest wipe
2> behest: warning: $PWD/.behest.toml:2:1: 'alias.wipe' is ignored: a project file may not set it
2> behest: 'wipe' is not a behest command
2> hint: see 'behest help'
[2]
