/* Wide tables and pictures scroll inside their frame, by keyboard too; a table's first column stays. */
(function () {
  "use strict";
  var KOLOM_NOMOR = 64; // pixels; a narrower first column only counts, so the second stays as well
  var PALING_LEBAR = 0.62; // of the frame, at most, for the columns that stay

  function tanpaJangkar(unsur) { return unsur.textContent.replace(/#$/, "").replace(/\s+/g, " ").trim(); }

  /* Marks the cells of the first columns; a cell joined with the one above is none of its row's. */
  function tandaiKolom(tabel, banyak) {
    if (tabel.dataset.lekat === String(banyak)) return;
    tabel.dataset.lekat = banyak;
    var turun = [0, 0];
    Array.prototype.forEach.call(tabel.rows, function (baris) {
      if (baris.parentNode.rows[0] === baris) turun = [0, 0];
      var sel = baris.cells;
      for (var kolom = 0, i = 0; kolom < 2; kolom += 1) {
        if (turun[kolom] > 0) { turun[kolom] -= 1; continue; }
        if (!sel[i]) break;
        turun[kolom] = sel[i].rowSpan - 1;
        sel[i].classList.toggle("lekat-1", kolom === 0 && banyak > 0);
        sel[i].classList.toggle("lekat-2", kolom === 1 && banyak > 1);
        if (sel[i].colSpan > 1) break;
        i += 1;
      }
    });
  }

  function lekatkan(wadah, tabel, lebar) {
    var contoh = lebar && Array.prototype.find.call(tabel.tBodies[0].rows, function (baris) {
      return baris.cells.length > 2 && baris.cells[0].colSpan === 1 && baris.getClientRects().length;
    });
    var banyak = 0;
    if (contoh) {
      var pertama = contoh.cells[0].offsetWidth;
      var berdua = pertama + contoh.cells[1].offsetWidth;
      var batas = wadah.clientWidth * PALING_LEBAR;
      banyak = pertama < KOLOM_NOMOR && berdua <= batas ? 2 : pertama <= batas ? 1 : 0;
      tabel.style.setProperty("--lebar-1", pertama + "px");
    }
    tandaiKolom(tabel, banyak);
  }

  function awasi(bingkai, keterangan, tabel) {
    function tepi() { /* fades the side that hides more */
      var sisa = bingkai.scrollWidth - bingkai.clientWidth - bingkai.scrollLeft;
      bingkai.classList.toggle("ada-lanjutan", sisa > 4);
      bingkai.classList.toggle("tergeser", bingkai.scrollLeft > 4);
    }
    function ukur() {
      var isi = tabel || bingkai.querySelector("svg, img"); // measuring it lays it out, wherever it is
      var lebar = isi && isi.getBoundingClientRect().width > bingkai.clientWidth + 1;
      if (tabel) {
        bingkai.classList.toggle("lebar", lebar);
        bingkai.classList.toggle("tinggi", lebar && tabel.offsetHeight > window.innerHeight * 1.1);
        lekatkan(bingkai, tabel, lebar);
      }
      if (lebar) {
        bingkai.tabIndex = 0;
        bingkai.setAttribute("role", "region");
        bingkai.setAttribute("aria-label", keterangan + " (dapat digeser)");
      } else {
        ["tabindex", "role", "aria-label"].forEach(function (nama) { bingkai.removeAttribute(nama); });
      }
      tepi();
    }
    ukur();
    bingkai.style.contentVisibility = "visible"; // laid out now
    bingkai.addEventListener("scroll", tepi, { passive: true });
    if (window.ResizeObserver) new ResizeObserver(function () { requestAnimationFrame(ukur); }).observe(bingkai.parentElement);
  }

  window.LKJIP_TABEL.setiap(function (tabel) {
    var wadah = tabel.closest(".tabel-wadah");
    if (wadah && tabel.tBodies.length) awasi(wadah, window.LKJIP_TABEL.judulTabel(tabel), tabel);
  });
  function mulai() {
    window.LKJIP_NANTI(document.querySelectorAll("figure.lkjip-gambar"), function (gambar) {
      var judul = gambar.querySelector("figcaption");
      awasi(gambar, judul ? tanpaJangkar(judul) : "Gambar");
    });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mulai);
  else mulai();
})();
