/* From a figure's card to the cell in its table: aset/data.js holds the public tables, and is loaded at the first
   cell that is opened. On a phone the row is shown as a card, the table on demand. Of a long table only the rows
   around the cell are there; buttons bring more. */
(function () {
  "use strict";
  var SEKITAR = 25; // rows on each side of the cell, and brought by each press of a button
  var dialog = null;
  var LKJIP = window.LKJIP = window.LKJIP || {};

  function buat(nama, kelas, isi) {
    var unsur = document.createElement(nama);
    if (kelas) unsur.className = kelas;
    if (isi !== undefined) unsur.textContent = isi;
    return unsur;
  }

  function tombol(kelas, isi, lakukan) {
    var unsur = buat("button", kelas, isi);
    unsur.type = "button";
    unsur.addEventListener("click", lakukan);
    return unsur;
  }

  function tempat(m) {
    return [m.berkas, m.sel ? "sel " + m.sel : m.baris ? "baris " + m.baris : "", m.kolom].filter(Boolean).join(" · ");
  }

  /* What the card lists for a cell: a button where its table is public, else only where it is. */
  LKJIP.sel = function (m) {
    var terbuka = ((window.LKJIP_LAPORAN || {}).tabel || []).indexOf(m.berkas) >= 0 && m.publik !== false;
    if (!terbuka) return buat("span", "", tempat(m));
    var unsur = tombol("jejak-sel", tempat(m), function () { buka(m); });
    unsur.setAttribute("aria-haspopup", "dialog");
    unsur.title = "Buka sel ini dalam tabelnya";
    return unsur;
  };

  function buka(m) {
    window.LKJIP_MUAT(LKJIP.lokasi.replace("jejak.js", "data.js")).catch(function () {}).then(function () {
      var tabel = (window.LKJIP_DATA || {})[m.berkas];
      if (!dialog) siapkan();
      dialog.classList.remove("seluruh");
      dialog.replaceChildren(kepala(m, tabel));
      if (tabel) isi(m, tabel);
      else dialog.append(buat("p", "sumber-ket", "Tabel ini tidak dapat dibaca: aset/data.js tidak ada di samping halaman."));
      dialog.showModal();
      keSel();
    });
  }

  function siapkan() {
    dialog = buat("dialog", "sumber");
    dialog.setAttribute("aria-labelledby", "sumber-judul");
    // The card below stays as it is while its cell is shown.
    ["click", "focusin", "keydown", "pointerover", "pointerout"].forEach(function (nama) {
      dialog.addEventListener(nama, function (k) { k.stopPropagation(); });
    });
    dialog.addEventListener("click", function (k) { if (k.target === dialog) dialog.close(); }); // beside it
    document.body.append(dialog);
  }

  function kepala(m, tabel) {
    var unsur = buat("div", "sumber-kepala");
    var teks = buat("div");
    var judul = buat("h2", "", m.berkas);
    judul.id = "sumber-judul";
    var letak = (m.sel ? "sel " + m.sel : "baris " + m.baris) + ", kolom " + m.kolom;
    teks.append(judul, buat("p", "sumber-ket", "Yang dipakai: " + letak + namaBaris(m, tabel) + "."));
    unsur.append(teks, tombol("tombol sumber-tutup", "Kembali", function () { dialog.close(); }));
    return unsur;
  }

  function namaBaris(m, tabel) {
    var baris = tabel && tabel.nama && tabel.baris.find(function (b) { return b[0] === m.baris; });
    return baris ? " (" + baris[tabel.kolom.indexOf(tabel.nama) + 1] + ")" : "";
  }

  function isi(m, tabel) {
    var kolom = tabel.kolom.indexOf(m.kolom) + 1;
    var di = tabel.baris.findIndex(function (b) { return b[0] === m.baris; });
    if (di < 0 || !kolom) {
      dialog.append(buat("p", "sumber-ket", "Sel ini tidak ada dalam tabel yang diterbitkan."));
      return;
    }
    dialog.append(
      kartu(tabel, tabel.baris[di], kolom),
      tombol("tombol sumber-seluruh", "Lihat dalam tabelnya", function () { dialog.classList.add("seluruh"); keSel(); }),
      lembar(tabel, di, kolom)
    );
  }

  function nilai(unsur, teks, ini) {
    if (!ini) { unsur.textContent = teks; return unsur; }
    unsur.classList.add("sel-ini");
    unsur.tabIndex = -1;
    unsur.append(buat("mark", "", teks || "(kosong)"));
    return unsur;
  }

  function kartu(tabel, baris, kolom) {
    var daftar = buat("dl", "sumber-kartu");
    tabel.kolom.forEach(function (nama, i) {
      if (!baris[i + 1] && i + 1 !== kolom) return;
      var bagian = buat("div", i + 1 === kolom ? "ini" : "");
      bagian.append(buat("dt", "", nama), nilai(buat("dd"), baris[i + 1], i + 1 === kolom));
      if (i + 1 === kolom) bagian.append(buat("dd", "sumber-arti", tabel.arti[i]));
      daftar.append(bagian);
    });
    return daftar;
  }

  function lembar(tabel, di, kolom) {
    var dari = Math.max(0, di - SEKITAR);
    var sampai = Math.min(tabel.baris.length, di + SEKITAR + 1);
    var wadah = buat("div", "sumber-tabel");
    wadah.tabIndex = 0;
    wadah.setAttribute("role", "region");
    wadah.setAttribute("aria-label", "Tabel: satu baris adalah " + tabel.isi);
    var unsur = buat("table");
    var judul = buat("tr");
    var tubuh = buat("tbody");
    judul.append(kepalaKolom("baris", "", ""));
    tabel.kolom.forEach(function (nama, i) { judul.append(kepalaKolom(nama, tabel.huruf[i] || "", tabel.arti[i])); });
    unsur.append(buat("thead"), tubuh);
    unsur.tHead.append(judul);
    function baris(i) {
      var b = tabel.baris[i];
      var tr = buat("tr", i === di ? "baris-ini" : "");
      var nomor = buat("th", "", String(b[0]));
      nomor.scope = "row";
      tr.append(nomor);
      for (var k = 1; k < b.length; k += 1) tr.append(nilai(buat("td"), b[k], i === di && k === kolom));
      return tr;
    }
    function dariSampai(a, b) {
      var hasil = document.createDocumentFragment();
      for (var i = a; i < b; i += 1) hasil.append(baris(i));
      return hasil;
    }
    var banyak = buat("p", "sumber-ket sumber-banyak");
    banyak.setAttribute("role", "status");
    var atas = tombol("tombol", "Baris sebelumnya", function () {
      var ini = tubuh.querySelector(".baris-ini");
      var letak = ini.offsetTop;
      var awal = Math.max(0, dari - 2 * SEKITAR);
      tubuh.prepend(dariSampai(awal, dari));
      dari = awal;
      wadah.scrollTop += ini.offsetTop - letak;
      sebut();
    });
    var bawah = tombol("tombol", "Baris sesudahnya", function () {
      var akhir = Math.min(tabel.baris.length, sampai + 2 * SEKITAR);
      tubuh.append(dariSampai(sampai, akhir));
      sampai = akhir;
      sebut();
    });
    function sebut() {
      var semua = !dari && sampai === tabel.baris.length;
      banyak.textContent = semua ? tabel.baris.length.toLocaleString("id") + " baris" :
        (sampai - dari).toLocaleString("id") + " dari " + tabel.baris.length.toLocaleString("id") + " baris ditampilkan, di sekitar sel itu";
      atas.hidden = !dari;
      bawah.hidden = sampai === tabel.baris.length;
    }
    tubuh.append(dariSampai(dari, sampai));
    wadah.append(unsur);
    sebut();
    var kaki = buat("div", "sumber-kaki");
    kaki.append(banyak, atas, bawah);
    var semuanya = buat("div", "sumber-lembar");
    semuanya.append(wadah, kaki);
    return semuanya;
  }

  function kepalaKolom(nama, huruf, arti) {
    var unsur = buat("th");
    unsur.scope = "col";
    if (arti) unsur.title = arti;
    if (huruf) unsur.append(buat("span", "sumber-huruf", huruf), " ");
    unsur.append(nama);
    return unsur;
  }

  /* The one of the two marked cells (row as a card, table) that is in sight. */
  function keSel() {
    Array.prototype.forEach.call(dialog.querySelectorAll(".sel-ini"), function (sel) {
      if (!sel.getClientRects().length) return;
      sel.focus({ preventScroll: true });
      sel.scrollIntoView({ block: "center", inline: "center" });
    });
  }
})();
