/* The row under the pointer is shaded, with the cells that it shares with rows above; over such a cell, all its rows. */
(function () {
  "use strict";
  var baca = window.LKJIP_TABEL;

  function pasang(tabel) {
    if (!tabel.querySelector("tbody [rowspan]:not([rowspan='1'])")) return; // hover alone does it
    var milik = new Map(); // of each row the joined cells that it has from above
    Array.prototype.forEach.call(tabel.rows, function (tr, nomor) {
      Array.prototype.forEach.call(tr.cells, function (sel) {
        for (var n = 0; n < sel.rowSpan && sel.rowSpan > 1; n += 1) {
          var baris = tabel.rows[nomor + n];
          if (baris) milik.set(baris, (milik.get(baris) || []).concat(sel));
        }
      });
    });
    tabel.dataset.gabung = "";
    tabel.tBodies[0].addEventListener("pointerover", function (kejadian) {
      var sel = kejadian.target.closest("td, th");
      var tr = sel && sel.closest("tbody > tr");
      if (!tr) return;
      bersihkan();
      milik.forEach(function (gabungan, baris) {
        if (baris !== tr && !(sel.rowSpan > 1 && gabungan.indexOf(sel) >= 0)) return;
        baris.classList.add("disorot");
        gabungan.forEach(function (satu) { satu.classList.add("disorot"); });
      });
      tr.classList.add("disorot");
    });
    tabel.addEventListener("pointerleave", bersihkan);

    function bersihkan() {
      tabel.querySelectorAll(".disorot").forEach(function (unsur) { unsur.classList.remove("disorot"); });
    }
  }
  baca.setiap(pasang);
})();
