/* "Kutip angka ini": the figure in one sentence, with its unit, year and place, for a letter or a message. */
(function () {
  "use strict";
  var LKJIP = window.LKJIP = window.LKJIP || {};

  function laporan() { return window.LKJIP_LAPORAN || {}; }

  /* The value as printed; of a status the page has the words. */
  LKJIP.tampil = function (jejak, angka) {
    var tampil = jejak.tampil || "–";
    return /[a-z]_[a-z]/.test(tampil) ? angka.textContent.replace(/^[^\p{L}\p{N}]+/u, "").trim() : tampil;
  };

  /* The same, with its unit where the print does not show it. */
  function sebutan(jejak, angka) {
    if (jejak.nilai === undefined || jejak.nilai === null) return "belum tersedia";
    var sudah = typeof jejak.nilai !== "number" || jejak.satuan === "rupiah" || jejak.tampil.indexOf("%") >= 0;
    return LKJIP.tampil(jejak, angka) + (sudah || !jejak.satuan ? "" : " " + jejak.satuan) + (jejak.diragukan ? " (diragukan)" : "");
  }

  /* Where the figure stands: "Tabel 3.2", else the section. */
  function letak(angka) {
    var gambar = angka.closest("figure");
    var nomor = gambar && gambar.querySelector("figcaption");
    var cocok = nomor && /^\s*((?:Tabel|Gambar)\s[\w.]*\w)/.exec(nomor.textContent);
    if (cocok) return cocok[1];
    var terakhir = "";
    document.querySelectorAll("main :is(h1, h2, h3, h4, h5)").forEach(function (judul) {
      if (judul.compareDocumentPosition(angka) & 4) terakhir = judul;
    });
    return terakhir ? terakhir.textContent.replace(/\s*#?\s*$/, "").replace(/\s+/g, " ").trim() : "";
  }

  /* The page, as seen from the folder of the report. */
  function halaman() {
    var akar = new URL(LKJIP.lokasi, location.href).pathname.replace(/aset\/jejak\.js$/, "");
    return decodeURIComponent(location.pathname.slice(akar.length)) || "index.html";
  }

  /* The indicator's own anchor (of an IKU its sheet, of any other its row), else the table or section. */
  LKJIP.jangkar = function (kunci, angka) {
    var bagian = kunci.split(".");
    var peta = laporan().jangkar || {};
    for (var n = bagian.length - 1; n > 1; n -= 1) {
      var akar = bagian.slice(0, n).join(".");
      var id = bagian[0] === "iku" ? "sec-" + akar.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "-") : akar;
      if (peta[id]) return peta[id];
      if (document.getElementById(id)) return halaman() + "#" + id;
    }
    var wadah = angka.closest("figure[id], section[id], div[id]");
    return halaman() + (wadah && wadah.id !== "isi" ? "#" + wadah.id : "");
  };

  /* Leads to the anchor where the address is that of the pages; any other is left as the unit wrote it. */
  function tautan(tujuan) {
    var alamat = laporan().tautan || "";
    if (!/^https?:\/\//i.test(alamat)) return alamat;
    if (/\/$/.test(alamat)) return alamat + encodeURI(tujuan);
    return /\/[^/?#]+\.html?$/i.test(alamat) ? alamat.replace(/[^/]+$/, "") + encodeURI(tujuan) : alamat;
  }

  LKJIP.kutipan = function (kunci, jejak, angka) {
    var sumber = [laporan().judul, letak(angka), tautan(LKJIP.jangkar(kunci, angka))].filter(Boolean).join(", ");
    return (jejak.nama || kunci) + ": " + sebutan(jejak, angka) + ". Sumber: " + sumber;
  };

  /* The button of a card. What it copies is shown as well: who may not copy by a script selects it. */
  LKJIP.kutip = function (kunci, jejak, angka) {
    var wadah = document.createElement("div");
    var tombol = document.createElement("button");
    var kabar = document.createElement("p");
    wadah.className = "jejak-kutip";
    tombol.type = "button";
    tombol.className = "tombol";
    tombol.textContent = "Kutip angka ini";
    kabar.className = "jejak-sisa";
    kabar.setAttribute("role", "status");
    tombol.addEventListener("click", function () {
      var teks = wadah.querySelector("textarea") || document.createElement("textarea");
      teks.readOnly = true;
      teks.rows = 4;
      teks.setAttribute("aria-label", "Kutipan");
      teks.value = LKJIP.kutipan(kunci, jejak, angka);
      wadah.insertBefore(teks, kabar);
      function pilih() {
        teks.focus();
        teks.select();
        var tersalin = false;
        try { tersalin = document.execCommand("copy"); } catch (galat) { /* not allowed */ }
        kabar.textContent = tersalin ? "Disalin." : "Salin teks ini.";
      }
      if (!navigator.clipboard) pilih();
      else navigator.clipboard.writeText(teks.value).then(function () { kabar.textContent = "Disalin."; }, pilih);
    });
    wadah.append(tombol, kabar);
    return wadah;
  };
})();
