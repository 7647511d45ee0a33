#!/usr/bin/env bash
# Starts Odoo 19 Community with the CRM app and a known history on 127.0.0.1. Safe to run again: it does what is
# still missing. Settings: env.sh. `--fresh` puts the database back as it was seeded, `--seed` seeds it anew.
# Prints the address on stdout. Exit 75 with one line on stderr: the packages cannot be had on this machine.
set -euo pipefail
. "$(dirname "$0")/env.sh"
. "$here/install.sh"
say() { echo "odoo: [${SECONDS}s] $*" >&2; }
log_of() { tail -25 "$1" >&2; say "see $1"; exit 1; }

[ "$(id -u)" = 0 ] || skip "not root: packages have to be installed, and the database server run as another user"
mkdir -p "$ODOO_HOME" "$LOGS"
install_packages
. "$here/env.sh" # `postgres` may be here only now
mkdir -p "$ODOO_HOME" "$LOGS" "$DUMPS"; chmod 755 "$ODOO_HOME"
if ! server_unpacked; then
  say "downloading the server package"; download_server
  say "unpacking it"; unpack_server
fi
odoo() { /usr/bin/python3 "$SERVER/usr/bin/odoo" "$@"; }

# A database server of its own, on loopback, that promises nothing after a power cut.
pg=$(pg_bin)
if [ ! -e "$CLUSTER/PG_VERSION" ]; then
  mkdir -p "$CLUSTER"; chown postgres "$CLUSTER"
  as_postgres "$pg/initdb" -D "$CLUSTER" -A trust -E UTF8 --locale=C.UTF-8 >"$LOGS/initdb.log" 2>&1 || log_of "$LOGS/initdb.log"
fi
if ! as_postgres "$pg/pg_ctl" -D "$CLUSTER" status >/dev/null 2>&1; then
  options="-c listen_addresses=127.0.0.1 -c port=$PGPORT -c unix_socket_directories="
  options="$options -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
  as_postgres "$pg/pg_ctl" -D "$CLUSTER" -w -s -l "$CLUSTER/server.log" -o "$options" start || log_of "$CLUSTER/server.log"
fi
[ "$(sql "select 1 from pg_roles where rolname = 'odoo'")" ] || sql "create role odoo login createdb"

cat >"$ODOO_HOME/odoo.conf" <<C
[options]
db_host = 127.0.0.1
db_port = $PGPORT
db_user = odoo
data_dir = $ODOO_HOME/data
http_interface = 127.0.0.1
http_port = $PORT
workers = 0
max_cron_threads = 0
list_db = False
dbfilter = ^$DB\$
C

# The database: kept, else from the dump of an earlier seeding, else seeded. The dump's name is that of its recipe.
recipe=$(cat "$here/seed.py" "$here/install.sh" | sha256sum | cut -c1-12)
dump=$DUMPS/$recipe.tar
there() { [ "$(sql "select 1 from pg_database where datname = '$DB'")" ] && [ "$(sql "select value from ir_config_parameter where key = 'fourfold.recipe'" $DB 2>/dev/null || true)" = "$recipe" ]; }
drop() { end_server; sql "drop database if exists $DB with (force)" 2>/dev/null; rm -rf "$ODOO_HOME/data"; }

case ${1:-} in --seed) rm -f "$dump"; drop ;; --fresh) drop ;; esac
if ! there && [ -e "$dump" ]; then
  say "putting the seeded database back"
  drop; sql "create database $DB owner odoo"
  tar -x -C "$ODOO_HOME" -f "$dump"
  "$pg/pg_restore" -h 127.0.0.1 -p "$PGPORT" -U odoo -d $DB -j 2 "$ODOO_HOME/dump" >"$LOGS/restore.log" 2>&1 || log_of "$LOGS/restore.log"
  rm -rf "$ODOO_HOME/dump"
fi
seeded=
if ! there; then
  drop
  say "loading the CRM app"
  odoo -c "$ODOO_HOME/odoo.conf" -d $DB -i crm --load-language=en_US,de_DE,ar_001 --without-demo=all --stop-after-init --log-level=warn \
    >"$LOGS/load.log" 2>&1 || log_of "$LOGS/load.log"
  say "seeding"
  odoo shell -c "$ODOO_HOME/odoo.conf" -d $DB --no-http --log-level=warn <"$here/seed.py" >"$LOGS/seed.log" 2>&1
  grep -qx seeded "$LOGS/seed.log" || log_of "$LOGS/seed.log"
  sql "insert into ir_config_parameter (key, value) values ('fourfold.recipe', '$recipe')" $DB
  seeded=1
fi

if ! server_runs; then
  setsid nohup /usr/bin/python3 "$SERVER/usr/bin/odoo" -c "$ODOO_HOME/odoo.conf" -d $DB >"$LOGS/server.log" 2>&1 </dev/null &
  echo $! >"$PIDFILE"
fi
# Not `server_runs`: a process that was only just started may not bear its own name yet.
for _ in $(seq 480); do
  curl -fs -o /dev/null "$URL/web/login" && break
  kill -0 "$(cat "$PIDFILE")" 2>/dev/null || log_of "$LOGS/server.log"
  sleep 0.25
done
curl -fs -o /dev/null "$URL/web/login" || log_of "$LOGS/server.log"

# The first page view in each language compiles styles and scripts for many seconds. It is done here, and dumped
# with the rest.
view_as() {
  local jar token path
  jar=$(mktemp)
  token=$(curl -fs -c "$jar" "$URL/web/login" | sed -n 's/.*name="csrf_token" value="\([^"]*\)".*/\1/p' | head -1)
  curl -fs -o /dev/null -b "$jar" -c "$jar" --data-urlencode "csrf_token=$token" -d "login=$1" -d "password=$1" "$URL/web/login"
  for path in $(curl -fsL -b "$jar" "$URL/odoo/crm" | grep -oE '/web/assets/[^"]+' | sort -u); do curl -fs -o /dev/null -b "$jar" "$URL$path"; done
  rm -f "$jar"
}
if [ -n "$seeded" ]; then
  say "compiling styles and scripts"
  for login in admin jutta amal; do view_as $login; done
  say "keeping a dump"
  rm -rf "$ODOO_HOME/dump" "$DUMPS"/*.tar
  "$pg/pg_dump" -h 127.0.0.1 -p "$PGPORT" -U odoo -Fd -Z 1 -f "$ODOO_HOME/dump" $DB
  tar -c -C "$ODOO_HOME" -f "$dump.part" dump $(cd "$ODOO_HOME" && ls -d data/filestore 2>/dev/null) && mv "$dump.part" "$dump"
  rm -rf "$ODOO_HOME/dump"
fi
say "ready"
echo "$URL"
