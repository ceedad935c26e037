/* Draws the course of each row of a table of years (class "tren"): the numbers beside it are its text. Years
   without a value, and years that are not in the table, leave a gap in the line. */
(function () {
  "use strict";
  var LEBAR = 96, TINGGI = 26, TEPI = 4;
  var baca = window.LKJIP_TABEL;

  function unsur(nama, atribut) {
    var baru = document.createElementNS("http://www.w3.org/2000/svg", nama);
    Object.keys(atribut).forEach(function (kunci) { baru.setAttribute(kunci, atribut[kunci]); });
    return baru;
  }

  function gambar(titik, awal, akhir) {
    var nilai = titik.map(function (t) { return t[1]; });
    var rendah = Math.min.apply(null, nilai);
    var rentang = Math.max.apply(null, nilai) - rendah;
    var svg = unsur("svg", { "class": "garis-tren", viewBox: "0 0 " + LEBAR + " " + TINGGI, width: LEBAR, height: TINGGI, "aria-hidden": "true" });
    function x(tahun) { return TEPI + (tahun - awal) / (akhir - awal || 1) * (LEBAR - 2 * TEPI); }
    function y(angka) { return TINGGI - TEPI - (rentang ? (angka - rendah) / rentang : 0.5) * (TINGGI - 2 * TEPI); }
    titik.forEach(function (t, i) {
      var lalu = titik[i - 1];
      if (lalu && t[0] - lalu[0] === 1) svg.append(unsur("line", { x1: x(lalu[0]), y1: y(lalu[1]), x2: x(t[0]), y2: y(t[1]) }));
      svg.append(unsur("circle", { cx: x(t[0]), cy: y(t[1]), r: i === titik.length - 1 ? 3 : 1.8 }));
    });
    return svg;
  }

  function pasang(tabel) {
    var kepala = baca.petaKepala(tabel, baca.bacaUnit(tabel).lebar)[0].map(baca.teksSel);
    var arah = kepala.indexOf("Arah");
    var tahun = kepala.map(function (teks) { return /^\d{4}$/.test(teks) ? Number(teks) : 0; });
    var ada = tahun.filter(Boolean);
    Array.prototype.forEach.call(tabel.tBodies[0].rows, function (baris) {
      var titik = [];
      tahun.forEach(function (t, i) {
        var nilai = t ? baca.angkaIndonesia(baca.teksSel(baris.cells[i])) : NaN;
        if (!isNaN(nilai)) titik.push([t, nilai]);
      });
      if (titik.length > 1) baris.cells[arah].prepend(gambar(titik, ada[0], ada[ada.length - 1]));
    });
  }

  function mulai() {
    document.querySelectorAll("table.tren").forEach(function (tabel) { if (tabel.tHead) pasang(tabel); });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mulai);
  else mulai();
})();
