/* Reloads the page after a build, and gives it back its place and its folds. */
(function (nomor, kabar) {
  var kunci = "lkjip-pratinjau " + location.pathname;
  function lipatan() {
    var kali = {};
    return Array.from(document.querySelectorAll("details, .lipat")).map(function (e) {
      var n = nama(e);
      kali[n] = (kali[n] || 0) + 1;
      return { e: e, nama: n + " " + kali[n] };
    });
  }
  function tombol(e) { return e.querySelector("summary") || e; }
  function buka(e) { return "open" in e ? e.open : e.getAttribute("aria-expanded") === "true"; }
  function nama(e) {
    var induk = e.closest("[id]"), teks = tombol(e).getAttribute("aria-label");
    return (induk ? induk.id : "") + " " + (teks || tombol(e).textContent);
  }
  function muat() {
    var isi = { gulir: scrollY, lipat: {} };
    lipatan().forEach(function (l) { isi.lipat[l.nama] = buka(l.e); });
    document.querySelectorAll("main [id]").forEach(function (e) {
      var kotak = e.getBoundingClientRect();
      if (kotak.height && kotak.top < 150) { isi.dekat = e.id; isi.jarak = kotak.top; }
    });
    sessionStorage.setItem(kunci, JSON.stringify(isi));
    history.scrollRestoration = "manual";
    location.reload();
  }
  function pulihkan(isi) {
    lipatan().forEach(function (l) {
      if (l.nama in isi.lipat && isi.lipat[l.nama] !== buka(l.e)) tombol(l.e).click();
    });
    requestAnimationFrame(function () { requestAnimationFrame(function () {
      var e = isi.dekat && document.getElementById(isi.dekat);
      scrollTo(0, e ? scrollY + e.getBoundingClientRect().top - isi.jarak : isi.gulir);
    }); });
  }
  addEventListener("load", function () {
    var isi = sessionStorage.getItem(kunci), akar = document.documentElement, kali = 0;
    sessionStorage.removeItem(kunci);
    (function tunggu() { // the page's own tools make folds, in slices
      if (isi && akar.dataset.siap === undefined && kali++ < 100) setTimeout(tunggu, 30);
      else if (isi) pulihkan(JSON.parse(isi));
    })();
  });
  (function baca() {
    fetch(kabar + "?" + nomor, { cache: "no-store" }).then(function (r) { return r.json(); })
      .then(function (s) { if (s.nomor === nomor) baca(); else muat(); })
      .catch(function () { setTimeout(baca, 1000); });
  })();
})
