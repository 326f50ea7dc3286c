#!/bin/sh
# A day of mail: a message in, an agent's answer out, read by another parser, and its reply back: mail_day.sh BEHEST.
set -eu
behest=$1
command -v python3 >/dev/null 2>&1 || { echo 'skipped: there is no python3 to read what behest writes'; exit 0; }

fail() {
  echo "FAILED $*"
  exit 1
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
unset XDG_CONFIG_HOME XDG_DATA_HOME BEHEST_CONFIG BEHEST_DB BEHEST_NOW
export HOME="$folder" BEHEST_USER=alice
mkdir -p .config/behest
cat > send <<END
#!/bin/sh
printf '%s\n' "\$@" > $folder/arguments
cat > $folder/outgoing.eml
END
chmod +x send
cat > .config/behest/behest.toml <<END
[mail]
from = "Service desk <desk@example.org>"
command = "$folder/send -i -f desk@example.org"
[agent.alice]
email = "alice@example.org"
END

printf '%s\n' 'From: =?utf-8?q?Zo=C3=AB?= Lin <zoe@example.org>' 'To: desk@example.org' 'Message-ID: <one@example.org>' \
  'Subject: =?gb2312?B?tPLTobv6?= jams' 'Content-Type: text/plain; charset=gb2312' \
  'Content-Transfer-Encoding: base64' '' 'tPLTobv6u7XByw==' > in.eml
"$behest" mail ingest in.eml
"$behest" show 1 --json | grep -q '"title":"打印机 jams"' || fail 'the subject is read'
"$behest" show 1 --json | grep -q '"body":"打印机坏了"' || fail 'the body is read'
"$behest" comment 1 --public -m 'A new part comes on Monday: 星期一.' -q
"$behest" mail flush
python3 - <<'END' || fail 'another parser reads what was sent'
import email, email.policy
message = email.message_from_file(open('outgoing.eml'), policy=email.policy.default)
assert not message.defects, message.defects
assert message['To'].addresses[0].addr_spec == 'zoe@example.org', message['To']
assert message['To'].addresses[0].display_name == 'Zoë Lin', message['To']
assert message['From'].addresses[0].addr_spec == 'desk@example.org'
assert message['Subject'] == 'Re: [#1] 打印机 jams', message['Subject']
assert message['In-Reply-To'] == '<one@example.org>'
assert message['Auto-Submitted'] == 'auto-replied'
assert message.get_content().startswith('A new part comes on Monday: 星期一.\n'), message.get_content()
assert sorted(message.keys()) == sorted(['From', 'To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References',
    'Auto-Submitted', 'Precedence', 'X-Behest-Loop', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'])
reply = email.message.EmailMessage()
reply['From'], reply['To'], reply['Subject'] = message['To'], message['From'], 'thanks'
reply['Message-ID'], reply['In-Reply-To'] = '<two@example.org>', message['Message-ID']
reply.set_content('Monday is fine.\n\nOn Saturday, Service desk wrote:\n> A new part comes on Monday\n')
open('reply.eml', 'wb').write(bytes(reply))
assert open('arguments').read() == '-i\n-f\ndesk@example.org\n--\nzoe@example.org\n'
END
[ "$("$behest" mail ingest -q reply.eml)" = 1 ] || fail 'its reply finds the request'
"$behest" show 1 --json | grep -q '"body":"Monday is fine."' || fail 'the reply is a comment without what it quotes'
"$behest" mail ingest --json outgoing.eml | grep -q '"action":"ignored"' || fail 'its own message is ignored'
[ -z "$("$behest" mail list -q --format ids 2>/dev/null)" ] || fail 'nothing is left to send'
echo 'a day of mail: passed'
