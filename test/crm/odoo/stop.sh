#!/usr/bin/env bash
# Ends the web server and the database server that start.sh started. Both are found by their own folder.
set -euo pipefail
. "$(dirname "$0")/env.sh"
end_server
if [ -e "$CLUSTER/postmaster.pid" ]; then as_postgres "$(pg_bin)/pg_ctl" -D "$CLUSTER" -s -m fast stop; fi
