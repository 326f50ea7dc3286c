$ behest submit one -a bob -p P1 -q; behest submit two -a bob -q; behest submit three -q
1
2
3
$ behest view list
$ behest view save mine assignee:bob --columns id,title,priority --sort priority
view @mine is kept in $HOME/.config/behest/behest.toml
$ cat ~/.config/behest/behest.toml
[view.mine]
query = "assignee:bob"
columns = "id,title,priority"
sort = "priority"
$ behest list @mine
ID  Title  Pri
 1  one    P1
 2  two    P3
# With more terms, other columns, another order; a view speaks for states too.
$ behest list @mine priority:P3
ID  Title  Pri
 2  two    P3
$ behest list @mine --columns id --sort -priority
ID
 2
 1
$ behest view save late 'state:closed "two words"' -q; behest close 1 -q; behest list @late --count; behest list '@mine state:any' --count
1
0
1
$ behest list @mine --template '{{id}} {{title}}'
2 two
# Anywhere a query is taken.
$ behest assign -w '@mine title:two' carol -n
would be: #2 assigned to carol (was bob)
  #2 assignee: bob -> carol
$ behest view list --json | sed "s,$HOME,HOME,"
[
{"name":"mine","query":"assignee:bob","columns":"id,title,priority","sort":"priority","origin":"HOME/.config/behest/behest.toml:2"},
{"name":"late","query":"state:closed \"two words\"","columns":null,"sort":null,"origin":"HOME/.config/behest/behest.toml:7"}
]
# Saved again it is replaced; the rest of the file stays.
$ printf '# mine\nuser = "bob"\n' | cat - ~/.config/behest/behest.toml > new; cat new > ~/.config/behest/behest.toml
$ behest view save mine assignee:me -n
would be: view @mine is kept in $HOME/.config/behest/behest.toml
  query: assignee:bob -> assignee:me
  columns: id,title,priority -> -
  sort: priority -> -
$ behest view save mine assignee:me --json
{"name":"mine","query":"assignee:me","columns":null,"sort":null}
$ cat ~/.config/behest/behest.toml
\# mine
user = "bob"
[view.mine]
query = "assignee:me"

[view.late]
query = "state:closed \"two words\""
$ behest view rm late; behest view rm @mine; cat ~/.config/behest/behest.toml
view @late is no more
view @mine is no more
\# mine
user = "bob"
\
# Mistakes.
$ behest view save x 'foo:1'
2> behest: the query, column 1: there is no field 'foo'
2> hint: put text to search for in quotes; fields are id, key, title, text, state, priority, impact, urgency, type, category, team, assignee, requester, requester.name, requester.organisation, channel, label, resolution, waiting_on, created, updated, closed, due, start, first_response, estimate, reopened, field.NAME, is
[2]
$ behest view save x a --sort titel
2> behest: requests cannot be sorted by 'titel'
2> hint: for example --sort priority, --sort -updated, --sort due,-created, --sort sla, --sort field.NAME, --sort rank
[2]
$ behest view save x a --columns titel
2> behest: 'titel' is not a column
2> hint: the columns are id, key, title, body, type, category, state, priority, impact, urgency, requester, channel, team, assignee, labels, fields, created, updated, due, estimate_s, first_response, closed, resolution, reopened, version, links, match, start, field.NAME
[2]
$ behest view save 'a b' x
2> behest: 'a b' cannot be the name of a view
2> hint: a name is made of letters, digits and . _ / @ + -
[2]
$ behest view save x
2> behest: the view has no query
2> hint: for example behest view save mine assignee:me
[2]
$ behest view save x @late
2> behest: a view cannot stand for another view
2> hint: write out its query
[2]
$ behest view rm
2> behest: no view is named
2> hint: behest view save NAME QUERY, or behest view rm NAME
[2]
$ behest view rm x
2> behest: there is no view 'x'
2> hint: see 'behest view list'
[3]
$ behest view list x
2> behest: 'view list' takes no name
2> hint: behest list @x
[2]
$ behest view rm x y
2> behest: 'view rm' takes no query, --columns or --sort
2> hint: behest view save NAME QUERY | list | rm NAME
[2]
$ behest list @x
2> behest: there is no view 'x'
2> hint: see 'behest view list'
[3]
$ behest view save team team:net -q; behest list @taem
2> behest: there is no view 'taem'
2> hint: did you mean '@team'?
[3]
$ behest list '@team foo:1'
2> behest: the query, column 7: there is no field 'foo'
2> hint: put text to search for in quotes; fields are id, key, title, text, state, priority, impact, urgency, type, category, team, assignee, requester, requester.name, requester.organisation, channel, label, resolution, waiting_on, created, updated, closed, due, start, first_response, estimate, reopened, field.NAME, is
[2]
$ printf '[view.bad]\nquery = "foo:1"\n' > .behest.toml; behest list @bad
2> behest: the view 'bad', column 1: there is no field 'foo'
2> hint: put text to search for in quotes; fields are id, key, title, text, state, priority, impact, urgency, type, category, team, assignee, requester, requester.name, requester.organisation, channel, label, resolution, waiting_on, created, updated, closed, due, start, first_response, estimate, reopened, field.NAME, is
[2]
$ behest view rm bad
2> behest: the view 'bad' is not in $HOME/.config/behest/behest.toml but at $PWD/.behest.toml:2
2> hint: take it out there
[4]
