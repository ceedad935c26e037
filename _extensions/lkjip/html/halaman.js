/* The page itself: theme, contents on narrow windows, anchors, printing. Everything works without it. */
(function () {
  "use strict";
  var akar = document.documentElement;

  function simpan(kunci, nilai) {
    try { localStorage.setItem(kunci, nilai); } catch (galat) { /* private window or file policy */ }
  }

  function siapkanTema() {
    var tombol = document.querySelector("[data-ganti-tema]");
    if (!tombol) return;
    var suka = window.matchMedia("(prefers-color-scheme: dark)");
    function gelap() {
      return akar.dataset.tema ? akar.dataset.tema === "gelap" : suka.matches;
    }
    function tulis() {
      var nama = gelap() ? "Gunakan tampilan terang" : "Gunakan tampilan gelap";
      tombol.setAttribute("aria-label", nama);
      tombol.title = nama;
      tombol.dataset.kini = gelap() ? "gelap" : "terang";
    }
    tombol.hidden = false;
    tombol.addEventListener("click", function () {
      akar.dataset.tema = gelap() ? "terang" : "gelap";
      simpan("lkjip-tema", akar.dataset.tema);
      tulis();
    });
    if (suka.addEventListener) suka.addEventListener("change", tulis);
    tulis();
  }

  function siapkanMenu() {
    var menu = document.querySelector("details.menu");
    if (!menu) return;
    var lebar = window.matchMedia("(min-width: 60.01rem)");
    function atur() { menu.open = lebar.matches; }
    if (lebar.addEventListener) lebar.addEventListener("change", atur);
    atur();
    menu.addEventListener("click", function (kejadian) {
      if (!lebar.matches && kejadian.target.closest("a")) menu.open = false;
    });
    var kini = menu.querySelector('a[aria-current="page"]');
    var wadah = menu.closest(".samping");
    if (kini && wadah && wadah.scrollHeight > wadah.clientHeight) {
      var atas = kini.getBoundingClientRect().top - wadah.getBoundingClientRect().top;
      if (atas > wadah.clientHeight * 0.6) wadah.scrollTop = atas - wadah.clientHeight * 0.3;
    }
  }

  /* Marks in the contents the section that is being read. */
  function siapkanPenunjuk() {
    var tautan = new Map();
    document.querySelectorAll('.samping .subbab a[href^="#"]').forEach(function (a) {
      var tujuan = document.getElementById(decodeURIComponent(a.hash.slice(1)));
      if (tujuan) tautan.set(tujuan, a);
    });
    if (!tautan.size) return;
    var tertunda = false;
    var sekarang = null;
    function pilih() {
      tertunda = false;
      var kini = null;
      var dibaca = Array.prototype.find.call(document.querySelectorAll(".satu-bab"), function (bab) {
        return bab.getBoundingClientRect().bottom > 140;
      });
      tautan.forEach(function (a, tujuan) { // in a chapter that is not laid out nothing is measured
        if ((!dibaca || dibaca.contains(tujuan)) && tujuan.getBoundingClientRect().top < 140) kini = a;
      });
      if (kini === sekarang) return;
      if (sekarang) { sekarang.classList.remove("di-sini"); sekarang.removeAttribute("aria-current"); }
      if (kini) {
        kini.classList.add("di-sini");
        kini.setAttribute("aria-current", "location");
        if (dibaca) kini.closest("details").open = true;
      }
      sekarang = kini;
    }
    window.addEventListener("scroll", function () {
      if (!tertunda) { tertunda = true; requestAnimationFrame(pilih); }
    }, { passive: true });
    pilih();
  }

  /* The link to a head, table or figure goes to the clipboard, without the words that were searched. */
  function salin(jangkar, kabar) {
    if (!navigator.clipboard) return;
    var alamat = location.href.split(/[?#]/)[0] + jangkar.hash;
    navigator.clipboard.writeText(alamat).then(function () {
      jangkar.classList.add("disalin");
      kabar.textContent = "Tautan disalin";
      setTimeout(function () { jangkar.classList.remove("disalin"); kabar.textContent = ""; }, 2000);
    }, function () { /* not allowed: the address bar has it */ });
  }

  function siapkanJangkar() {
    var isi = document.querySelector(".isi");
    if (!isi) return; // Quarto makes its own
    var kabar = document.createElement("span");
    kabar.className = "tersembunyi";
    kabar.setAttribute("role", "status");
    document.body.appendChild(kabar);
    isi.querySelectorAll("h1, h2, h3, h4, h5, figcaption, caption").forEach(function (judul) {
      var pemilik = judul.id ? judul : judul.closest("section[id], figure[id], div[id], table[id]");
      if (!pemilik || judul.closest(".sampul")) return;
      tambah(judul, pemilik.id, judul.textContent).textContent = "#";
    });
    isi.addEventListener("pointerover", function (k) { // of thousands of rows the one that is looked at
      var baris = k.target.closest("tr[id][data-nama]");
      if (baris && !baris.querySelector(".jangkar")) tambah(baris.cells[0], baris.id, baris.dataset.nama);
    });
    function tambah(tempat, id, nama) {
      var a = document.createElement("a");
      a.className = "jangkar";
      a.href = "#" + encodeURIComponent(id);
      a.setAttribute("aria-label", "Tautan ke " + nama.trim().slice(0, 80));
      a.title = "Salin tautan";
      a.tabIndex = -1; // so many would lie between a keyboard and what it looks for
      a.addEventListener("click", function () { salin(a, kabar); });
      tempat.appendChild(a);
      return a;
    }
  }

  /* A link to a place inside something folded opens it first. */
  function bukaTujuan() {
    var id = decodeURIComponent(location.hash.slice(1));
    var tujuan = id && document.getElementById(id);
    if (!tujuan) return;
    for (var induk = tujuan; induk; induk = induk.parentElement) {
      if (induk.tagName === "DETAILS") induk.open = true;
    }
    tujuan.dispatchEvent(new CustomEvent("lkjip:tampak", { bubbles: true }));
    // What the scripts added above has moved it; at the top the heads of its table would lie over a row.
    tujuan.scrollIntoView(tujuan.tagName === "TR" ? { block: "center" } : true);
  }

  /* What is laid out later above the place that was gone to must not push it away, until the reader moves. */
  function tahanTempat() {
    var bergerak = false;
    ["wheel", "touchmove", "keydown", "pointerdown"].forEach(function (nama) {
      window.addEventListener(nama, function () { bergerak = true; }, { passive: true, capture: true });
    });
    window.addEventListener("hashchange", function () { bergerak = false; });
    document.addEventListener("lkjip:tertata", function () {
      var baris = document.querySelector("tr.ditemukan");
      var tujuan = baris || document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (tujuan && !bergerak) tujuan.scrollIntoView({ block: baris ? "center" : "start" });
    });
  }

  function siapkanCetak() {
    var dibuka = [];
    window.addEventListener("beforeprint", function () {
      dibuka = Array.prototype.slice.call(document.querySelectorAll("main details:not([open])"));
      dibuka.forEach(function (rincian) { rincian.open = true; });
    });
    window.addEventListener("afterprint", function () {
      dibuka.forEach(function (rincian) { rincian.open = false; });
      dibuka = [];
    });
  }

  /* The chapters of the single file: those below are laid out after the first. */
  function siapkanBab() {
    window.LKJIP_NANTI(document.querySelectorAll(".satu-bab"), function (bab) { bab.style.contentVisibility = "visible"; });
  }

  function mulai() {
    siapkanBab();
    siapkanTema();
    siapkanMenu();
    siapkanCetak();
    tahanTempat();
    window.LKJIP_NANTI([siapkanPenunjuk, siapkanJangkar], function (siapkan) { siapkan(); });
    window.addEventListener("hashchange", bukaTujuan);
    setTimeout(bukaTujuan, 0);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mulai);
  else mulai();
})();
