# Brings Odoo 19 and what it runs on to this machine, from Debian alone. Sourced by start.sh.
# What cannot be had here ends in `skip`; what was had and then fails is a real failure.

skip() { echo "odoo: skipped: $*" >&2; exit 75; }

missing_packages() {
  local p
  while read -r p; do
    # Any release of the database server will do, and one may stand without the metapackage.
    [ "$p" = postgresql ] && [ -n "$(pg_bin)" ] && continue
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || echo "$p"
  done < "$here/packages.txt"
}

install_packages() {
  local missing own=/etc/postgresql-common/createcluster.conf made=
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null || skip "no apt-get here, and these packages are missing:" $missing
  say "installing $(wc -w <<<"$missing") packages"
  export DEBIAN_FRONTEND=noninteractive
  local apt="apt-get -q -o DPkg::Lock::Timeout=600"
  $apt update >"$LOGS/apt.log" 2>&1 || skip "the package lists cannot be had (see $LOGS/apt.log)"
  $apt install -y --no-install-recommends --download-only $missing >>"$LOGS/apt.log" 2>&1 ||
    skip "packages cannot be had (see $LOGS/apt.log)"
  # A database server that is being installed must not start a cluster of its own.
  if [ ! -e "$own" ]; then mkdir -p "${own%/*}"; echo 'create_main_cluster = false' >"$own"; made=1; fi
  $apt install -y --no-install-recommends $missing >>"$LOGS/apt.log" 2>&1
  if [ -n "$made" ]; then rm -f "$own"; fi
}

# The Debian mirror that this machine already uses.
mirror() { apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Identifier: Packages' | awk '$1 == "Debian" { print $2; exit }'; }

# Only Debian's rolling suite has this release. Its list is kept apart, so that the machine's own sources stay as
# they are, and the package is unpacked, not installed, so that nothing else has to come from that suite.
download_server() {
  local own=$ODOO_HOME/apt keys=/usr/share/keyrings/debian-archive-keyring.gpg uri
  command -v apt-get >/dev/null || skip "no apt-get here"
  [ -e "$keys" ] || skip "no Debian keyring here"
  uri=$(mirror)
  if [ -z "$uri" ]; then apt-get -q update >>"$LOGS/apt.log" 2>&1 || true; uri=$(mirror); fi
  [ -n "$uri" ] || skip "no Debian mirror among this machine's package sources"
  mkdir -p "$own/lists/partial" "$own/archives/partial" "$own/deb"
  echo "deb [signed-by=$keys] $uri sid main" >"$own/sources.list"
  local apt="apt-get -q -o Dir::Etc::sourcelist=$own/sources.list -o Dir::Etc::sourceparts=/dev/null
    -o Dir::State::lists=$own/lists -o Dir::Cache=$own -o Dir::Cache::archives=$own/archives
    -o Acquire::Languages=none -o APT::Sandbox::User=root -o APT::Update::Error-Mode=any"
  $apt update >>"$LOGS/apt.log" 2>&1 || skip "the rolling suite's list cannot be had (see $LOGS/apt.log)"
  (cd "$own/deb" && $apt download odoo-19) >>"$LOGS/apt.log" 2>&1 || skip "the package odoo-19 cannot be had (see $LOGS/apt.log)"
}

# The CRM and what it needs. Of every other app the manifest alone stays, because the base data name their
# categories, and none of them may install itself: some would call outside services.
APPS="auth_signup base base_setup bus calendar contacts crm digest html_editor http_routing mail phone_validation portal
  resource resource_mail rpc sales_team utm web web_tour"

# Languages beside English: one shows that nothing hangs on English words, the other is written from right to left.
LANGUAGES="ar de"

# Unpacked anew where an older run kept other languages.
server_unpacked() { [ "$(cat "$SERVER/.complete" 2>/dev/null)" = "$LANGUAGES" ]; }

unpack_server() {
  local root=./usr/lib/python3/dist-packages/odoo app wanted=()
  for app in $APPS iap; do wanted+=("$root/addons/$app"); done
  rm -rf "$SERVER" && mkdir -p "$SERVER"
  dpkg-deb --fsys-tarfile "$ODOO_HOME"/apt/deb/odoo-19_*.deb | tar -x -C "$SERVER" --wildcards \
    ./usr/bin/odoo "$root/[!a]*" "$root/a[!d]*" "$root/addons/*/__manifest__.py" "${wanted[@]}"
  local language kept=()
  for language in $LANGUAGES; do kept+=(! -name "$language.po"); done
  find "$SERVER" -path '*/i18n/*.po' "${kept[@]}" -delete
  ln -s /usr/share "$SERVER/usr/share"
  KEEP="$APPS" /usr/bin/python3 - "$PYTHONPATH/odoo/addons" <<'P'
import ast, os, pathlib, sys
for manifest in pathlib.Path(sys.argv[1]).glob("*/__manifest__.py"):
    if manifest.parent.name in os.environ["KEEP"].split():
        continue
    known = ast.literal_eval(manifest.read_text("utf-8"))
    known |= {"auto_install": False, "installable": False, "data": [], "demo": [], "assets": {}}
    manifest.write_text(repr(known), "utf-8")
P
  rm -rf "$ODOO_HOME/apt"
  echo "$LANGUAGES" >"$SERVER/.complete"
}
