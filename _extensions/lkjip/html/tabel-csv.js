/* A table as a CSV file that Indonesian Excel opens with a double click: BOM, semicolons, decimal commas. */
(function () {
  "use strict";
  var baca = window.LKJIP_TABEL;

  /* Money becomes a plain number, whatever the spreadsheet's currency. Numbers stay numbers; other cells that a spreadsheet would take for a formula get an apostrophe. */
  function selCsv(teks) {
    if (/^[-−]?(Rp)?[\d.]+(,\d+)?%?$/.test(teks)) teks = teks.replace("−", "-");
    if (/^-?Rp[\d.]+(,\d+)?$/.test(teks)) teks = teks.replace(/Rp|\./g, "");
    var angka = /^[-−+]?\d[\d.]*(,\d+)?%?$/.test(teks);
    if (!angka && /^[=+\-@\t\r＝＋－＠]/.test(teks)) teks = "'" + teks;
    return /[;"\r\n]/.test(teks) ? '"' + teks.replace(/"/g, '""') + '"' : teks;
  }

  function keCsv(tabel, isi) {
    var baris = [];
    var peta = baca.petaKepala(tabel, isi.lebar);
    var kepala = [];
    for (var k = 0; k < isi.lebar; k += 1) {
      var bagian = [];
      peta.forEach(function (sel, r) {
        var teks = sel[k] && !baca.barisNomor(tabel.tHead.rows[r]) ? baca.teksSel(sel[k]) : "";
        if (teks && bagian[bagian.length - 1] !== teks) bagian.push(teks);
      });
      kepala.push(bagian.join(" – "));
    }
    baris.push(kepala);
    baca.jalan(isi.akar, function (unit) {
      var turun = {};
      unit.baris.forEach(function (tr) {
        var kolom = 0;
        var hasil = [];
        function lewatiGabungan() { while (turun[kolom] > 0) { turun[kolom] -= 1; hasil.push(""); kolom += 1; } }
        Array.prototype.forEach.call(tr.cells, function (sel) {
          lewatiGabungan();
          for (var x = 0; x < sel.colSpan; x += 1) {
            hasil.push(x ? "" : baca.teksSel(sel));
            if (sel.rowSpan > 1) turun[kolom] = sel.rowSpan - 1;
            kolom += 1;
          }
        });
        lewatiGabungan();
        if (!tr.classList.contains("tersaring") && !tr.classList.contains("konteks")) baris.push(hasil);
      });
    });
    return "\ufeff" + baris.map(function (sel) { return sel.map(selCsv).join(";"); }).join("\r\n") + "\r\n";
  }

  function namaBerkas(tabel) {
    var gambar = tabel.closest("figure[id], div[id^='tbl-']");
    var nama = (gambar && gambar.id) || tabel.id || "tabel";
    return nama.replace(/[^\w.-]+/g, "-") + ".csv";
  }

  function simpanBerkas(nama, teks) {
    var alamat = URL.createObjectURL(new Blob([teks], { type: "text/csv;charset=utf-8" }));
    var a = document.createElement("a");
    a.href = alamat;
    a.download = nama;
    document.body.appendChild(a);
    a.click();
    a.remove();
    setTimeout(function () { URL.revokeObjectURL(alamat); }, 10000);
  }

  baca.selCsv = selCsv;
  baca.unduhCsv = function (tabel, isi) { simpanBerkas(namaBerkas(tabel), keCsv(tabel, isi)); };
})();
