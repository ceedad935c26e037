/* A table as tidy CSV: a row of the table is a row, joined cells are said in each; year, level and code come first, beside
   each number column stands its unit, what else a cell says in the last column. BOM, semicolons and decimal commas:
   Indonesian Excel opens it with a double click, pandas with sep=";", decimal=",". */
(function () {
  "use strict";
  var baca = window.LKJIP_TABEL;
  var BILANGAN = /(Rp\.?\s?)?([-−+]?)(?:Rp\.?\s?)?(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?(%?)/;
  var TANDA = /^[▲●▼○–]\s+/; // of a status; its words follow
  var SATUAN = { "%": "persen", Rp: "rupiah" };
  var KOSONG = /^[-–—]?$/;

  /* A text that a spreadsheet would take for a formula gets an apostrophe. */
  function selCsv(teks) {
    if (!/^-?\d+(,\d+)?$/.test(teks) && /^[=+\-@\t\r＝＋－＠]/.test(teks)) teks = "'" + teks;
    return /[;"\r\n]/.test(teks) ? '"' + teks.replace(/"/g, '""') + '"' : teks;
  }

  function meta(nama) {
    var unsur = document.querySelector('meta[name="lkjip-' + nama + '"]');
    return unsur ? unsur.content : "";
  }

  function kunci(unsur) {
    var angka = unsur.querySelector(".angka[data-kunci]");
    return angka ? angka.dataset.kunci : "";
  }

  /* "Rp2.500", "12 laporan", "72 (BB)‡": the number, its unit, and what else is said. */
  function pisah(sel) {
    var teks = baca.teksSel(sel);
    var cocok = BILANGAN.exec(teks);
    var jejak = (window.LKJIP_JEJAK || {})[kunci(sel).replace(/_predikat$/, "")] || {};
    if (!cocok) return { nilai: "", satuan: "", lain: KOSONG.test(teks) ? "" : teks };
    var nilai = (/[-−]/.test(cocok[2]) ? "-" : "") + cocok[3].replace(/\./g, "") + (cocok[4] || "");
    var setelah = teks.slice(cocok.index + cocok[0].length).trim();
    var kata = (/^\p{L}[^‡†()]*/u.exec(setelah) || [""])[0];
    var lain = (teks.slice(0, cocok.index) + " " + setelah.slice(kata.length)).replace("‡", "; diragukan").replace(/[()]/g, "");
    var satuan = jejak.satuan || SATUAN[cocok[5]] || (/Rp/.test(cocok[0]) ? SATUAN.Rp : kata.trim());
    return { nilai: nilai, satuan: satuan, lain: lain.replace(/\s+/g, " ").replace(/^[;\s]+|\s+$/g, "") };
  }

  function kepala(tabel, isi) {
    var peta = baca.petaKepala(tabel, isi.lebar);
    return peta[0].map(function (_, k) {
      var bagian = [];
      peta.forEach(function (sel, r) {
        var teks = sel[k] && !baca.barisNomor(tabel.tHead.rows[r]) ? baca.teksSel(sel[k]) : "";
        if (teks && bagian[bagian.length - 1] !== teks) bagian.push(teks);
      });
      return bagian.join(" – ");
    });
  }

  /* The rows that are kept, as cells by column; a joined cell stands in each of its rows. */
  function kisi(isi) {
    var hasil = [];
    baca.jalan(isi.akar, function (unit) {
      var turun = [];
      unit.baris.forEach(function (tr) {
        var sel = [], kolom = 0;
        function lewat() {
          for (; turun[kolom] && turun[kolom].sisa > 0; kolom += 1) { turun[kolom].sisa -= 1; sel[kolom] = turun[kolom].sel; }
        }
        Array.prototype.forEach.call(tr.cells, function (satu) {
          lewat();
          sel[kolom] = satu;
          for (var x = 0; x < satu.colSpan; x += 1) turun[kolom + x] = { sel: x ? null : satu, sisa: satu.rowSpan - 1 };
          kolom += satu.colSpan;
        });
        lewat();
        var judul = tr.cells.length === 1 && isi.lebar > 1 && tr.cells[0].colSpan === isi.lebar;
        if (judul || tr.classList.contains("tersaring") || tr.classList.contains("konteks")) return;
        hasil.push({ tr: tr, sel: sel, kelompok: unit.induk && !isi.pohon ? baca.teksSel(unit.induk.baris[0]) : "" });
      });
    });
    return hasil;
  }

  /* What a row is about: as its tree says, else as the key of its first figure does. */
  function pokok(tr) {
    var bagian = kunci(tr).split(".");
    var lalu = /_lalu$/.test(bagian[0]);
    var tahun = Number(meta("tahun")) || "";
    var jumlah = tr.classList.contains("jumlah");
    return [
      String(lalu && tahun ? tahun - 1 : tahun),
      jumlah ? "jumlah" : tr.dataset.tingkat || (bagian.length > 2 ? bagian[0].replace("_lalu", "") : ""),
      jumlah ? "" : (tr.dataset.kode || "").split("#")[0] || (bagian.length > 2 ? bagian[1] : ""),
    ];
  }

  function keCsv(tabel, isi) {
    var judul = kepala(tabel, isi);
    var baris = kisi(isi);
    var bilangan = judul.map(function (_, k) {
      var kolom = baris.map(function (b) { return b.sel[k]; }).filter(Boolean);
      return kolom.length > 0 && kolom.every(function (s) { return s.style.textAlign === "right" || KOSONG.test(baca.teksSel(s)); }) &&
        kolom.some(function (s) { return pisah(s).nilai; });
    });
    var berkelompok = baris.some(function (b) { return b.kelompok; });
    var semua = [["Tahun", "Tingkat", "Kode"].concat(berkelompok ? ["Kelompok"] : [])];
    judul.forEach(function (j, k) { semua[0].push(j); if (bilangan[k]) semua[0].push(j + " – satuan"); });
    semua[0].push("Catatan");
    baris.forEach(function (b) {
      var hasil = pokok(b.tr).concat(berkelompok ? [b.kelompok] : []);
      var catatan = [];
      judul.forEach(function (j, k) {
        var sel = b.sel[k];
        if (!bilangan[k]) {
          var teks = sel ? baca.teksSel(sel).replace(TANDA, "") : "";
          if (/‡/.test(teks)) catatan.push(j + ": diragukan");
          hasil.push(KOSONG.test(teks) ? "" : teks.replace(/\s*‡/g, ""));
          return;
        }
        var bagian = sel ? pisah(sel) : { nilai: "", satuan: "", lain: "" };
        hasil.push(bagian.nilai, bagian.satuan);
        if (bagian.lain) catatan.push(j + ": " + bagian.lain);
      });
      semua.push(hasil.concat(catatan.join("; ")));
    });
    if (!semua.slice(1).some(function (b) { return b[b.length - 1]; })) semua.forEach(function (b) { b.pop(); });
    return "\ufeff" + semua.map(function (b) { return b.map(selCsv).join(";"); }).join("\r\n") + "\r\n";
  }

  /* "dinas-perhubungan-2024-tbl-iku.csv": whose, of which year, what. */
  baca.namaBerkas = function (unsur, akhiran) {
    var wadah = unsur.closest("figure[id], div[id^='tbl-'], div[id^='fig-']");
    var bagian = [meta("unit"), meta("tahun"), (wadah && wadah.id) || unsur.id || "tabel"];
    return bagian.filter(Boolean).join("-").toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, "-") + akhiran;
  };

  baca.simpanBerkas = function (nama, isi) {
    var alamat = URL.createObjectURL(isi);
    var a = document.createElement("a");
    a.href = alamat;
    a.download = nama;
    document.body.appendChild(a);
    a.click();
    a.remove();
    setTimeout(function () { URL.revokeObjectURL(alamat); }, 10000);
  };

  baca.unduhCsv = function (tabel, isi) {
    var jejak = (window.LKJIP || {}).lokasi; // knows the unit of each figure
    (jejak ? window.LKJIP_MUAT(jejak).catch(function () {}) : Promise.resolve()).then(function () {
      baca.simpanBerkas(baca.namaBerkas(tabel, ".csv"), new Blob([keCsv(tabel, isi)], { type: "text/csv;charset=utf-8" }));
    });
  };
  baca.selCsv = selCsv;
  baca.keCsv = keCsv;
})();
