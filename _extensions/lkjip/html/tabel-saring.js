/* Which rows of a table are looked for: by words, by status. A hit is a row; the rows above it are its context. */
(function () {
  "use strict";
  var baca = window.LKJIP_TABEL;
  /* Status as ?status= names it: the signs its cells begin with, and its words. */
  var STATUS = {
    belum: ["▼", "▼ belum mencapai target"],
    tercapai: ["▲●", "● mencapai target"],
    "tanpa-target": ["–", "– target tidak diterbitkan"],
    kosong: ["○", "○ belum tersedia"],
    ragu: ["‡", "‡ diragukan"],
  };

  function tandaBaris(tr) {
    return Array.prototype.map.call(tr.cells, function (sel) {
      var cocok = /^\s*([▲●▼○]|–(?=\s\S))/.exec(sel.textContent);
      return cocok ? cocok[1] : "";
    }).join("") + (tr.querySelector(".ragu") ? "‡" : "");
  }

  /* Of each row of a unit the words, those of cells joined with cells above too, and the signs. */
  function rincian(unit) {
    if (unit.rincian) return unit.rincian;
    var turun = [];
    unit.rincian = unit.baris.map(function (tr) {
      var teks = turun.filter(function (t) { t.sisa -= 1; return t.sisa >= 0; }).map(function (t) { return t.teks; });
      Array.prototype.forEach.call(tr.cells, function (sel) {
        var isi = baca.teksSel(sel).toLowerCase();
        teks.push(isi);
        if (sel.rowSpan > 1) turun.push({ teks: isi, sisa: sel.rowSpan - 1 });
      });
      return { teks: teks.join(" "), tanda: tandaBaris(tr) };
    });
    unit.gabung = turun.length > 0;
    return unit.rincian;
  }

  function bertanda(satu, status) {
    return STATUS[status][0].split("").some(function (t) { return satu.tanda.indexOf(t) >= 0; });
  }

  /* Begins a word with it: "paten" is not in "kabupaten". A number is found by any of its digits' groups. */
  function berkata(teks, kata) {
    for (var i = teks.indexOf(kata); i >= 0; i = teks.indexOf(kata, i + 1)) {
      if (!i || !/[\p{L}\p{N}]/u.test(teks[i - 1]) || /\d/.test(kata[0])) return true;
    }
    return false;
  }

  /* Marks in each unit the rows found; gives the units to show, with those above them. */
  function cari(satuan, kata, status) {
    var hasil = { tampak: new Set(), cocok: 0, dari: 0 };
    satuan.forEach(function (unit) {
      unit.kena = rincian(unit).map(function (satu) {
        return (!status || bertanda(satu, status)) && kata.every(function (k) { return berkata(satu.teks, k); });
      });
      var banyak = unit.kena.filter(Boolean).length;
      hasil.cocok += banyak;
      hasil.dari += unit.baris.length;
      for (var u = banyak ? unit : null; u && !hasil.tampak.has(u); u = u.induk) hasil.tampak.add(u);
    });
    return hasil;
  }

  /* The statuses that occur in a table, each with the number of its rows. */
  function statusTabel(satuan) {
    return Object.keys(STATUS).map(function (kunci) {
      var banyak = 0;
      satuan.forEach(function (unit) {
        rincian(unit).forEach(function (satu) { banyak += bertanda(satu, kunci); });
      });
      return { kunci: kunci, banyak: banyak, kata: STATUS[kunci][1] };
    }).filter(function (s) { return s.banyak; });
  }

  /* A row is left out, or stands for what was found below it. */
  function letak(unit, i, hasil) {
    if (!hasil.tampak.has(unit)) return "tersaring";
    if (unit.kena && unit.kena[i]) return "";
    return unit.gabung || i === 0 ? "konteks" : "tersaring";
  }

  baca.saring = { cari: cari, letak: letak, statusTabel: statusTabel };

  /* A link that names a status leads to the rows that have it; on this very page the table is told. */
  document.addEventListener("click", function (kejadian) {
    var a = kejadian.target.closest ? kejadian.target.closest("a[data-status]") : null;
    if (!a || !(a.dataset.status in STATUS)) return;
    var tujuan = a.pathname === location.pathname && document.getElementById(decodeURIComponent(a.hash.slice(1)));
    var pilih = tujuan && tujuan.querySelector(".pilih-status");
    if (!pilih) { a.search = "?status=" + a.dataset.status; return; }
    pilih.value = a.dataset.status;
    pilih.dispatchEvent(new Event("change"));
  }, true);
})();
