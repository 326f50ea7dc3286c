#!/bin/sh
# Writes messages and parts of them for the fuzz target of mail to begin with: mail_seeds.sh FOLDER.
# shellcheck disable=SC2059 # the seeds are formats
set -eu
cd "$1"

seed() {
  name=$1
  shift
  for piece; do printf -- "$piece"; done > "$name"
}

head='From: Zoe Lin <zoe@example.org>\nTo: desk@example.org\nMessage-ID: <a@example.org>\n'
head="${head}Date: Mon, 23 Nov 2026 09:00:00 +0100\n"
seed plain "m${head}Subject: printer\n\nIt jams.\n\n-- \nZoe\n"
seed words "m${head}Subject: =?utf-8?b?5omT5Y2w5py6?= =?gb2312?B?tPLTobv6?= =?iso-8859-1?q?caf=E9?=\n\nWords.\n"
seed reply "m${head}Subject: Re: [#1] printer\nIn-Reply-To: <behest.1.1.0@example.org>\n" \
  "References: <b@c> <d@e>\n\nYes.\n\nOn Monday, Desk wrote:\n> Well?\n"
seed mixed "m${head}Subject: two\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"x\"\n\n--x\n" \
  "Content-Type: text/plain; charset=gb18030\nContent-Transfer-Encoding: base64\n\ntPLTobv6u7XByw==\n" \
  "--x\nContent-Type: application/zip; name*=utf-8''%%e6%%89%%93.zip\nContent-Disposition: attachment\n" \
  "Content-Transfer-Encoding: base64\n\nAAAA\n--x--\n"
seed both "m${head}Subject: both\nContent-Type: multipart/alternative; boundary=b\n\n--b\n" \
  "Content-Type: text/html; charset=iso-2022-jp\n\n" \
  "<p>\033\$B%%F%%9%%H\033(B<a href=https://example.org>x</a>\n--b--\n"
seed inner "m${head}Subject: fwd\nContent-Type: message/rfc822\n\nFrom: a@b\nSubject: inner\n\nText.\n"
seed report "m${head}Subject: failed\nAuto-Submitted: auto-replied\nContent-Type: multipart/report; boundary=r\n" \
  "\n--r\n\nNo such user.\n--r\nContent-Type: message/rfc822\n\n" \
  "Message-ID: <behest.1.1.0@example.org>\n\nx\n--r--\n"
seed bulk "mReturn-Path: <>\nList-Id: <list.example.org>\nPrecedence: bulk\nX-Behest-Loop: example.org\n${head}\nx\n"
seed quoted "m${head}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" \
  "=E6=89=93=\n=E5=8D=B0\n"
seed group 'mFrom: "A \\"B\\"" <a@b>, desk: c@d, e@f;\nSubject: =?x?q?=?= =?utf-8?q??=\n\n\n'
seed header-words 'h=?utf-8?q?Zo=C3=AB?= =?big5?b?pKQ=?= <zoe@example.org>'
seed header-split 'h=?utf-8?b?5omT5Y2w?=\r\n =?utf-8?b?5py6?=\r\nBcc: a@b'
seed header-id 'h<a.b-c@example.org>'
seed header-address 'hzoe.lin+desk@mail.example.org'
seed set-gb 'cgb2312\n\264\362\323\241\273\372'
seed set-jp 'ciso-2022-jp\n\033$B%%F%%9\033(B'
seed set-big5 'cbig5\n\244\244'
seed set-utf16 'cutf-16\n\376\377\116\055'
seed set-none 'cx-unknown\n\377\376\200'
seed html 't<html><head><title>x</title></head><body><p>One<br>two &amp; &#x4e2d;<ul><li>a<li>b</ul>' \
  '<blockquote>q<pre> x\n y</pre></blockquote><a href="https://example.org/">here</a><!-- c --><script>' \
  'no</script></body></html>'
seed quotes 'tHello\n\nOn Mon, Zoe wrote:\n> a\n> > b\n\n-- \nsignature\n'
seed outlook 'tHello\n\n-----Original Message-----\nFrom: a\nSent: b\nSubject: c\n\nwords\n'
seed box 'bFrom a@b Sat\nSubject: one\n\n>From me\n\nFrom c@d Sun\nSubject: two\n\n>>From\n'
