/* The years: a switch to the same page of the reports that lie beside this one. aset/tahun.js, written anew
   whenever a report of the unit is put in place, says which they are. Where none is there (any more), no switch. */
(function () {
  "use strict";
  var skrip = document.querySelector("script[data-tahun]");
  if (!skrip) return;
  var data = new URL(skrip.dataset.tahun, location.href);
  var akar = new URL("..", data);

  function muat(alamat, kerjakan) {
    var baru = document.createElement("script");
    baru.src = alamat;
    baru.onload = function () { kerjakan(true); };
    baru.onerror = function () { kerjakan(false); };
    document.head.appendChild(baru);
  }

  /* The same page, at the same place (what is not there is at its top); else the front page. */
  function tujuan(laporan) {
    var halaman = decodeURIComponent(location.pathname.slice(akar.pathname.length)) || "index.html";
    var ada = laporan.halaman.indexOf(halaman) >= 0;
    return new URL(laporan.di + (ada ? encodeURI(halaman) + location.hash : "index.html"), akar).href;
  }

  function susun(wadah, kini, laporan) {
    var rincian = document.createElement("details");
    var judul = document.createElement("summary");
    var daftar = document.createElement("ul");
    judul.append(Object.assign(document.createElement("span"), { className: "tersembunyi", textContent: "Tahun laporan " }), kini);
    Object.keys(laporan).concat(kini).sort().reverse().forEach(function (tahun) {
      var butir = document.createElement("li");
      var isi = document.createElement(tahun === kini ? "span" : "a");
      isi.textContent = tahun;
      if (tahun === kini) isi.setAttribute("aria-current", "true");
      else isi.href = tujuan(laporan[tahun]);
      butir.append(isi);
      daftar.append(butir);
    });
    rincian.append(judul, daftar);
    wadah.replaceChildren(rincian);
    wadah.hidden = false;
    rincian.addEventListener("toggle", function () { // where the reader is now
      daftar.querySelectorAll("a").forEach(function (a) { a.href = tujuan(laporan[a.textContent]); });
    });
    document.addEventListener("keydown", function (k) {
      if (k.key !== "Escape" || !rincian.open) return;
      rincian.open = false;
      if (rincian.contains(document.activeElement)) judul.focus();
    });
    ["click", "focusin"].forEach(function (nama) {
      document.addEventListener(nama, function (k) { if (!rincian.contains(k.target)) rincian.open = false; });
    });
  }

  function mulai() {
    var wadah = document.querySelector("[data-pilih-tahun]");
    if (!wadah) return;
    muat(data.href, function () {
      var kini = wadah.dataset.pilihTahun;
      var semua = Object.assign({}, window.LKJIP_TAHUN);
      delete semua[kini];
      var tunggu = Object.keys(semua).length;
      Object.keys(semua).forEach(function (tahun) { // a folder may have been taken away since
        muat(new URL(semua[tahun].di + skrip.dataset.tahun, akar).href, function (ada) {
          if (!ada) delete semua[tahun];
          tunggu -= 1;
          if (!tunggu && Object.keys(semua).length) susun(wadah, kini, semua);
        });
      });
    });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mulai);
  else mulai();
})();
