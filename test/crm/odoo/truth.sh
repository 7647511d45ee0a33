#!/usr/bin/env bash
# Prints what Odoo's own database holds, as one JSON object (truth.sql).
set -euo pipefail
. "$(dirname "$0")/env.sh"
psql -h 127.0.0.1 -p "$PGPORT" -U odoo -d "$DB" -XqAt -v ON_ERROR_STOP=1 -f "$here/truth.sql"
