#!/usr/bin/env bash
# Prints the end of what the web server wrote.
set -euo pipefail
. "$(dirname "$0")/env.sh"
tail -20 "$LOGS/server.log"
