# Shared by the scripts beside it: says what the machine lacks and installs it. Sourced, not run.

# Runs a command as root: as it is for root, by sudo for others.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "watchbill: '$*' must be run as root, and there is no sudo here; please run it and start again" >&2
        exit 1
    fi
}

# Installs what is missing of Debian's packages. Each argument is "package: what it is for".
need_debian() {
    local entry package
    local missing=()
    for entry in "$@"; do
        package=${entry%%:*}
        if ! dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed; then
            echo "watchbill: $package is missing, needed for${entry#*:}" >&2
            missing+=("$package")
        fi
    done
    if [ ${#missing[@]} -eq 0 ]; then return; fi
    echo "watchbill: installing ${missing[*]}" >&2
    as_root apt-get update --quiet --quiet >&2
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --quiet --quiet --yes --no-install-recommends "${missing[@]}" >&2
}

# Where there is no dpkg, the packages cannot be looked up: says so and goes on, the build will tell.
need_packages() {
    if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
        need_debian "$@"
    else
        echo "watchbill: this is no Debian system; make sure these (or what they are called here) are installed:" >&2
        printf '  %s\n' "$@" >&2
    fi
}

# The toolchain cannot be installed from Debian's packages.
need_swift() {
    if ! command -v swift >/dev/null; then
        echo "watchbill: there is no swift here; install the Swift 6.3 toolchain from swift.org and start again" >&2
        exit 1
    fi
}

# A Python environment in .venv with exactly what requirements.txt names; sets WATCHBILL_PYTHON to its interpreter.
need_python() {
    local wanted
    if [ ! -x .venv/bin/python ]; then
        echo "watchbill: making a Python environment for the tests in .venv" >&2
        python3 -m venv .venv
    fi
    wanted=$(cksum <script/requirements.txt)
    if [ "$(cat .venv/installed 2>/dev/null || true)" != "$wanted" ]; then
        echo "watchbill: installing what script/requirements.txt names into .venv" >&2
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement script/requirements.txt >&2
        printf '%s\n' "$wanted" >.venv/installed
    fi
    WATCHBILL_PYTHON=$PWD/.venv/bin/python
    export WATCHBILL_PYTHON
}

# PostgreSQL will not be run by root.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --init-groups "$@"
    else
        "$@"
    fi
}

# A PostgreSQL server in a temporary folder, as the package configures it, reached by a Unix socket there; sets
# postgres_address to an empty database in it.
start_postgres() {
    postgres_programs=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
    postgres_folder=$(as_postgres mktemp -d "${TMPDIR:-/tmp}/watchbill-postgres-XXXXXX")
    as_postgres "$postgres_programs/initdb" --pgdata="$postgres_folder/data" --auth=trust --username=postgres \
        --encoding=UTF8 --locale=C >/dev/null
    as_postgres "$postgres_programs/pg_ctl" start --wait --silent --pgdata="$postgres_folder/data" \
        --log="$postgres_folder/log" --options="-c listen_addresses= -k $postgres_folder" >/dev/null
    as_postgres "$postgres_programs/createdb" --host="$postgres_folder" --username=postgres watchbill
    postgres_address=postgres://postgres@${postgres_folder//\//%2F}/watchbill
}

stop_postgres() {
    as_postgres "$postgres_programs/pg_ctl" stop --silent --pgdata="$postgres_folder/data" --mode=fast
    rm -rf "$postgres_folder"
}

# What the build itself needs of the machine.
build_packages=(
    "coinor-libclp-dev: linear programs, by which good rotas are found and proven so"
    "libargon2-dev: Argon2id, by which passwords are hashed"
    "libsqlite3-dev: the store, which keeps everything in SQLite unless told otherwise"
    "libcurl4-openssl-dev: mail, which is handed to a server by libcurl (to run, libcurl4 is enough)"
    "libpq-dev: the store, where it keeps everything in PostgreSQL"
    "tzdata: time zones"
    "zlib1g-dev: compressed answers, for slow lines (to run, zlib1g is enough)"
    "git: fetching the Swift packages it is built on"
)

# What the tests need besides.
test_packages=(
    "chromium: the tests of the page, in a real browser"
    "fonts-dejavu-core: text in that browser"
    "postgresql: the tests of the store, in a PostgreSQL server of their own"
    "python3-venv: the Python environment that drives the browser"
)

# One configuration for everything, so that what serve has built need not be built again for the tests.
# Testability would change every module's build; the tests do without it.
build_flags=(--configuration release)
test_flags=("${build_flags[@]}" --disable-testable-imports)
