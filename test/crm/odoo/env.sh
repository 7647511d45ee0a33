# Where things stand, for start.sh, stop.sh and truth.sh. Sourced, not run.
#   FOURFOLD_ODOO_HOME  everything that is downloaded, unpacked or stored   (default .cache/odoo in the project)
#   FOURFOLD_ODOO_PORT  the web server's port on loopback                   (default 8069)
#   FOURFOLD_ODOO_PGPORT  the database server's                             (default the web port + 20000)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
PORT=${FOURFOLD_ODOO_PORT:-8069}
PGPORT=${FOURFOLD_ODOO_PGPORT:-$((PORT + 20000))}
DB=crm
URL=http://127.0.0.1:$PORT

# The database server runs as `postgres`, which may not be able to walk down to the project.
ODOO_HOME=${FOURFOLD_ODOO_HOME:-$(cd "$here/../../.." && pwd)/.cache/odoo}
as_postgres() { (cd / && runuser -u postgres -- "$@"); }
if [ "$(id -u)" = 0 ] && id postgres >/dev/null 2>&1; then
  mkdir -p "$ODOO_HOME"
  as_postgres test -x "$ODOO_HOME" -a -r "$ODOO_HOME" || ODOO_HOME=${TMPDIR:-/tmp}/fourfold-odoo
fi

SERVER=$ODOO_HOME/server CLUSTER=$ODOO_HOME/cluster DUMPS=$ODOO_HOME/dumps LOGS=$ODOO_HOME/logs
PIDFILE=$ODOO_HOME/server.pid
export PYTHONPATH=$SERVER/usr/lib/python3/dist-packages

pg_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | tail -1; }
sql() { psql -h 127.0.0.1 -p "$PGPORT" -U postgres -X -qAt -v ON_ERROR_STOP=1 -d "${2:-postgres}" -c "$1"; }
server_runs() { [ -e "$PIDFILE" ] && grep -aqs 'usr/bin/odoo' "/proc/$(cat "$PIDFILE")/cmdline"; }
end_server() {
  server_runs || return 0
  local pid; pid=$(cat "$PIDFILE")
  kill "$pid"
  for _ in $(seq 50); do server_runs || break; sleep 0.2; done
  server_runs && kill -9 "$pid"
  rm -f "$PIDFILE"
}
