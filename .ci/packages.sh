# Debian packages of Tutti, and how they get installed. Sourced by `run` and `check`.

# To build and run the app.
kBuildPackages="build-essential cmake ninja-build ccache mold ca-certificates
    qt6-base-dev qt6-websockets-dev qt6-multimedia-dev qt6-svg-dev qt6-tools-dev
    qt6-tools-dev-tools qt6-l10n-tools qt6-qpa-plugins libqt6sql6-sqlite
    libexpected-dev libqrcodegencpp-dev librtmidi-dev libfluidsynth-dev timgm6mb-soundfont
    fonts-inter fonts-sil-andika"

# On top of it, to check the work.
kCheckPackages="git clang-format-14 clang-tidy-14 chromium dbus-daemon pulseaudio pulseaudio-utils jackd2
    procps util-linux"

missing_packages() {
    local package
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || echo "$package"
    done
    # Any node from 18 on will do; only a machine without one gets Debian's.
    command -v node >/dev/null || echo nodejs
    command -v npm >/dev/null || echo npm
}

may_install() {
    [ "$(id -u)" -ne 0 ] || return 0
    command -v sudo >/dev/null || { echo "sudo is needed to install: $*" >&2; return 1; }
    [ -z "${CI:-}" ] || return 0
    [ -t 0 ] || return 0
    echo "Tutti needs these Debian packages: $*" >&2
    read -r -p "Install them with sudo? [Y/n] " answer
    case "$answer" in [nN]*) echo "Nothing was installed." >&2; return 1 ;; esac
}

# install_packages NAME…: installs those that are missing; nothing to do costs a moment.
install_packages() {
    local missing sudo=""
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "${missing// /}" ] || return 0
    # shellcheck disable=SC2086
    may_install $missing || return 1
    [ "$(id -u)" -eq 0 ] || sudo="sudo"
    $sudo apt-get update -qq >&2 || return 1
    # shellcheck disable=SC2086
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        $missing >&2 || return 1
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -z "${missing// /}" ] || { echo "Could not install: $missing" >&2; return 1; }
}
