/* Where a table has no room (a phone; a tablet, if it would scroll sideways) a row becomes a card: its name, then each
   cell under the head of its column; what it shares with the row above stands under its name. */
(function () {
  "use strict";
  var SEMPIT = window.matchMedia("(max-width: 40rem)");
  var SEDANG = window.matchMedia("(max-width: 75rem)");
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
    var bersama = new Array(lebar).fill(""); // what a joined cell says, for the rows below its first
    Array.prototype.forEach.call(tabel.tBodies[0].rows, function (tr) {
      var kolom = 0, dari = [];
      function lewat() {
        for (; turun[kolom] > 0; kolom += 1) {
          turun[kolom] -= 1;
          if (bersama[kolom]) dari.push(bersama[kolom]);
        }
      }
      Array.prototype.forEach.call(tr.cells, function (sel) {
        lewat();
        var teks = baca.teksSel(sel);
        var bernama = kolom === nama || (sel.colSpan > 1 && kolom <= nama);
        sel.dataset.judul = bernama || /^\d*$/.test(teks) && !angka(sel) ? "" : judul[kolom];
        sel.classList.add(bernama ? "k-nama" : !teks || sel.dataset.judul === "" ? "k-kosong" : angka(sel) || teks.length <= PENDEK || /^[▲●▼○]/.test(teks) ? "k-pendek" : "k-panjang");
        for (var x = 0; x < sel.colSpan; x += 1) turun[kolom + x] = sel.rowSpan - 1;
        bersama[kolom] = sel.rowSpan < 2 || angka(sel) || !teks ? "" : bernama || !teks.indexOf(judul[kolom]) ? teks : judul[kolom] + ": " + teks;
        kolom += sel.colSpan;
      });
      lewat();
      if (dari.length) (tr.querySelector(".k-nama") || tr.cells[0]).dataset.bersama = dari.join("; ");
    });
    /* display: grid takes a table's roles away in some browsers */
    [tabel].concat(Array.prototype.slice.call(tabel.querySelectorAll("thead, tbody, tr, th, td"))).forEach(function (u) {
      if (!u.hasAttribute("role")) u.setAttribute("role", u.scope === "row" ? "rowheader" : PERAN[u.tagName]);
    });
  }

  function pasang(tabel) {
    if (!tabel.tHead || tabel.tBodies.length !== 1) return;
    delete tabel.dataset.kartu;
    var wadah = tabel.parentElement;
    if (!SEMPIT.matches && !(SEDANG.matches && tabel.getBoundingClientRect().width > wadah.clientWidth + 1)) return;
    var lebar = baca.bacaUnit(tabel).lebar;
    if (lebar < PALING_SEDIKIT) return;
    if (!tabel.tBodies[0].querySelector("[data-judul]")) susun(tabel, lebar);
    tabel.dataset.kartu = "";
  }

  function semua() { document.querySelectorAll("table.tabel").forEach(pasang); }
  baca.setiap(pasang);
  function mulai() {
    var selebar = 0;
    if (window.ResizeObserver) new ResizeObserver(function (isi) { /* a table's room changes with the window's width */
      if (selebar && selebar !== isi[0].contentRect.width) requestAnimationFrame(semua);
      selebar = isi[0].contentRect.width;
    }).observe(document.documentElement);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mulai);
  else mulai();
})();
