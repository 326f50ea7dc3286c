$ behest submit one -q; behest submit two -q; behest submit three -c network -q
1
2
3
$ behest prioritize 1 P1
#1 is P1 (was P3)
$ behest prioritize 2 --impact medium --urgency low
#2 is P4 (was P3)
$ behest prioritize 2 --impact high
#2 is P3 (was P4)
# What is set by hand stays, whatever the matrix says; until it is reset.
$ behest prioritize 2 -p P5
#2 is P5 (was P3), set by hand over the matrix
$ behest prioritize 2 --urgency high
#2 is P5, set by hand over the matrix
$ behest prioritize 2 --reset
#2 is P1 (was P5)
$ behest prioritize 1 P1
#1 is P1 already
$ behest prioritize 1 --reset
#1 is P3 (was P1)
$ behest prioritize 1-3 p2 -m 'the fair begins' -q
1
2
3

# The configuration's matrix and the category's default.
$ printf '[category.network]\npriority = "P1"\n[priority]\ndefault = "P4"\nmatrix = [[1,1,2],[2,3,4],[4,5,5]]\n' > .behest.toml
$ behest prioritize 1-3 --reset
#1 is P4 (was P2)
#2 is P1 (was P2)
#3 is P1 (was P2)
$ behest prioritize 1 --impact 3 --urgency 1
#1 is P4

$ behest prioritize 1
2> behest: no priority is given
2> hint: behest prioritize ID… P2, or --impact and --urgency
[2]
$ behest prioritize 1 P6
2> behest: 'P6' is not a priority
2> hint: the priorities are P1 (most urgent) to P5
[2]
$ behest prioritize 1 --impact huge
2> behest: 'huge' is no level for --impact
2> hint: the levels are 1, 2, 3, or high, medium, low
[2]
$ behest prioritize 1 -p P1 --reset
2> behest: -p sets a priority by hand and --reset forgets it
2> hint: leave one of them out
[2]
