/* Charts and diagrams as files: SVG with its letters inside, PNG at twice its size on paper; on white in any theme. */
(function () {
  "use strict";
  var TITIK = 96 / 72; // pixels
  var KALI = 2;
  var SVG = "http://www.w3.org/2000/svg";
  var baca = window.LKJIP_TABEL;

  /* The letters of the page, as data (aset/huruf.js); without them the reader's own take their place. */
  function muatHuruf() {
    var jejak = (window.LKJIP || {}).lokasi || "aset/jejak.js";
    return window.LKJIP_MUAT(jejak.replace("jejak.js", "huruf.js")).catch(function () {});
  }

  function unsur(nama, atribut, isi) {
    var baru = document.createElementNS(SVG, nama);
    Object.keys(atribut).forEach(function (kunci) { baru.setAttribute(kunci, atribut[kunci]); });
    if (isi) baru.textContent = isi;
    return baru;
  }

  /* The picture as a document of its own, with its size in points. */
  function mandiri(svg, judul) {
    var salinan = svg.cloneNode(true);
    var kotak = svg.viewBox.baseVal;
    ["class", "style", "aria-label", "role"].forEach(function (nama) { salinan.removeAttribute(nama); });
    salinan.setAttribute("width", kotak.width + "pt");
    salinan.setAttribute("height", kotak.height + "pt");
    var lama = salinan.querySelector("title");
    if (lama) lama.remove();
    var huruf = window.LKJIP_HURUF ? '@font-face{font-family:"Source Sans 3";font-weight:200 900;src:url(' + window.LKJIP_HURUF + ")}" : "";
    salinan.prepend(unsur("title", {}, judul), unsur("style", {}, huruf), unsur("rect", { x: kotak.x, y: kotak.y, width: kotak.width, height: kotak.height, fill: "#fff" }));
    return { teks: new XMLSerializer().serializeToString(salinan), lebar: kotak.width, tinggi: kotak.height };
  }

  function kePng(gambar, selesai) {
    var foto = new Image();
    foto.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(gambar.teks);
    foto.decode().then(function () {
      var kanvas = document.createElement("canvas");
      kanvas.width = Math.round(gambar.lebar * TITIK * KALI);
      kanvas.height = Math.round(gambar.tinggi * TITIK * KALI);
      kanvas.getContext("2d").drawImage(foto, 0, 0, kanvas.width, kanvas.height);
      kanvas.toBlob(selesai, "image/png");
    });
  }

  function unduh(figur, svg, judul, bentuk) {
    muatHuruf().then(function () {
      var gambar = mandiri(svg, judul);
      var nama = baca.namaBerkas(figur, "." + bentuk);
      if (bentuk === "png") kePng(gambar, function (isi) { baca.simpanBerkas(nama, isi); });
      else baca.simpanBerkas(nama, new Blob([gambar.teks], { type: "image/svg+xml" }));
    });
  }

  function pasang(figur) {
    var svg = figur.querySelector("svg[viewBox]");
    var keterangan = figur.querySelector("figcaption");
    if (!svg || figur.querySelector(".alat-gambar")) return;
    var judul = keterangan ? keterangan.textContent.replace(/#$/, "").replace(/\s+/g, " ").trim() : "Gambar";
    var alat = document.createElement("p");
    alat.className = "alat-gambar";
    alat.append("Unduh gambar: ");
    ["png", "svg"].forEach(function (bentuk) {
      var tombol = document.createElement("button");
      tombol.type = "button";
      tombol.className = "tombol";
      tombol.textContent = bentuk.toUpperCase();
      tombol.setAttribute("aria-label", "Unduh " + bentuk.toUpperCase() + ": " + judul);
      tombol.addEventListener("click", function () { unduh(figur, svg, judul, bentuk); });
      alat.append(tombol);
    });
    figur.append(alat);
  }

  function mulai() {
    window.LKJIP_NANTI(document.querySelectorAll("figure.lkjip-gambar, .quarto-float-fig > figure"), pasang);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mulai);
  else mulai();
})();
