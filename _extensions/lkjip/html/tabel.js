/* Tables of class "tabel": fold trees, filter, sort, save as CSV. Works on any page that has them. */
(function () {
  "use strict";
  var PALING_SEDIKIT_UNTUK_SARING = 8; // units; a shorter table is read at a glance
  var PALING_BANYAK_TERBUKA = window.matchMedia("(max-width: 40rem)").matches ? 15 : 60; // rows; a longer tree starts folded
  var SEKALIGUS = 80; // rows laid out at once; what more is to be shown follows in steps
  var baca = window.LKJIP_TABEL;

  function buat(nama, atribut, isi) {
    var unsur = document.createElement(nama);
    Object.keys(atribut || {}).forEach(function (kunci) { unsur.setAttribute(kunci, atribut[kunci]); });
    if (isi) unsur.textContent = isi;
    return unsur;
  }

  function kelas(baris, nama, ada) {
    if (baris.classList.contains(nama) !== ada) baris.classList.toggle(nama, ada);
  }

  /* Shows rows in steps: laying out 2,000 at once would hold up the next keystroke by half a second. */
  function buatAntrean(wadah) {
    var nomor = 0;

    /* ``baris``: rows to be shown, in their order; ``baru``: all of them must be laid out anew. */
    return function (baris, baru) {
      nomor += 1;
      var giliran = nomor;
      var tunggu = [];
      baris.forEach(function (tr, i) {
        var nanti = i >= SEKALIGUS && (baru || !tr.classList.contains("tampil"));
        kelas(tr, "menunggu", nanti);
        if (nanti) tunggu.push(tr); else tr.classList.add("tampil");
      });
      if (!tunggu.length) { wadah.style.minHeight = ""; return; }
      if (baru) wadah.style.minHeight = wadah.offsetHeight + "px"; // the page must not jump
      var mulai = 0;
      (function langkah() {
        setTimeout(function () {
          if (giliran !== nomor) return;
          tunggu.slice(mulai, mulai + SEKALIGUS).forEach(function (tr) {
            tr.classList.remove("menunggu");
            tr.classList.add("tampil");
          });
          mulai += SEKALIGUS;
          if (mulai < tunggu.length) requestAnimationFrame(langkah);
          else wadah.style.minHeight = "";
        }, 0);
      })();
    };
  }

  function pasang(tabel, nomor) {
    if (tabel.dataset.siap !== undefined || !tabel.tHead || tabel.tBodies.length !== 1) return;
    var wadah = tabel.closest(".tabel-wadah") || tabel.parentElement;
    var isi = baca.bacaUnit(tabel);
    var cabang = isi.pohon && isi.daftar.some(function (unit) { return unit.anak.length; });
    var keterangan = baca.judulTabel(tabel);
    var satuan = isi.daftar.filter(function (unit) { return !unit.jumlah; });
    var antre = buatAntrean(wadah);
    var status = buat("span", { "class": "status", role: "status" });
    var kata = [];
    tabel.dataset.siap = "";
    if (wadah.classList.contains("tabel-wadah")) wadah.dataset.siap = "";

    function teks(unit) {
      if (unit.teks === null) unit.teks = unit.baris.map(baca.teksSel).join(" ").toLowerCase();
      return unit.teks;
    }

    /* Finds the units that hold every word, and those above them. */
    function cari() {
      var tampak = new Set();
      var cocok = 0;
      satuan.forEach(function (unit) {
        unit.kena = kata.length > 0 && kata.every(function (k) { return teks(unit).indexOf(k) >= 0; });
        if (!unit.kena) return;
        cocok += 1;
        for (var u = unit; u && !tampak.has(u); u = u.induk) tampak.add(u);
      });
      status.textContent = !kata.length ? "" : cocok ? cocok + " dari " + satuan.length + " baris cocok" : "Tidak ada baris yang cocok";
      return tampak;
    }

    function tampilkan(baru) {
      var tampak = cari();
      var terbuka = [];
      (function susun(daftar, terlipat, kenaInduk) {
        daftar.forEach(function (unit) {
          var buka = unit.buka || unit.anak.some(function (anak) { return tampak.has(anak); });
          unit.saring = kata.length > 0 && !tampak.has(unit) && !kenaInduk;
          unit.baris.forEach(function (baris) {
            kelas(baris, "terlipat", terlipat);
            kelas(baris, "tersaring", unit.saring);
            if (terlipat || unit.saring) kelas(baris, "tampil", false);
            else terbuka.push(baris);
          });
          if (unit.tombol && unit.tombol.getAttribute("aria-expanded") !== String(buka)) {
            unit.tombol.setAttribute("aria-expanded", String(buka));
          }
          susun(unit.anak, terlipat || !buka, kenaInduk || unit.kena);
        });
      })(isi.akar, false, false);
      antre(terbuka, baru === true);
    }

    function pasangSaring(alat) {
      var label = buat("label", { "class": "saring" });
      var masukan = buat("input", { type: "search", placeholder: "Saring baris…", autocomplete: "off", spellcheck: "false" });
      label.appendChild(buat("span", { "class": "tersembunyi" }, "Saring baris " + keterangan));
      label.appendChild(masukan);
      alat.appendChild(label);
      masukan.addEventListener("focus", function () { satuan.forEach(teks); }); // not at the first key
      masukan.addEventListener("input", function () {
        kata = masukan.value.toLowerCase().split(/\s+/).filter(Boolean);
        tampilkan();
      });
      masukan.addEventListener("keydown", function (kejadian) {
        if (kejadian.key === "Escape" && masukan.value) {
          masukan.value = "";
          masukan.dispatchEvent(new Event("input"));
          kejadian.stopPropagation();
        }
      });
    }

    function pasangLipat(alat) {
      var terlipatDulu = tabel.tBodies[0].rows.length > PALING_BANYAK_TERBUKA;
      [["Buka semua", true], ["Tutup semua", false]].forEach(function (pilihan) {
        var tombol = buat("button", { type: "button", "class": "tombol" }, pilihan[0]);
        tombol.addEventListener("click", function () {
          isi.daftar.forEach(function (unit) { if (unit.anak.length) unit.buka = pilihan[1]; });
          tampilkan();
        });
        alat.appendChild(tombol);
      });
      isi.daftar.forEach(function (unit) {
        var sel = unit.baris[0].querySelector('th[scope="row"]') || unit.baris[0].cells[0];
        if (unit.jumlah || !sel) return;
        unit.baris.forEach(function (baris) { baris.dataset.dalam = unit.dalam; baris.style.setProperty("--dalam", unit.dalam); });
        sel.classList.add("sel-cabang");
        if (!unit.anak.length) return;
        unit.buka = !terlipatDulu;
        unit.baris[0].classList.add("baris-cabang");
        unit.tombol = buat("button", { type: "button", "class": "lipat", "aria-expanded": String(unit.buka), "aria-label": "Rincian " + baca.teksSel(sel).slice(0, 90) });
        unit.tombol.addEventListener("click", function () { unit.buka = unit.tombol.getAttribute("aria-expanded") !== "true"; tampilkan(); });
        sel.insertBefore(unit.tombol, sel.firstChild);
      });
      tabel.addEventListener("lkjip:tampak", function (kejadian) {
        var baris = kejadian.target.closest("tr");
        isi.daftar.forEach(function (unit) {
          if (unit.baris.indexOf(baris) < 0) return;
          for (var u = unit.induk; u; u = u.induk) u.buka = true;
          tampilkan();
          unit.baris.forEach(function (tr) { tr.classList.remove("menunggu"); });
        });
      });
      if (terlipatDulu) tampilkan();
    }

    /* Sort buttons in the lowest head of each column. */
    function pasangUrut() {
      var urutan = { kolom: -1, arah: 0 };
      var peta = baca.petaKepala(tabel, isi.lebar);
      var tingkat = peta.length - 1;
      while (tingkat > 0 && baca.barisNomor(tabel.tHead.rows[tingkat])) tingkat -= 1;
      var sudah = [];
      peta[tingkat].forEach(function (th, kolom) {
        if (!th || th.colSpan > 1 || !th.textContent.trim() || th.querySelector("button, a")) return;
        /* no <button>: Chromium leaves it out where the head is repeated on paper */
        var tombol = buat("span", { role: "button", tabindex: "0", "class": "urut" });
        while (th.firstChild) tombol.appendChild(th.firstChild);
        th.appendChild(tombol);
        sudah.push(th);
        tombol.addEventListener("keydown", function (kejadian) {
          if (kejadian.key !== "Enter" && kejadian.key !== " ") return;
          kejadian.preventDefault();
          tombol.click();
        });
        tombol.addEventListener("click", function () {
          var lanjut = urutan.kolom === kolom ? { 1: -1, "-1": 0, 0: 1 }[urutan.arah] : 1;
          urutan = { kolom: kolom, arah: lanjut };
          sudah.forEach(function (lain) { lain.removeAttribute("aria-sort"); });
          if (lanjut) th.setAttribute("aria-sort", lanjut > 0 ? "ascending" : "descending");
          baca.urutkan(isi.akar, kolom, lanjut);
          var potongan = document.createDocumentFragment();
          baca.jalan(isi.akar, function (unit) { unit.baris.forEach(function (baris) { potongan.appendChild(baris); }); });
          tampilkan(true);
          tabel.tBodies[0].appendChild(potongan);
        });
      });
    }

    if (/^tabel-(lembar|langkah)-/.test(tabel.id)) return; // a sheet is read, not sorted or saved
    var alat = buat("div", { "class": "alat-tabel" });
    if (isi.daftar.length >= PALING_SEDIKIT_UNTUK_SARING) pasangSaring(alat);
    if (cabang) pasangLipat(alat);
    alat.appendChild(status);
    var unduh = buat("button", { type: "button", "class": "tombol unduh-csv", "aria-label": "Unduh CSV: " + keterangan }, "Unduh CSV");
    unduh.addEventListener("click", function () { baca.unduhCsv(tabel, isi, nomor); });
    alat.appendChild(unduh);
    if (isi.daftar.length > 2) wadah.parentNode.insertBefore(alat, wadah);
    if (satuan.length > 2) pasangUrut();
  }

  function mulai() { document.querySelectorAll("table.tabel").forEach(pasang); }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mulai);
  else mulai();
})();
