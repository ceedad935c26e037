/* Tables of class "tabel": fold trees, filter, sort, save as CSV. Works on any page that has them. */
(function () {
  "use strict";
  var PALING_SEDIKIT_UNTUK_SARING = 8; // units; a shorter table is read at a glance
  var PALING_SEDIKIT_UNTUK_STATUS = 4;
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

  function pasang(tabel) {
    if (tabel.dataset.siap !== undefined || !tabel.tHead || tabel.tBodies.length !== 1) return;
    var wadah = tabel.closest(".tabel-wadah") || tabel.parentElement;
    var isi = baca.bacaUnit(tabel);
    var cabang = isi.pohon && isi.daftar.some(function (unit) { return unit.anak.length; });
    var keterangan = baca.judulTabel(tabel);
    var satuan = isi.daftar.filter(function (unit) { return !unit.jumlah; });
    var antre = buatAntrean(wadah);
    var status = buat("span", { "class": "status", role: "status" });
    var kata = [];
    var pilihan = ""; // a status
    tabel.dataset.siap = "";
    if (wadah.classList.contains("tabel-wadah")) wadah.dataset.siap = "";

    function tampilkan(baru) {
      var aktif = kata.length > 0 || pilihan !== "";
      var hasil = aktif ? baca.saring.cari(satuan, kata, pilihan) : { tampak: new Set() };
      var terbuka = [];
      status.textContent = !aktif ? "" : hasil.cocok ? hasil.cocok + " dari " + hasil.dari + " baris cocok" : "Tidak ada baris yang cocok";
      (function susun(daftar, terlipat) {
        daftar.forEach(function (unit) {
          var buka = unit.buka || unit.anak.some(function (anak) { return hasil.tampak.has(anak); });
          unit.baris.forEach(function (baris, i) {
            var letak = aktif ? baca.saring.letak(unit, i, hasil) : "";
            kelas(baris, "terlipat", terlipat);
            kelas(baris, "tersaring", letak === "tersaring");
            kelas(baris, "konteks", letak === "konteks");
            if (terlipat || letak === "tersaring") kelas(baris, "tampil", false);
            else terbuka.push(baris);
          });
          if (unit.tombol && unit.tombol.getAttribute("aria-expanded") !== String(buka)) {
            unit.tombol.setAttribute("aria-expanded", String(buka));
          }
          susun(unit.anak, terlipat || !buka);
        });
      })(isi.akar, false);
      antre(terbuka, baru === true);
    }

    function pasangStatus(alat) {
      var ada = baca.saring.statusTabel(satuan);
      var diminta = new URLSearchParams(location.search).get("status");
      var gambar = tabel.closest("figure, div[id^='tbl-']");
      if (!gambar || location.hash !== "#" + gambar.id || !ada.some(function (s) { return s.kunci === diminta; })) diminta = "";
      if (!ada.length || (satuan.length < PALING_SEDIKIT_UNTUK_STATUS && !diminta)) return;
      var semua = { kunci: "", kata: "Semua status" };
      pasangPilihan(alat, "pilih-status", "Status baris " + keterangan, [semua].concat(ada).map(function (s) {
        return [s.kunci, s.kata + (s.banyak ? " (" + s.banyak + ")" : "")];
      }), function (nilai) { pilihan = nilai; tampilkan(); }).value = diminta;
      pilihan = diminta;
    }

    function pasangPilihan(alat, nama, label, daftar, kerjakan) {
      var pilih = buat("select", { "class": nama, "aria-label": label });
      daftar.forEach(function (satu) { pilih.appendChild(buat("option", { value: satu[0] }, satu[1])); });
      pilih.addEventListener("change", function () { kerjakan(pilih.value); });
      alat.appendChild(pilih);
      return pilih;
    }

    function pasangSaring(alat) {
      var label = buat("label", { "class": "saring" });
      var masukan = buat("input", { type: "search", placeholder: "Saring baris…", autocomplete: "off", spellcheck: "false" });
      label.appendChild(buat("span", { "class": "tersembunyi" }, "Saring baris " + keterangan));
      label.appendChild(masukan);
      alat.appendChild(label);
      masukan.addEventListener("focus", function () { baca.saring.cari(satuan, [], ""); }); // read now, not at the first key
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
        (sel.rowSpan > 1 ? [sel] : unit.baris.map(function (baris) { return baris.cells[0]; })).forEach(function (nama) { nama.classList.add("sel-cabang"); });
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

    /* Sort buttons in the lowest head of each column, one tab stop for all; where heads are not shown, a list. */
    function pasangUrut(alat) {
      var peta = baca.petaKepala(tabel, isi.lebar);
      var tingkat = peta.length - 1;
      while (tingkat > 0 && baca.barisNomor(tabel.tHead.rows[tingkat])) tingkat -= 1;
      var tombol = []; // [column, button]
      var kini = [-1, 0];

      function urut(kolom, arah) {
        kini = [kolom, arah];
        tombol.forEach(function (t) {
          var th = t[1].parentElement;
          if (t[0] === kolom && arah) th.setAttribute("aria-sort", arah > 0 ? "ascending" : "descending");
          else th.removeAttribute("aria-sort");
        });
        baca.urutkan(isi.akar, kolom, arah);
        var potongan = document.createDocumentFragment();
        baca.jalan(isi.akar, function (unit) { unit.baris.forEach(function (baris) { potongan.appendChild(baris); }); });
        tampilkan(true);
        tabel.tBodies[0].appendChild(potongan);
        if (daftar) daftar.value = arah ? kolom + " " + arah : "";
      }

      peta[tingkat].forEach(function (th, kolom) {
        if (!th || th.colSpan > 1 || !th.textContent.trim() || th.querySelector("button, a")) return;
        /* no <button>: Chromium leaves it out where the head is repeated on paper */
        var satu = buat("span", { role: "button", tabindex: tombol.length ? "-1" : "0", "class": "urut" });
        while (th.firstChild) satu.appendChild(th.firstChild);
        th.appendChild(satu);
        tombol.push([kolom, satu]);
        satu.addEventListener("click", function () {
          urut(kolom, kini[0] === kolom ? { 1: -1, "-1": 0, 0: 1 }[kini[1]] : 1);
        });
        satu.addEventListener("keydown", function (kejadian) {
          var geser = { ArrowRight: 1, ArrowLeft: -1 }[kejadian.key];
          if (kejadian.key === "Enter" || kejadian.key === " ") satu.click();
          else if (!geser) return;
          kejadian.preventDefault();
          var tujuan = geser && tombol[tombol.findIndex(function (t) { return t[1] === satu; }) + geser];
          if (!tujuan) return;
          satu.tabIndex = -1;
          tujuan[1].tabIndex = 0;
          tujuan[1].focus();
        });
      });
      var butir = [["", "Urutan naskah"]];
      tombol.forEach(function (t) {
        [["1", " ↑"], ["-1", " ↓"]].forEach(function (arah) { butir.push([t[0] + " " + arah[0], baca.teksSel(t[1]) + arah[1]]); });
      });
      var daftar = pasangPilihan(alat, "pilih-urut", "Urutkan " + keterangan, butir, function (nilai) {
        var bagian = nilai.split(" ").map(Number);
        urut(nilai ? bagian[0] : -1, nilai ? bagian[1] : 0);
      });
    }

    var alat = buat("div", { "class": "alat-tabel" });
    if (!/^tabel-(lembar|langkah)-/.test(tabel.id)) { // a sheet is read, not sorted
      if (isi.daftar.length >= PALING_SEDIKIT_UNTUK_SARING) pasangSaring(alat);
      pasangStatus(alat);
      if (satuan.length > 2) pasangUrut(alat);
      if (cabang) pasangLipat(alat);
    }
    alat.appendChild(status);
    var unduh = buat("button", { type: "button", "class": "tombol unduh-csv", "aria-label": "Unduh CSV: " + keterangan }, "Unduh CSV");
    unduh.addEventListener("click", function () { baca.unduhCsv(tabel, isi); });
    alat.appendChild(unduh);
    if (pilihan) tampilkan();
    wadah.parentNode.insertBefore(alat, wadah);
  }

  baca.setiap(pasang);
})();
