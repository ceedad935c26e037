/* Tables of class "tabel": fold trees, filter, sort, save as CSV. Works on any page that has them. */
(function () {
  "use strict";
  var PALING_SEDIKIT_UNTUK_SARING = 8; // units; a shorter table is read at a glance
  var PALING_BANYAK_TERBUKA = 60; // rows; a longer tree starts folded
  var PALING_BANYAK_LANGSUNG = 500; // units; a longer table filters when the typing pauses

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

  function buat(nama, atribut, isi) {
    var unsur = document.createElement(nama);
    Object.keys(atribut || {}).forEach(function (kunci) { unsur.setAttribute(kunci, atribut[kunci]); });
    if (isi) unsur.textContent = isi;
    return unsur;
  }

  /* ---- reading: rows become units; a unit is a node of the tree or a group of joined rows ---- */

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
      var unit = { baris: [baris], kode: kode, jumlah: jumlah, induk: null, anak: [], urut: daftar.length, buka: true, teks: null };
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

  /* ---- one table ---- */

  function pasang(tabel, nomor) {
    if (tabel.dataset.siap !== undefined || !tabel.tHead || tabel.tBodies.length !== 1) return;
    var wadah = tabel.closest(".tabel-wadah") || tabel.parentElement;
    var isi = bacaUnit(tabel);
    var cabang = isi.pohon && isi.daftar.some(function (unit) { return unit.anak.length; });
    var keterangan = judulTabel(tabel);
    var kata = [];
    var kataCabang = null;
    var urutan = { kolom: -1, arah: 0 };
    tabel.dataset.siap = "";
    if (wadah.classList.contains("tabel-wadah")) wadah.dataset.siap = "";

    function tampilkan() {
      var cocok = 0;
      var tampak = new Set();
      if (kata.length) {
        jalan(isi.akar, function (unit) {
          if (unit.jumlah) return;
          if (unit.teks === null) unit.teks = unit.baris.map(teksSel).join(" ").toLowerCase();
          unit.kena = kata.every(function (k) { return unit.teks.indexOf(k) >= 0; });
          if (unit.kena) {
            cocok += 1;
            for (var u = unit; u && !tampak.has(u); u = u.induk) tampak.add(u);
          }
        });
      }
      (function susun(daftar, terlipat, kenaInduk) {
        daftar.forEach(function (unit) {
          var saring = kata.length > 0 && !tampak.has(unit) && !kenaInduk;
          var buka = unit.buka || (kata.length > 0 && unit.anak.some(function (a) { return tampak.has(a); }));
          unit.baris.forEach(function (baris) {
            if (baris.classList.contains("terlipat") !== terlipat) baris.classList.toggle("terlipat", terlipat);
            if (baris.classList.contains("tersaring") !== saring) baris.classList.toggle("tersaring", saring);
          });
          unit.saring = saring;
          if (unit.tombol && (unit.tombol.getAttribute("aria-expanded") === "true") !== buka) {
            unit.tombol.setAttribute("aria-expanded", String(buka));
          }
          susun(unit.anak, terlipat || !buka, kenaInduk || (kata.length > 0 && Boolean(unit.kena)));
        });
      })(isi.akar, false, false);
      if (status) {
        var banyak = isi.daftar.filter(function (unit) { return !unit.jumlah; }).length;
        status.textContent = !kata.length ? "" : cocok ? cocok + " dari " + banyak + " baris cocok" : "Tidak ada baris yang cocok";
      }
    }

    function lipatSemua(buka) {
      isi.daftar.forEach(function (unit) { if (unit.anak.length) unit.buka = buka; });
      tampilkan();
    }

    function susunUlang() {
      var badan = tabel.tBodies[0];
      var kolom = urutan.kolom;
      function banding(a, b) {
        if (a.jumlah !== b.jumlah) return a.jumlah ? 1 : -1;
        if (!urutan.arah) return a.urut - b.urut;
        var x = nilaiUrut(a, kolom);
        var y = nilaiUrut(b, kolom);
        if (x.kosong !== y.kosong) return x.kosong ? 1 : -1; // gaps last, whatever the direction
        var hasil = isNaN(x.angka) || isNaN(y.angka) ? x.teks.localeCompare(y.teks, "id", { numeric: true }) : x.angka - y.angka;
        return hasil * urutan.arah || a.urut - b.urut;
      }
      (function urutkan(daftar) { daftar.sort(banding); daftar.forEach(function (u) { urutkan(u.anak); }); })(isi.akar);
      var potongan = document.createDocumentFragment();
      jalan(isi.akar, function (unit) { unit.baris.forEach(function (baris) { potongan.appendChild(baris); }); });
      badan.appendChild(potongan);
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

    function keCsv() {
      var baris = [];
      var peta = petaKepala(tabel, isi.lebar);
      var kepala = [];
      for (var k = 0; k < isi.lebar; k += 1) {
        var bagian = [];
        peta.forEach(function (sel, r) {
          var teks = sel[k] && !barisNomor(tabel.tHead.rows[r]) ? teksSel(sel[k]) : "";
          if (teks && bagian[bagian.length - 1] !== teks) bagian.push(teks);
        });
        kepala.push(bagian.join(" – "));
      }
      baris.push(kepala);
      jalan(isi.akar, function (unit) {
        if (unit.saring) return;
        var turun = {};
        unit.baris.forEach(function (tr) {
          var kolom = 0;
          var hasil = [];
          function lewatiGabungan() { while (turun[kolom] > 0) { turun[kolom] -= 1; hasil.push(""); kolom += 1; } }
          Array.prototype.forEach.call(tr.cells, function (sel) {
            lewatiGabungan();
            for (var x = 0; x < sel.colSpan; x += 1) {
              hasil.push(x ? "" : teksSel(sel));
              if (sel.rowSpan > 1) turun[kolom] = sel.rowSpan - 1;
              kolom += 1;
            }
          });
          lewatiGabungan();
          baris.push(hasil);
        });
      });
      return "\ufeff" + baris.map(function (sel) { return sel.map(selCsv).join(";"); }).join("\r\n") + "\r\n";
    }

    /* tools above the table */
    var alat = buat("div", { "class": "alat-tabel" });
    var status = null;
    if (isi.daftar.length >= PALING_SEDIKIT_UNTUK_SARING) {
      var label = buat("label", { "class": "saring" });
      label.appendChild(buat("span", { "class": "tersembunyi" }, "Saring baris " + keterangan));
      var jeda = 0;
      var masukan = buat("input", { type: "search", placeholder: "Saring baris…", autocomplete: "off", spellcheck: "false" });
      label.appendChild(masukan);
      alat.appendChild(label);
      masukan.addEventListener("input", function () {
        clearTimeout(jeda);
        jeda = setTimeout(function () {
          kata = masukan.value.toLowerCase().split(/\s+/).filter(Boolean);
          tampilkan();
        }, isi.daftar.length > PALING_BANYAK_LANGSUNG ? 150 : 0);
      });
      masukan.addEventListener("keydown", function (kejadian) {
        if (kejadian.key === "Escape" && masukan.value) {
          masukan.value = "";
          masukan.dispatchEvent(new Event("input"));
          kejadian.stopPropagation();
        }
      });
    }
    if (cabang) {
      [["Buka semua", true], ["Tutup semua", false]].forEach(function (pilihan) {
        var tombol = buat("button", { type: "button", "class": "tombol" }, pilihan[0]);
        tombol.addEventListener("click", function () { lipatSemua(pilihan[1]); });
        alat.appendChild(tombol);
      });
    }
    status = buat("span", { "class": "status", role: "status" });
    alat.appendChild(status);
    var unduh = buat("button", { type: "button", "class": "tombol unduh-csv", "aria-label": "Unduh CSV: " + keterangan }, "Unduh CSV");
    unduh.addEventListener("click", function () { simpanBerkas(namaBerkas(tabel, nomor), keCsv()); });
    alat.appendChild(unduh);
    if (isi.daftar.length > 2) wadah.parentNode.insertBefore(alat, wadah);

    /* fold buttons */
    if (cabang) {
      var terlipatDulu = tabel.tBodies[0].rows.length > PALING_BANYAK_TERBUKA;
      isi.daftar.forEach(function (unit) {
        var sel = unit.baris[0].querySelector('th[scope="row"]') || unit.baris[0].cells[0];
        if (unit.jumlah || !sel) return;
        unit.baris.forEach(function (baris) { baris.dataset.dalam = unit.dalam; baris.style.setProperty("--dalam", unit.dalam); });
        sel.classList.add("sel-cabang");
        if (!unit.anak.length) return;
        unit.buka = !terlipatDulu;
        unit.baris[0].classList.add("baris-cabang");
        unit.tombol = buat("button", { type: "button", "class": "lipat", "aria-expanded": String(unit.buka), "aria-label": "Rincian " + teksSel(sel).slice(0, 90) });
        unit.tombol.addEventListener("click", function () { unit.buka = unit.tombol.getAttribute("aria-expanded") !== "true"; tampilkan(); });
        sel.insertBefore(unit.tombol, sel.firstChild);
      });
      tabel.addEventListener("lkjip:tampak", function (kejadian) {
        var baris = kejadian.target.closest("tr");
        isi.daftar.forEach(function (unit) {
          if (unit.baris.indexOf(baris) < 0) return;
          for (var u = unit.induk; u; u = u.induk) u.buka = true;
          tampilkan();
        });
      });
      if (terlipatDulu) tampilkan();
    }

    /* sort buttons in the lowest head of each column */
    var satuan = isi.daftar.filter(function (unit) { return !unit.jumlah; });
    if (satuan.length > 2) {
      var peta = petaKepala(tabel, isi.lebar);
      var tingkat = peta.length - 1;
      while (tingkat > 0 && barisNomor(tabel.tHead.rows[tingkat])) tingkat -= 1;
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
          susunUlang();
        });
      });
    }

    if (wadah.classList.contains("tabel-wadah")) {
      awasiGeser(wadah, keterangan, function (lebar) {
        wadah.classList.toggle("lebar", lebar);
        wadah.classList.toggle("tinggi", lebar && tabel.offsetHeight > window.innerHeight * 1.1);
      });
    }
  }

  /* A region that scrolls sideways can be reached by keyboard and says what it holds. */
  function awasiGeser(wadah, keterangan, kabari) {
    function tepi() { /* fades the side that hides more */
      var sisa = wadah.scrollWidth - wadah.clientWidth - wadah.scrollLeft;
      wadah.classList.toggle("ada-lanjutan", sisa > 4);
    }
    function ukur() {
      var lebar = wadah.scrollWidth > wadah.clientWidth + 1;
      if (kabari) kabari(lebar);
      if (lebar) {
        wadah.tabIndex = 0;
        wadah.setAttribute("role", "region");
        wadah.setAttribute("aria-label", keterangan + " (dapat digeser)");
      } else {
        ["tabindex", "role", "aria-label"].forEach(function (nama) { wadah.removeAttribute(nama); });
      }
      tepi();
    }
    ukur();
    wadah.addEventListener("scroll", tepi, { passive: true });
    if (window.ResizeObserver) new ResizeObserver(function () { requestAnimationFrame(ukur); }).observe(wadah.parentElement);
  }

  function judulTabel(tabel) {
    var gambar = tabel.closest("figure");
    var judul = tabel.caption || (gambar && gambar.querySelector("figcaption"));
    if (judul) return judul.textContent.replace(/#$/, "").replace(/\s+/g, " ").trim();
    var sebelum = tabel.closest("section, .isi, main, body").querySelector("h1, h2, h3, h4");
    return "Tabel" + (sebelum ? " dalam " + sebelum.textContent.replace(/#$/, "").trim() : "");
  }

  /* Numbers stay numbers; other cells that a spreadsheet would take for a formula get an apostrophe. */
  function selCsv(teks) {
    var angka = /^[-−+]?\d[\d.]*(,\d+)?%?$/.test(teks);
    if (!angka && /^[=+\-@\t\r]/.test(teks)) teks = "'" + teks;
    return /[;"\r\n]/.test(teks) ? '"' + teks.replace(/"/g, '""') + '"' : teks;
  }

  function namaBerkas(tabel, nomor) {
    var gambar = tabel.closest("figure[id], div[id^='tbl-']");
    var nama = (gambar && gambar.id) || tabel.id || "tabel-" + (nomor + 1);
    return nama.replace(/[^\w.-]+/g, "-") + ".csv";
  }

  function simpanBerkas(nama, teks) {
    var alamat = URL.createObjectURL(new Blob([teks], { type: "text/csv;charset=utf-8" }));
    var a = buat("a", { href: alamat, download: nama });
    document.body.appendChild(a);
    a.click();
    a.remove();
    setTimeout(function () { URL.revokeObjectURL(alamat); }, 10000);
  }

  function mulai() { 
    document.querySelectorAll("table.tabel").forEach(pasang);
    document.querySelectorAll("figure.lkjip-gambar").forEach(function (gambar) {
      var judul = gambar.querySelector("figcaption");
      awasiGeser(gambar, judul ? judul.textContent.replace(/#$/, "").trim() : "Gambar");
    });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mulai);
  else mulai();
  window.LKJIP_TABEL = { angkaIndonesia: angkaIndonesia, selCsv: selCsv };
})();
