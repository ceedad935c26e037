/* On a phone a row of many columns becomes a card: its name, then each cell under the head of its column. */
(function () {
  "use strict";
  var SEMPIT = window.matchMedia("(max-width: 40rem)");
  var PALING_SEDIKIT = 3; // columns; two stand beside each other
  var PENDEK = 26; // letters; such a cell stands beside others
  var PERAN = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TH: "columnheader", TD: "cell" };
  var baca = window.LKJIP_TABEL;

  function kepala(tabel, lebar) {
    var peta = baca.petaKepala(tabel, lebar);
    return peta[0].map(function (_, k) {
      var bagian = [];
      peta.forEach(function (baris, r) {
        var teks = baris[k] && !baca.barisNomor(tabel.tHead.rows[r]) ? baca.teksSel(baris[k]) : "";
        if (teks && bagian.indexOf(teks) < 0) bagian.push(teks);
      });
      return bagian.join(" · ");
    });
  }

  function angka(sel) { return sel.style.textAlign === "right"; }

  /* The column that names a row: that of the indicator, or the first that is no number of the row. */
  function kolomNama(tabel, judul) {
    var indikator = judul.findIndex(function (j) { return /^(Indikator|Nama)\b/i.test(j); });
    if (indikator >= 0) return indikator;
    return judul.findIndex(function (j) { return j && !/^(No\.?|Nomor|Kode)$/i.test(j); });
  }

  function susun(tabel, lebar) {
    var judul = kepala(tabel, lebar);
    var nama = kolomNama(tabel, judul);
    var turun = new Array(lebar).fill(0);
    Array.prototype.forEach.call(tabel.tBodies[0].rows, function (tr) {
      var kolom = 0;
      Array.prototype.forEach.call(tr.cells, function (sel) {
        while (turun[kolom] > 0) { turun[kolom] -= 1; kolom += 1; }
        var teks = baca.teksSel(sel);
        var bernama = kolom === nama || (sel.colSpan > 1 && kolom <= nama);
        sel.dataset.judul = bernama || /^\d*$/.test(teks) && !angka(sel) ? "" : judul[kolom];
        sel.classList.add(bernama ? "k-nama" : !teks || sel.dataset.judul === "" ? "k-kosong" : angka(sel) || teks.length <= PENDEK || /^[▲●▼○]/.test(teks) ? "k-pendek" : "k-panjang");
        for (var x = 0; x < sel.colSpan; x += 1) turun[kolom + x] = sel.rowSpan - 1;
        kolom += sel.colSpan;
      });
      while (turun[kolom] > 0) { turun[kolom] -= 1; kolom += 1; }
    });
    /* display: grid takes a table's roles away in some browsers */
    [tabel].concat(Array.prototype.slice.call(tabel.querySelectorAll("thead, tbody, tr, th, td"))).forEach(function (u) {
      if (!u.hasAttribute("role")) u.setAttribute("role", u.scope === "row" ? "rowheader" : PERAN[u.tagName]);
    });
  }

  function pasang(tabel) {
    if (!SEMPIT.matches || tabel.dataset.kartu !== undefined || !tabel.tHead || tabel.tBodies.length !== 1) return;
    var lebar = baca.bacaUnit(tabel).lebar;
    if (lebar < PALING_SEDIKIT) return;
    susun(tabel, lebar);
    tabel.dataset.kartu = "";
  }

  function semua() { document.querySelectorAll("table.tabel").forEach(pasang); }
  function mulai() {
    semua();
    if (SEMPIT.addEventListener) SEMPIT.addEventListener("change", semua);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mulai);
  else mulai();
})();
