$ behest version
behest …
$ behest --version
behest …
$ behest -V
behest …
$ behest version --json
{"version":"…"}
# It needs neither a configuration nor a home.
$ printf 'broken = \n' > .behest.toml; env -u HOME behest version
behest …
$ behest version extra
2> behest: behest version: unexpected word 'extra'
2> hint: usage: behest version [OPTIONS]
[2]
