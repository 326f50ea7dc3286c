$ printf '[cost]\ncurrency = "EUR"\n[agent.alice]\nrate = ["60.00 EUR", "66.00 EUR from 2026-11-21"]\n[agent.bob]\nrate = "33.33 EUR"\n[resource.room]\nrate = "10 EUR"\n' > .behest.toml
$ behest submit 'Printer jams' -c hardware -a alice --estimate 10h --due 2026-11-20 -q; behest submit 'VPN drops' -c network -a bob --estimate 4h --book room -q
1
2
$ behest cost add 1 25.9 --kind parts -m 'Feed roller'
#1.1 25.90 EUR
$ behest cost add 2 100.00 USD --on 2026-11-02
#2.1 100.00 USD
$ behest cost add 2 -- -5 USD
#2.2 -5.00 USD
$ behest cost add 2 1.234
2> behest: '1.234' is no amount of EUR
2> hint: it has at most 2 decimals after a point, as in 60.00
[2]
$ behest cost add 1 99999999999999 EUR
2> behest: '99999999999999' is too large an amount
2> hint: there is room for 10000000000000.00 EUR
[2]
$ behest cost add 2 5 XYZ
2> behest: 'XYZ' is no currency of ISO 4217
2> hint: use its three capital letters, as in 60.00 EUR
[2]
$ behest cost list
ID   Request  On                    Amount  Currency  Kind   By     Note
2.1        2  2026-11-02T00:00:00Z  100.00  USD              alice
1.1        1  2026-11-21T12:00:00Z   25.90  EUR       parts  alice  Feed roller
2.2        2  2026-11-21T12:00:00Z   -5.00  USD              alice
$ behest cost list -q
2.1
1.1
2.2
$ behest cost add 1 3.10 -n --json --fields id,entry
{"id":1,"entry":{"id":"1.2","request":1,"at":"2026-11-21T12:00:00Z","minor":310,"amount":"3.10","currency":"EUR","kind":null,"by":"alice","note":null}}
$ behest cost list category:network --json
[
{"id":"2.1","request":2,"at":"2026-11-02T00:00:00Z","minor":10000,"amount":"100.00","currency":"USD","kind":null,"by":"alice","note":null},
{"id":"2.2","request":2,"at":"2026-11-21T12:00:00Z","minor":-500,"amount":"-5.00","currency":"USD","kind":null,"by":"alice","note":null}
]
$ behest time add 1 2h --from 2026-11-20T23:00 -q; behest time add 1 1h10m --agent bob -q; behest time add 2 20m --agent carol -q
1
1
2
$ behest cost budget set printers 150 -w category:hardware --from 2026-11-01 --to 2026-12-01
budget printers is 150.00 EUR
$ behest cost budget set all 1000 EUR
budget all is 1000.00 EUR
$ behest cost budget set all 1000 EUR
budget all unchanged
$ behest cost budget list
Budget    Figure           Value
all       budget     1000.00 EUR
all       actual      190.78 EUR
all       used            19.0 %
all       remaining   809.22 EUR
all       committed   613.21 EUR
printers  budget      150.00 EUR
printers  actual      190.78 EUR
printers  used           127.1 %
printers  remaining   -40.78 EUR
printers  committed   451.00 EUR
$ behest report cost --by user
User    Labour  Expenses  Resources   Total  Committed  Currency
(none)    0.00      0.00       0.00    0.00      40.00  EUR
alice   126.00     25.90       0.00  151.90     451.00  EUR
alice     0.00     95.00       0.00   95.00       0.00  USD
bob      38.88      0.00       0.00   38.88     122.21  EUR
total   164.88     25.90       0.00  190.78     613.21  EUR
total     0.00     95.00       0.00   95.00       0.00  USD

Budget    Figure           Value
all       budget     1000.00 EUR
all       actual      190.78 EUR
all       used            19.0 %
all       remaining   809.22 EUR
all       committed   613.21 EUR
printers  budget      150.00 EUR
printers  actual      190.78 EUR
printers  used           127.1 %
printers  remaining   -40.78 EUR
printers  committed   451.00 EUR
2> no rate was in force for 20m of work
$ behest report cost --by category --from 2026-11-21 --compare prev
Category  Labour  Expenses  Resources   Total  Before  Change  Committed  Currency
hardware  104.88     25.90       0.00  130.78   60.00   70.78     451.00  EUR
network     0.00      0.00       0.00    0.00    0.00    0.00     162.21  EUR
network     0.00     -5.00       0.00   -5.00    0.00   -5.00       0.00  USD
total     104.88     25.90       0.00  130.78   60.00   70.78     613.21  EUR
total       0.00     -5.00       0.00   -5.00    0.00   -5.00       0.00  USD

Budget    Figure           Value
all       budget     1000.00 EUR
all       actual      190.78 EUR
all       used            19.0 %
all       remaining   809.22 EUR
all       committed   613.21 EUR
printers  budget      150.00 EUR
printers  actual      190.78 EUR
printers  used           127.1 %
printers  remaining   -40.78 EUR
printers  committed   451.00 EUR
2> Before: from 2026-11-20T12:00:00Z until before 2026-11-21T00:00:00Z.
2> no rate was in force for 20m of work
$ behest report cost -w category:hardware --forecast --exit-code
Labour  Expenses  Resources   Total  Committed  Currency
164.88     25.90       0.00  190.78     451.00  EUR

Budget    Figure                               Value
all       budget                         1000.00 EUR
all       actual                          190.78 EUR
all       used                                19.0 %
all       remaining                       809.22 EUR
all       committed                       613.21 EUR
all       planned value                   714.29 EUR
all       earned value                    250.00 EUR
all       CPI                                 1.3104
all       SPI                                 0.3500
all       EAC, at the CPI                 763.12 EUR
all       EAC, if it was a one-off        940.78 EUR
all       EAC, at CPI and SPI            1826.05 EUR
all       ETC                             572.34 EUR
all       VAC                             236.88 EUR
all       TCPI                                0.9268
all       burn a business day               7.49 EUR
all       runway in business days              108.0
all       spent at its end, going on so          n/a
printers  budget                          150.00 EUR
printers  actual                          190.78 EUR
printers  used                               127.1 %
printers  remaining                       -40.78 EUR
printers  committed                       451.00 EUR
printers  planned value                   150.00 EUR
printers  earned value                     47.50 EUR
printers  CPI                                 0.2490
printers  SPI                                 0.3167
printers  EAC, at the CPI                 602.46 EUR
printers  EAC, if it was a one-off        293.28 EUR
printers  EAC, at CPI and SPI            1490.83 EUR
printers  ETC                             411.68 EUR
printers  VAC                            -452.46 EUR
printers  TCPI                               -2.5135
printers  burn a business day              10.99 EUR
printers  runway in business days                0.0
printers  spent at its end, going on so   256.73 EUR
[10]
$ behest report cost --by kind --json
{"report":"cost","from":null,"to":null,"as_of":"2026-11-21T12:00:00Z","by":["kind"],"rows":[{"kind":null,"currency":"EUR","labour_minor":16488,"expenses_minor":0,"resources_minor":0,"total_minor":16488,"committed_minor":57321},{"kind":null,"currency":"USD","labour_minor":0,"expenses_minor":9500,"resources_minor":0,"total_minor":9500,"committed_minor":0},{"kind":"parts","currency":"EUR","labour_minor":0,"expenses_minor":2590,"resources_minor":0,"total_minor":2590,"committed_minor":0},{"kind":"resource","currency":"EUR","labour_minor":0,"expenses_minor":0,"resources_minor":0,"total_minor":0,"committed_minor":4000}],"totals":[{"currency":"EUR","labour_minor":16488,"expenses_minor":2590,"resources_minor":0,"total_minor":19078,"committed_minor":61321},{"currency":"USD","labour_minor":0,"expenses_minor":9500,"resources_minor":0,"total_minor":9500,"committed_minor":0}],"unpriced_s":1200,"budgets":[{"name":"all","currency":"EUR","query":null,"from":null,"to":null,"budget_minor":100000,"actual_minor":19078,"committed_minor":61321,"remaining_minor":80922,"used":0.1908,"over":false},{"name":"printers","currency":"EUR","query":"category:hardware","from":"2026-11-01T00:00:00Z","to":"2026-12-01T00:00:00Z","budget_minor":15000,"actual_minor":19078,"committed_minor":45100,"remaining_minor":-4078,"used":1.2719,"over":true}]}
2> no rate was in force for 20m of work
$ behest close 2 -q; behest report cost -w category:network -q --format csv
2
labour,expenses,resources,total,committed,currency\r (esc)
0.00,0.00,40.00,40.00,0.00,EUR\r (esc)
0.00,95.00,0.00,95.00,0.00,USD\r (esc)
$ behest cost rm 1.1
#1.1 taken away
$ behest undo
undone: cost (2026-11-21T12:00:00Z)
  #1 cost.1: - -> {"minor":2590,"currency":"EUR","at":"2026-11-21T12:00:00Z","kind":"parts","note":"Feed roller","by":"alice"}
$ behest cost rm 1.7
2> behest: there is no cost #1.7
2> hint: see 'behest cost list id:1'
[3]
$ behest cost budget rm all
budget all taken away
$ behest cost budget rm all
2> behest: there is no budget 'all'
2> hint: see 'behest cost budget list'
[3]
$ behest undo
undone: cost (2026-11-21T12:00:00Z)
  budget.all: - -> {"minor":100000,"currency":"EUR","query":null,"from":null,"to":null}
$ behest cost budget set none 0
2> behest: a budget is more than nothing
2> hint: for example 5000.00 EUR
[2]
$ behest cost budget set late 5 --from 2026-12-01 --to 2026-11-01
2> behest: the budget would end before it begins
2> hint: check --from and --to
[2]
$ behest cost budget
2> behest: 'cost' does not take these words
2> hint: add ID AMOUNT, list [QUERY], rm ID.N, budget set NAME AMOUNT [-w QUERY], budget list, budget rm NAME
[2]
$ behest report cost --compare prev
2> behest: --compare needs a period that begins
2> hint: add --from, as in --from 2026-11-01
[2]
$ behest report cost --compare prev --from 2027-01-01
2> behest: --compare needs a period that has begun: it begins at 2027-01-01T00:00:00Z
2> hint: give a --from before 2026-11-21T12:00:00Z
[2]
$ behest report cost --by priority
2> behest: 'priority' is nothing to group by
2> hint: these are: user, team, category, kind, request, day, week, month, field.NAME
[2]
$ behest cost list --kind parts
ID   Request  On                    Amount  Currency  Kind   By     Note
1.1        1  2026-11-21T12:00:00Z   25.90  EUR       parts  alice  Feed roller
$ behest cost list -w id:2 --format csv
id,request,at,minor,amount,currency,kind,by,note\r (esc)
2.1,2,2026-11-02T00:00:00Z,10000,100.00,USD,,alice,\r (esc)
2.2,2,2026-11-21T12:00:00Z,-500,-5.00,USD,,alice,\r (esc)
$ behest cost list id:2 -w id:2
2> behest: the query is given twice, as words and with -w
2> hint: leave one of them out
[2]
$ behest cost rm 1.1 --kind parts
2> behest: 'cost rm' has no use for --kind
2> hint: it is for: add, list
[2]
$ behest cost budget list --format csv
name,currency,query,from,to,budget_minor,actual_minor,committed_minor,remaining_minor,used,over\r (esc)
all,EUR,,,,100000,23078,45100,76922,0.2308,false\r (esc)
printers,EUR,category:hardware,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,15000,19078,45100,-4078,1.2719,true\r (esc)
$ behest cost budget set printers 160 EUR -w category:hardware --json -n
{"name":"printers","currency":"EUR","query":"category:hardware","from":null,"to":null,"budget_minor":16000,"actual_minor":19078,"committed_minor":45100,"remaining_minor":-3078,"used":1.1924,"over":true}
$ behest cost budget rm printers --json -n
{"name":"printers","currency":"EUR","query":"category:hardware","from":"2026-11-01T00:00:00Z","to":"2026-12-01T00:00:00Z","budget_minor":15000,"actual_minor":19078,"committed_minor":45100,"remaining_minor":-4078,"used":1.2719,"over":true}
$ behest report cost --forecast --format csv
2> behest: csv, tsv, jsonl and --fields have no room for the figures of --forecast
2> hint: use --json, or --format table, md or html
[2]
$ behest report cost --fields total,currency
 Total  Currency
230.78  EUR
 95.00  USD
2> no rate was in force for 20m of work
$ behest report cost --forecast --format html | grep -o '<h[12]>[^<]*' 
<h1>Costs
<h2>Budgets
2> no rate was in force for 20m of work
$ behest cost add 1 10 EUR --on 2026-10-30 -q; behest cost add 2 7 GBP --on 2026-10-31 -q; behest report cost -w category:network --by request,month --from 2026-11-01 --to 2026-12-01 --compare prev
1
2
Request  Month    Labour  Expenses  Resources  Total  Before  Change  Committed  Currency
2        2026-11    0.00      0.00      40.00  40.00    0.00   40.00       0.00  EUR
2        2026-11    0.00      0.00       0.00   0.00    7.00   -7.00       0.00  GBP
2        2026-11    0.00     95.00       0.00  95.00    0.00   95.00       0.00  USD
total               0.00      0.00      40.00  40.00    0.00   40.00       0.00  EUR
total               0.00      0.00       0.00   0.00    7.00   -7.00       0.00  GBP
total               0.00     95.00       0.00  95.00    0.00   95.00       0.00  USD

Budget    Figure           Value
all       budget     1000.00 EUR
all       actual      240.78 EUR
all       used            24.0 %
all       remaining   759.22 EUR
all       committed   451.00 EUR
printers  budget      150.00 EUR
printers  actual      190.78 EUR
printers  used           127.1 %
printers  remaining   -40.78 EUR
printers  committed   451.00 EUR
2> Before: from 2026-10-01T00:00:00Z until before 2026-11-01T00:00:00Z.
2> no rate was in force for 20m of work
$ behest report cost --from 2026-11-01 --compare prev --json -q
{"report":"cost","from":"2026-11-01T00:00:00Z","to":null,"as_of":"2026-11-21T12:00:00Z","by":[],"before":{"from":"2026-10-11T12:00:00Z","to":"2026-11-01T00:00:00Z"},"rows":[{"currency":"EUR","labour_minor":16488,"expenses_minor":2590,"resources_minor":4000,"total_minor":23078,"committed_minor":45100,"before_minor":1000},{"currency":"GBP","labour_minor":0,"expenses_minor":0,"resources_minor":0,"total_minor":0,"committed_minor":0,"before_minor":700},{"currency":"USD","labour_minor":0,"expenses_minor":9500,"resources_minor":0,"total_minor":9500,"committed_minor":0,"before_minor":0}],"totals":[{"currency":"EUR","labour_minor":16488,"expenses_minor":2590,"resources_minor":4000,"total_minor":23078,"committed_minor":45100,"before_minor":1000},{"currency":"GBP","labour_minor":0,"expenses_minor":0,"resources_minor":0,"total_minor":0,"committed_minor":0,"before_minor":700},{"currency":"USD","labour_minor":0,"expenses_minor":9500,"resources_minor":0,"total_minor":9500,"committed_minor":0,"before_minor":0}],"unpriced_s":1200,"budgets":[{"name":"all","currency":"EUR","query":null,"from":null,"to":null,"budget_minor":100000,"actual_minor":24078,"committed_minor":45100,"remaining_minor":75922,"used":0.2408,"over":false},{"name":"printers","currency":"EUR","query":"category:hardware","from":"2026-11-01T00:00:00Z","to":"2026-12-01T00:00:00Z","budget_minor":15000,"actual_minor":19078,"committed_minor":45100,"remaining_minor":-4078,"used":1.2719,"over":true}]}
$ behest report kpi --from 2026-11-01 -w category:hardware --per created --format csv --fields metric,n,value | grep cost
cost_per_request,1,19078\r (esc)
$ printf '[agent.x]\nrate = "60"\n[time]\nrounding = "sideways"\n' > wrong.toml; behest --config wrong.toml config check
2> behest: wrong.toml:2:8: 'agent.x.rate' takes an amount an hour such as "60.00 EUR", or a list of them such as ["60.00 EUR", "65.00 EUR from 2027-01-01"]: '60' names no currency
2> hint: a rate says its currency, whatever cost.currency is: "60 EUR"
[78]
