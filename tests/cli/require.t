$ mkdir -p ~/.config/behest; printf '[category.net]\nrequire = ["due", "field.system", "assignee"]\ntemplate = "What happened:\\nSince when:"\n[category.odd]\nrequire = ["colour"]\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ behest submit 'VPN down' -c net/vpn
2> behest: a request of net/vpn needs due, field.system, assignee
2> hint: give them as options (--field NAME=VALUE for field.NAME), or fill in the form of 'behest submit -e'
[4]
$ test ! -e ~/.local
$ behest submit 'VPN down' -c net/vpn --due fri --field system=
2> behest: a request of net/vpn needs field.system, assignee
2> hint: give them as options (--field NAME=VALUE for field.NAME), or fill in the form of 'behest submit -e'
[4]
$ behest submit 'VPN down' -c net/vpn --due fri --field system=vpn1 -a bob -q
1
$ behest submit 'Not net' -c network -q
2
$ behest submit x -c odd
2> behest: category.odd.require names 'colour', which is no field
2> hint: the fields are those of 'behest submit', such as due, assignee and field.NAME
[78]
$ echo '{"op":"submit","title":"x","category":"net"}' | behest batch --atomic
2> behest: standard input:1: a request of net needs due, field.system, assignee
2> hint: give them as options (--field NAME=VALUE for field.NAME), or fill in the form of 'behest submit -e'
[4]
# What is imported came about elsewhere, and is taken as it is.
$ echo '{"op":"submit","title":"x","category":"net"}' | behest import --format ops - -q
3
2> 1 line applied, 0 failed, 1 request made, 0 known already
# The form names what is needed, and begins with the category's text.
$ mkdir ~/bin; printf '#!/bin/sh\ncp "$1" ~/seen\n' > ~/bin/ed1; chmod +x ~/bin/ed1; BEHEST_EDITOR=ed1 behest submit -e -c net; cat ~/seen
\# Fill in what is known; text of any length goes below the line '---'.
\# Nothing is done when nothing is changed. Lines that begin with # do not count.
\# Needed: due, field.system, assignee
title:
type:
category: net
priority:
impact:
urgency:
requester:
via:
team:
assignee:
due:
estimate:
labels:
field.system:
---
What happened:
Since when:
2> nothing was changed, so nothing is done
$ BEHEST_EDITOR=ed1 behest submit 'A title' -e -c net -b 'My own text' --field system=x; grep -A9 -e 'system' ~/seen
\# Needed: due, field.system, assignee
title: A title
type:
category: net
priority:
impact:
urgency:
requester:
via:
team:
--
field.system: x
---
My own text
2> nothing was changed, so nothing is done
$ behest config get category.net.template; behest config get category.net.require
What happened:␤Since when:
["due", "field.system", "assignee"]
