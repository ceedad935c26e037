/* Reading a table: its cells as text and numbers, its rows as units. Used by tabel.js and tabel-csv.js. */
(function () {
  "use strict";
  var PEMBANDING = new Intl.Collator("id", { numeric: true });

  /* "1.234.567,89", "97,5%", "Rp2.500", "(5)", "12 laporan": the number, else NaN. */
  function angkaIndonesia(teks) {
    var cocok = /^\(?\s*([-−+]?)\s*(?:Rp\.?\s*)?([-−]?)((?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?)(?![\d.,]*\d)\s*\)?/i.exec(teks.trim());
    if (!cocok) return NaN;
    var nilai = parseFloat(cocok[3].replace(/\./g, "").replace(",", "."));
    var negatif = /[-−]/.test(cocok[1] + cocok[2]) || /^\(.*\)$/.test(teks.trim());
    return negatif ? -nilai : nilai;
  }

  function teksSel(sel) {
    var salinan = sel;
    if (sel.querySelector("br, p, li")) {
      salinan = sel.cloneNode(true);
      salinan.querySelectorAll("br, p + p, li + li").forEach(function (batas) {
        batas.parentNode.insertBefore(document.createTextNode(" "), batas);
      });
    }
    return salinan.textContent.replace(/\s+/g, " ").trim();
  }

  /* Rows become units; a unit is a node of the tree or a group of joined rows. */
  function bacaUnit(tabel) {
    var pohon = tabel.classList.contains("pohon");
    var lebar = 0;
    Array.prototype.forEach.call(tabel.rows, function (baris) {
      var jumlah = 0;
      Array.prototype.forEach.call(baris.cells, function (sel) { jumlah += sel.colSpan; });
      lebar = Math.max(lebar, jumlah);
    });
    var daftar = [];
    var sisa = 0;
    var perKode = new Map();
    var judulKelompok = null;
    Array.prototype.forEach.call(tabel.tBodies[0].rows, function (baris) {
      var jumlah = baris.classList.contains("jumlah");
      var kode = (baris.dataset.kode || "").split("#")[0];
      var terakhir = daftar[daftar.length - 1];
      var menyambung = sisa > 0 || (pohon && terakhir && !jumlah && !terakhir.jumlah &&
        (!kode || kode === terakhir.kode));
      Array.prototype.forEach.call(baris.cells, function (sel) { sisa = Math.max(sisa, sel.rowSpan); });
      sisa -= 1;
      if (menyambung && terakhir) { terakhir.baris.push(baris); return; }
      var unit = { baris: [baris], kode: kode, jumlah: jumlah, induk: null, anak: [], urut: daftar.length, buka: true };
      if (pohon && baris.dataset.induk) unit.induk = perKode.get(baris.dataset.induk) || null;
      if (!pohon && !jumlah) {
        if (baris.cells.length === 1 && lebar > 1) judulKelompok = unit;
        else unit.induk = judulKelompok;
      }
      if (kode) perKode.set(kode, unit);
      daftar.push(unit);
    });
    var akar = [];
    daftar.forEach(function (unit) {
      unit.dalam = unit.induk ? unit.induk.dalam + 1 : 0;
      (unit.induk ? unit.induk.anak : akar).push(unit);
    });
    return { daftar: daftar, akar: akar, lebar: lebar, pohon: pohon };
  }

  function selKolom(unit, kolom) {
    var sel = unit.baris[0].cells;
    for (var i = 0, mulai = 0; i < sel.length; i += 1) {
      if (kolom < mulai + sel[i].colSpan) return sel[i];
      mulai += sel[i].colSpan;
    }
    return null;
  }

  /* Grid of the head: for each column the cell of each head row (null where joined from above). */
  function petaKepala(tabel, lebar) {
    var peta = [];
    var baris = tabel.tHead.rows;
    for (var r = 0; r < baris.length; r += 1) peta.push(new Array(lebar).fill(null));
    for (var b = 0; b < baris.length; b += 1) {
      var k = 0;
      for (var c = 0; c < baris[b].cells.length; c += 1) {
        while (k < lebar && peta[b][k]) k += 1;
        var sel = baris[b].cells[c];
        for (var y = 0; y < sel.rowSpan && b + y < baris.length; y += 1) {
          for (var x = 0; x < sel.colSpan && k + x < lebar; x += 1) peta[b + y][k + x] = sel;
        }
        k += sel.colSpan;
      }
    }
    return peta;
  }

  /* Column numbers row ("1 2 3 4"), as official tables have, is no head to sort by. */
  function barisNomor(baris) {
    return Array.prototype.every.call(baris.cells, function (sel) { return /^\(?\d{1,2}\)?$/.test(sel.textContent.trim()); });
  }

  function jalan(daftar, kerjakan) {
    daftar.forEach(function (unit) { kerjakan(unit); jalan(unit.anak, kerjakan); });
  }

  function nilaiUrut(unit, kolom) {
    unit.nilai = unit.nilai || {};
    if (!unit.nilai[kolom]) {
      var sel = selKolom(unit, kolom);
      var teks = sel ? teksSel(sel) : "";
      unit.nilai[kolom] = { teks: teks, angka: angkaIndonesia(teks), kosong: !teks || /^[-–—]$/.test(teks) };
    }
    return unit.nilai[kolom];
  }

  /* Sorts units beside each other (children stay with their parents); direction 0 is as printed. */
  function urutkan(daftar, kolom, arah) {
    daftar.sort(function (a, b) {
      if (a.jumlah !== b.jumlah) return a.jumlah ? 1 : -1;
      if (!arah) return a.urut - b.urut;
      var x = nilaiUrut(a, kolom);
      var y = nilaiUrut(b, kolom);
      if (x.kosong !== y.kosong) return x.kosong ? 1 : -1; // gaps last, whatever the direction
      var hasil = isNaN(x.angka) || isNaN(y.angka) ? PEMBANDING.compare(x.teks, y.teks) : x.angka - y.angka;
      return hasil * arah || a.urut - b.urut;
    });
    daftar.forEach(function (unit) { urutkan(unit.anak, kolom, arah); });
  }

  function judulTabel(tabel) {
    var gambar = tabel.closest("figure");
    var rincian = tabel.closest("details.data-gambar");
    var judul = tabel.caption || (gambar && gambar.querySelector("figcaption")) || (rincian && rincian.querySelector("summary"));
    if (judul) return judul.textContent.replace(/#$/, "").replace(/\s+/g, " ").trim();
    var sebelum = tabel.closest("section, .isi, main, body").querySelector("h1, h2, h3, h4");
    return "Tabel" + (sebelum ? " dalam " + sebelum.textContent.replace(/#$/, "").trim() : "");
  }

  /* What is done to each table: those that the address names at once, the others after the page is shown. */
  var tugas = [];
  var siap = new WeakSet();

  function siapkan(tabel) {
    if (!tabel || siap.has(tabel)) return;
    siap.add(tabel);
    tugas.forEach(function (lakukan) { lakukan(tabel); });
  }

  function mulai() {
    document.querySelectorAll(".tabel-wadah > table").forEach(function (t) { t.classList.add("tabel"); });
    var tabel = Array.prototype.slice.call(document.querySelectorAll("table.tabel"));
    var tujuan = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (tujuan) tabel.filter(function (t) { return tujuan.contains(t) || t.contains(tujuan); }).forEach(siapkan);
    window.LKJIP_NANTI(tabel, siapkan);
  }
  document.addEventListener("lkjip:tampak", function (kejadian) { siapkan(kejadian.target.closest("table.tabel")); }, true);
  setTimeout(function () { // the other scripts have said what they do
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mulai);
    else mulai();
  }, 0);

  window.LKJIP_TABEL = {
    setiap: function (lakukan) { tugas.push(lakukan); },
    angkaIndonesia: angkaIndonesia,
    teksSel: teksSel,
    bacaUnit: bacaUnit,
    urutkan: urutkan,
    petaKepala: petaKepala,
    barisNomor: barisNomor,
    jalan: jalan,
    judulTabel: judulTabel,
  };
})();
