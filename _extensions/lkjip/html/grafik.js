/* Pictures on a phone: a chart is drawn anew for the width from the table of its numbers; a diagram can be enlarged. */
(function () {
  "use strict";
  var SEMPIT = window.matchMedia("(max-width: 40rem)");
  var BANYAK = 12; // rows; of more, those that are complete are only counted
  var PEMBESARAN = [1, 1.75, 2.75, 4];
  var baca = window.LKJIP_TABEL;

  function buat(nama, kelas, isi) {
    var unsur = document.createElement(nama);
    unsur.className = kelas;
    if (isi) unsur.textContent = isi;
    return unsur;
  }

  function gambarDari(rincian) {
    for (var u = rincian, naik = 0; u && naik < 3; u = u.parentElement, naik += 1) {
      var sebelum = u.previousElementSibling;
      var gambar = sebelum && (sebelum.matches("figure") ? sebelum : sebelum.querySelector("figure"));
      if (gambar) return gambar.querySelector("svg, img") ? gambar : null;
    }
    return null;
  }

  /* Columns that are drawn: shares on one scale, else years, each row on its own. */
  function pilihKolom(judul, baris) {
    var persen = [], tahun = [];
    judul.forEach(function (j, k) {
      if (/^\d{4}$/.test(j)) tahun.push(k);
      else if (k && baris.some(function (b) { return /%/.test(b[k]); }) && baris.every(function (b) { return /%|^–|^$/.test(b[k]); })) persen.push(k);
    });
    if (tahun.length) return { kolom: tahun, target: judul.findIndex(function (j) { return /^Target/.test(j); }) };
    var ukur = judul.some(function (j) { return /^(Target|Realisasi)/.test(j); }) && persen.length > 1;
    return { kolom: ukur ? persen.slice(-1) : persen, target: -1 };
  }

  function jalur(nilai, batas, target, kelas) {
    var garis = buat("span", "g-jalur");
    if (nilai > 0) garis.appendChild(buat("span", "g-batang " + kelas)).style.width = (nilai / batas) * 100 + "%";
    if (target > 0) garis.appendChild(buat("span", "g-target")).style.left = (target / batas) * 100 + "%";
    return garis;
  }

  function gambarBaris(judul, b, pilihan, batasBersama) {
    var nilai = pilihan.kolom.map(function (k) { return baca.angkaIndonesia(b[k]); });
    var target = pilihan.target >= 0 ? baca.angkaIndonesia(b[pilihan.target]) : 100;
    var batas = batasBersama || Math.max.apply(null, nilai.concat(target, 0).filter(isFinite)) * 1.04 || 1;
    var status = b[judul.indexOf("Status")] || "";
    var wadah = buat("div", "g-baris");
    var satuan = b[judul.indexOf("Satuan")];
    wadah.appendChild(buat("p", "g-nama", b[0] + (satuan ? " (" + satuan + ")" : "")));
    pilihan.kolom.forEach(function (k, i) {
      var terakhir = i === pilihan.kolom.length - 1;
      var kelas = /^▼/.test(status) ? "g-kurang" : pilihan.target >= 0 && !terakhir ? "g-lalu" : pilihan.target < 0 && i ? "g-kedua" : "";
      var satu = buat("p", "g-satu");
      if (pilihan.kolom.length > 1) satu.appendChild(buat("span", "g-kepala", judul[k]));
      satu.append(jalur(nilai[i], batas, pilihan.target < 0 || terakhir ? target : 0, kelas), buat("span", "g-nilai", b[k]));
      wadah.appendChild(satu);
    });
    var ket = pilihan.target >= 0 ? judul[pilihan.target].toLowerCase() + ": " + b[pilihan.target] : status;
    if (ket) wadah.appendChild(buat("p", "g-ket", ket));
    return wadah;
  }

  function grafik(rincian) {
    var tabel = rincian.querySelector("table");
    var gambar = gambarDari(rincian);
    if (!tabel || !tabel.tHead || !gambar || gambar.querySelector(".grafik")) return;
    var judul = Array.prototype.map.call(tabel.tHead.rows[0].cells, baca.teksSel);
    var baris = Array.prototype.map.call(tabel.tBodies[0].rows, function (tr) { return Array.prototype.map.call(tr.cells, baca.teksSel); });
    var pilihan = pilihKolom(judul, baris);
    if (!pilihan.kolom.length) return;
    var hasil = buat("div", "grafik");
    var penuh = baris.length > BANYAK ? baris.filter(function (b) { return b[pilihan.kolom[0]] === "100,00%"; }) : [];
    var batas = 0;
    if (pilihan.target < 0) {
      baris.forEach(function (b) { pilihan.kolom.forEach(function (k) { batas = Math.max(batas, 104, baca.angkaIndonesia(b[k]) * 1.04 || 0); }); });
    }
    baris.forEach(function (b) { if (penuh.indexOf(b) < 0) hasil.appendChild(gambarBaris(judul, b, pilihan, batas)); });
    if (penuh.length) hasil.appendChild(buat("p", "g-ket", penuh.length + " lainnya 100,00%"));
    if (pilihan.target < 0) hasil.appendChild(buat("p", "g-ket", "Garis tegak: 100%."));
    var lama = gambar.querySelector("svg, img");
    lama.classList.add("bergrafik");
    lama.parentNode.insertBefore(hasil, lama);
  }

  function perbesar(gambar) {
    var svg = gambar.querySelector("svg, img");
    if (!svg || gambar.querySelector(".grafik, .perbesar")) return;
    var bingkai = buat("div", "bingkai-gambar");
    var alat = buat("div", "perbesar");
    var tingkat = 0;
    svg.parentNode.insertBefore(bingkai, svg);
    bingkai.appendChild(svg);
    [["+", "Perbesar gambar", 1], ["−", "Perkecil gambar", -1]].forEach(function (t) {
      var tombol = buat("button", "tombol", t[0]);
      tombol.type = "button";
      tombol.setAttribute("aria-label", t[1]);
      tombol.addEventListener("click", function () {
        tingkat = Math.min(Math.max(tingkat + t[2], 0), PEMBESARAN.length - 1);
        bingkai.style.setProperty("--perbesaran", PEMBESARAN[tingkat]);
        bingkai.tabIndex = tingkat ? 0 : -1;
      });
      alat.appendChild(tombol);
    });
    bingkai.setAttribute("role", "group");
    bingkai.setAttribute("aria-label", "Gambar, dapat digeser bila diperbesar");
    bingkai.parentNode.insertBefore(alat, bingkai);
  }

  function siapkan() {
    if (!SEMPIT.matches) return;
    document.querySelectorAll("details.data-gambar").forEach(grafik);
    document.querySelectorAll("figure.lkjip-gambar, .quarto-float-fig > figure").forEach(perbesar);
  }
  function mulai() {
    siapkan();
    if (SEMPIT.addEventListener) SEMPIT.addEventListener("change", siapkan);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mulai);
  else mulai();
})();
