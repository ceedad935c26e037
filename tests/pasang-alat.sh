#!/bin/sh
# Memasang alat yang diperlukan uji di luar Python: peramban, pembaca PDF, LibreOffice.
# Hanya di Debian sebagai root; di tempat lain uji yang memerlukannya dilewati dengan alasan.
missing=
command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing="$missing chromium"
command -v pdftotext >/dev/null || missing="$missing poppler-utils"
command -v lowriter >/dev/null || missing="$missing libreoffice-writer"
command -v localc >/dev/null || missing="$missing libreoffice-calc"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Memasang alat uji:$missing"
    apt-get update -qq >/dev/null &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Alat uji belum ada:$missing (uji yang memerlukannya akan dilewati)" >&2
fi
exit 0
