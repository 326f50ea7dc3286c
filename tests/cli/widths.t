# The same on terminals of 60 and of 200 columns, with titles whose characters are two columns wide.
$ mkdir ~/bin; printf '#!/bin/sh\nscript -qec "stty cols $1; $2" /dev/null | tr -d "\\r"\n' > ~/bin/on-terminal
$ chmod +x ~/bin/on-terminal
$ behest submit '会议室投影仪没有画面，重启之后仍然没有信号，请尽快派人来看一下' -p P1 -a 李小明 -l 会议室 -q
1
$ behest submit 'VPN 每小时断线一次 (VPN drops every hour)' -p P2 -a alice --due 2026-11-25 -q
2
$ behest submit '打印机卡纸' -r 王芳 -b '三楼东侧的打印机' -q
3
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal 60 'behest list'
ID  State  Pri  Title                     Assignee  Updated
 3  new    P3   打印机卡纸                          just now
 2  open   P2   VPN 每小时断线一次 (VPN…  alice     just now
 1  open   P1   会议室投影仪没有画面，…   李小明    just now
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal 200 'behest list'
ID  State  Pri  Title                                                           Assignee  Updated
 3  new    P3   打印机卡纸                                                                just now
 2  open   P2   VPN 每小时断线一次 (VPN drops every hour)                       alice     just now
 1  open   P1   会议室投影仪没有画面，重启之后仍然没有信号，请尽快派人来看一下  李小明    just now
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal 60 'behest list --as board'
new (1)             open (2)            pending (0)

#3 P3               #2 P2 alice
打印机卡纸          VPN 每小时断线一…

                    #1 P1 李小明
                    会议室投影仪没有…

hold (0)
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal 200 'behest list --as board'
new (1)                                   open (2)                                  pending (0)                               hold (0)

#3 P3                                     #2 P2 alice
打印机卡纸                                VPN 每小时断线一次 (VPN drops every hou…

                                          #1 P1 李小明
                                          会议室投影仪没有画面，重启之后仍然没有…
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal 60 'behest next --explain'
ID  Score  Priority  Due  Age  Unblocks  Votes  Title
 2     52        30   22    0         0      0  VPN 每小时…
 1     40        40    0    0         0      0  会议室投影…
 3     20        20    0    0         0      0  打印机卡纸
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal 200 'behest next --explain'
ID  Score  Priority  Due  Age  Unblocks  Votes  Title
 2     52        30   22    0         0      0  VPN 每小时断线一次 (VPN drops every hour)
 1     40        40    0    0         0      0  会议室投影仪没有画面，重启之后仍然没有信号，请尽快派人来看一下
 3     20        20    0    0         0      0  打印机卡纸
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal 60 'behest show 3'
ID:        3
Title:     打印机卡纸
State:     new
Priority:  P3
Requester: 王芳
Channel:   cli
Created:   2026-11-21 12:00 (just now)
Updated:   2026-11-21 12:00 (just now)
Version:   1
Body:      三楼东侧的打印机
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal 60 'behest status'
Now                    Requests
New                           1
Open                          2
Waiting on requesters         0
Waiting on others             0
Nobody's                      1
Overdue                       0
Without news                  0
P1 and P2                     2
Mine                          1
Came in today                 3
Closed today                  0

ID  State  Pri  Title                     Assignee  Updated
 2  open   P2   VPN 每小时断线一次 (VPN…  alice     just now
