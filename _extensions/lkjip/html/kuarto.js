/* What Quarto has no option for on its own pages: Roman chapter numbers (BAB III), names of the landmarks. */
(function () {
  "use strict";
  function romawi(angka) {
    var hasil = "";
    [[10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]].forEach(function (pasangan) {
      while (angka >= pasangan[0]) { hasil += pasangan[1]; angka -= pasangan[0]; }
    });
    return hasil;
  }
  document.addEventListener("DOMContentLoaded", function () {
    if (!document.querySelector('meta[name="quarto:offset"]')) return;
    [["#quarto-sidebar", "Daftar isi"], ["#TOC", "Pada halaman ini"], [".quarto-secondary-nav", "Letak halaman"], [".quarto-page-breadcrumbs", "Jejak bab"], ["nav.page-navigation", "Bab sebelum dan sesudah"]].forEach(function (pasangan) {
      document.querySelectorAll(pasangan[0]).forEach(function (nav) { nav.setAttribute("aria-label", pasangan[1]); });
    });
    document.querySelectorAll(".chapter-number").forEach(function (nomor) {
      if (/^\d+$/.test(nomor.textContent)) nomor.textContent = "BAB " + romawi(Number(nomor.textContent));
    });
    document.querySelectorAll("a.quarto-xref").forEach(function (rujukan) {
      var cocok = /^(Bab\s+)(\d+)$/.exec(rujukan.textContent);
      if (cocok) rujukan.textContent = cocok[1] + romawi(Number(cocok[2]));
    });
    document.title = document.title.replace(/^(\d+)\s+/, function (_, angka) { return "BAB " + romawi(Number(angka)) + " "; });
  });
})();
