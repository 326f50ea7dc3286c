$ for i in 1 2 3 4 5 6 7; do behest submit "request $i" --key "k$i" -q; done
1
2
3
4
5
6
7
$ behest assign 1 '#2' 3,4 6-7 key:k5 bob -q
1
2
3
4
6
7
5
# Each once, in the order given.
$ behest show 3 1 3 1-2 --format ids
3
1
2
$ behest list --format ids | sort -n | behest prioritize - P1 -q
1
2
3
4
5
6
7
$ behest list request --format ids | head -n 2 | behest show - --format ids
7
6
$ behest close -w 'key:k1,k2' -q
1
2
$ behest show --json -w 'id:1,2' --fields id
[
{"id":1},
{"id":2}
]
$ behest show --json 1 --fields id
{"id":1}
$ behest show --json 1, --fields id
2> {"error":{"code":2,"kind":"usage","message":"'' is not an id","hint":"ids are 12, #12, 3-7, 3,5,9, key:KEY, or - for standard input; to search use -w QUERY"}}
[2]
$ printf '3\n\n#4\nkey:k5\n' | behest show - --format ids
3
4
5
$ behest show - --format ids < /dev/null

$ behest show 5-3
2> behest: the range 5-3 runs backwards
2> hint: put the smaller id first
[2]
$ behest show 3-99
2> behest: there is no request #8
2> hint: see 'behest list'
[3]
$ behest show 0
2> behest: '0' is not an id
2> hint: ids are 12, #12, 3-7, 3,5,9, key:KEY, or - for standard input; to search use -w QUERY
[2]
$ behest show -1
2> behest: '-1' is not an id
2> hint: ids are 12, #12, 3-7, 3,5,9, key:KEY, or - for standard input; to search use -w QUERY
[2]
$ behest show one
2> behest: 'one' is not an id
2> hint: ids are 12, #12, 3-7, 3,5,9, key:KEY, or - for standard input; to search use -w QUERY
[2]
$ behest show key:nothing
2> behest: no request has the key 'nothing'
2> hint: see 'behest list'
[3]
$ behest show 3-
2> behest: '3-' is not an id
2> hint: ids are 12, #12, 3-7, 3,5,9, key:KEY, or - for standard input; to search use -w QUERY
[2]
$ behest show 99999999999999999999
2> behest: '99999999999999999999' is not an id
2> hint: ids are 12, #12, 3-7, 3,5,9, key:KEY, or - for standard input; to search use -w QUERY
[2]
$ behest show 1-99999999999
2> behest: there is no request #8
2> hint: see 'behest list'
[3]
$ behest show 1 -w request
2> behest: ids and -w QUERY exclude each other
2> hint: put the ids into the query: id:3,5
[2]
$ behest close -w 'nothing'
2> no request matches
$ behest close -w 'nothing' --json
[]
2> no request matches
$ behest list -q | sort -n; behest list -q --count
3
4
5
6
7
5
