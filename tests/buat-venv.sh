#!/bin/sh
# Membuat lingkungan Python; di Debian tanpa paket venv, memasangnya lebih dulu bila boleh.
# --asal VENV: hanya mencetak tempat asal lingkungan yang tersalin dari folder lain.
set -e
asal() {
    dibuat=$(sed -n 's/^command = //p' "$1/pyvenv.cfg" 2>/dev/null) || return 0
    di_sini=$(cd "$1" && pwd -P)
    case $dibuat in
        "" | *" $di_sini") ;;
        *) echo "$dibuat" | sed 's/.* -m venv //; s/^--clear //' ;;
    esac
}
if [ "$1" = --asal ]; then
    asal "$2"
    exit
fi
python=$1
venv=$2
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Perlu Python 3.11 atau lebih baru; yang ada: $("$python" --version)" >&2
    exit 1
}
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv
    else
        echo "Modul venv tidak ada. Pasang dengan: sudo apt install python3-venv" >&2
        exit 1
    fi
fi
dari=$(asal "$venv")
[ -z "$dari" ] || echo "Lingkungan $venv tersalin dari $dari; dibuat lagi untuk folder ini."
"$python" -m venv ${dari:+--clear} "$venv"
