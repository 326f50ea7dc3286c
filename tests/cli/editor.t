# An editor of ours: what it gets, and what it makes of it.
$ mkdir ~/bin; printf '#!/bin/sh\nfor file; do :; done\ncp "$file" ~/seen; stat -c %%a "$file" > ~/mode; sed -i "$FORM" "$file"\n' > ~/bin/ed1; chmod +x ~/bin/ed1
$ export BEHEST_EDITOR=ed1 FORM=''; behest submit -e; behest list state:any
2> nothing was changed, so nothing is done
$ cat ~/seen ~/mode; ls -A ~/.local/state/behest
\# Fill in what is known; text of any length goes below the line '---'.
\# Nothing is done when nothing is changed. Lines that begin with # do not count.
title:
type:
category:
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
---
600
$ export BEHEST_EDITOR="ed1 'an argument'" FORM='s/^title:/title: Printer jams/; s/^priority:/priority: P2/; s/^labels:/labels: a, b/; $a On floor 3.\n# not a comment here'; behest submit -e -c hardware
#1 Printer jams
$ behest show 1 --json --fields title,body,category,priority,labels
{"title":"Printer jams","body":"On floor 3.\n# not a comment here","category":"hardware","priority":"P2","labels":["a","b"]}
# Change one request.
$ export BEHEST_EDITOR=ed1 FORM='s/^title: .*/title: "Two\\nlines"/; s/^category:.*/category:/; s/^labels:.*/labels: b, c/; s/^due:.*/due: 2026-12-01/'; behest edit 1 -e -n
would be: #1 edited: title, due, category, labels
  #1 title: Printer jams -> Two␤lines
  #1 due: - -> 2026-12-01T00:00:00Z
  #1 category: hardware -> -
  #1 labels: a,b -> b,c
$ export BEHEST_EDITOR=ed1 FORM='s/^title: .*/title: "Two\\nlines"/; s/^category:.*/category:/; s/^labels:.*/labels: b, c/; s/^due:.*/due: 2026-12-01/'; behest edit 1 -e -q; behest show 1 --json --fields title,category,labels,due
1
{"title":"Two\nlines","category":null,"labels":["b","c"],"due":"2026-12-01T00:00:00Z"}
$ export BEHEST_EDITOR=ed1 FORM=''; behest edit 1 -e; cat ~/seen
\# #1: change what is to be changed, empty what is to go; the text stands below '---'.
\# Nothing is done when nothing is changed. Lines that begin with # do not count.
title: "Two\nlines"
type:
category:
priority: P2
impact:
urgency:
requester: alice
via: cli
team:
assignee:
due: 2026-12-01T00:00:00Z
estimate:
labels: b, c
---
On floor 3.
\# not a comment here
2> nothing was changed, so nothing is done
# Comments.
$ export BEHEST_EDITOR=ed1 FORM='$a A new part is ordered.'; behest comment 1 -e --public; export FORM='s/new/second/'; behest comment 1.1 -e; behest show 1 --template '{{comments|json}}'
#1.1 public comment
#1.1 edited
[{"id":"1.1","at":"2026-11-21T12:00:00Z","author":"alice","public":true,"channel":"cli","body":"A second part is ordered.","attendees":[]}]
# What cannot be saved is kept.
$ export BEHEST_EDITOR=ed1 FORM='s/^priority: .*/priority: P9/'; behest edit 1 -e 2>&1 | sed 's/form-[A-Za-z0-9]*/form-X/'; grep -c P9 ~/.local/state/behest/form-*; rm ~/.local/state/behest/*
behest: 'P9' is not a priority
hint: the priorities are P1 (most urgent) to P5; your text is kept in $HOME/.local/state/behest/form-X.txt
1
$ export BEHEST_EDITOR=ed1 FORM='s/^title:/titel:/'; behest submit -e -q 2>&1 | sed 's/form-[A-Za-z0-9]*/form-X/'; rm ~/.local/state/behest/*
behest: 'titel' in the form is not a field
hint: see the others; your text is kept in $HOME/.local/state/behest/form-X.txt
$ export BEHEST_EDITOR=ed1 FORM='/^---/d'; behest submit -e -q 2>&1 | sed 's/form-[A-Za-z0-9]*/form-X/'; rm ~/.local/state/behest/*
behest: line 16 of the form is missing: '---', below which the text stands
hint: put it back; your text is kept in $HOME/.local/state/behest/form-X.txt
# Somebody else was quicker.
$ printf '#!/bin/sh\nBEHEST_EDITOR= behest close 1 -q\nsed -i "s/^due:.*/due:/" "$1"\n' > ~/bin/slow; chmod +x ~/bin/slow; export BEHEST_EDITOR=slow; behest edit 1 -e 2>&1 | sed 's/form-[A-Za-z0-9]*/form-X/'; rm ~/.local/state/behest/*
1
behest: #1 is at version 5, not 4
hint: somebody has changed it; look at it again with 'behest show 1'; your text is kept in $HOME/.local/state/behest/form-X.txt
# Given up: an empty file, an editor that fails, none there, no terminal, a wrong command line.
$ printf '#!/bin/sh\n: > "$1"\n' > ~/bin/empty; chmod +x ~/bin/empty; BEHEST_EDITOR=empty behest submit -e
2> the text is empty, so nothing is done
$ BEHEST_EDITOR=false behest submit -e
2> behest: the editor ended with status 1, so nothing is done
2> hint: try again
[4]
$ BEHEST_EDITOR=no-such-editor behest submit -e
2> behest: the editor 'no-such-editor' cannot be run
2> hint: name another one in BEHEST_EDITOR or as 'editor' in behest.toml
[3]
$ behest submit -e
2> behest: there is no terminal to open an editor on
2> hint: give the text with -b, -m or -F, or name an editor in BEHEST_EDITOR
[2]
$ BEHEST_EDITOR="ed1 'x" behest submit -e
2> behest: the editor 'ed1 'x' is no command line
2> hint: see BEHEST_EDITOR, 'editor' in behest.toml, VISUAL and EDITOR
[78]
$ SUDO_UID=0 EDITOR=ed1 behest submit -e
2> behest: no editor is run under sudo
2> hint: give the text with -b, -m or -F, or set BEHEST_EDITOR there
[77]
$ behest edit 1 2 -e
2> behest: -e changes one request at a time, not 2
2> hint: name one, or give the fields as options
[2]
$ behest edit 1 -e --due fri
2> behest: -e shows every field by itself
2> hint: leave out the options that set fields
[2]
$ behest submit
2> behest: behest submit: TITLE is missing
2> hint: usage: behest submit [OPTIONS] TITLE, or -e for a form
[2]
# No name on PATH's relative entries is run, and no text of a request by a shell.
$ printf '#!/bin/sh\necho PWNED\n' > planted; chmod +x planted; PATH=".:$PATH" BEHEST_EDITOR=planted behest submit -e
2> behest: the editor 'planted' cannot be run
2> hint: name another one in BEHEST_EDITOR or as 'editor' in behest.toml
[3]
$ export BEHEST_EDITOR=ed1 FORM='s/^title:.*/title: $(touch pwned);`touch pwned`/'; behest edit 1 -e -q; export FORM=''; behest edit 1 -e; ls; ls -A ~/.local/state/behest
1
planted
2> nothing was changed, so nothing is done
# A project may not name the editor.
$ printf 'editor = "touch pwned"\n' > .behest.toml; behest submit -e
2> behest: warning: $PWD/.behest.toml:1:1: 'editor' is ignored: a project file may not set it
2> behest: there is no terminal to open an editor on
2> hint: give the text with -b, -m or -F, or name an editor in BEHEST_EDITOR
[2]
