/* The trace of a figure: formula, inputs and cells, by hover, focus or tap.

   Tab stops: one per table, and one per run of prose between two heads. Inside, the arrow keys walk from figure
   to figure (Home and End to the ends), Enter or Space pins the card, Escape closes it. So a table of 200 figures
   costs one stop. The data (aset/jejak.js) are loaded at the first use. */
(function () {
  "use strict";
  var PILIH = ".angka[data-kunci]";
  var JEDA_BUKA = 140;
  var JEDA_TUTUP = 220;
  var kartu = null;
  var pemilik = null;
  var terpaku = false;
  var waktu = 0;
  var lokasi = "";

  function alamatData() {
    var skrip = document.querySelector("script[data-jejak]");
    if (skrip) return skrip.getAttribute("data-jejak");
    var kuarto = document.querySelector('meta[name="lkjip-jejak"]'); // a page that Quarto made
    var geser = document.querySelector('meta[name="quarto:offset"]');
    return kuarto ? (geser ? geser.content : "") + kuarto.content : "";
  }

  function muat() { return window.LKJIP_MUAT(lokasi).catch(function () {}); }

  function buat(nama, kelas, isi) {
    var unsur = document.createElement(nama);
    if (kelas) unsur.className = kelas;
    if (isi !== undefined) unsur.textContent = isi;
    return unsur;
  }

  function tulisNilai(nilai) {
    var teks = String(nilai);
    if (/^-?\d{5,15}$/.test(teks)) return teks.replace(/\B(?=(\d{3})+$)/g, ".");
    return /^-?\d+\.\d+$/.test(teks) ? teks.replace(".", ",") : teks;
  }

  function isiKartu(kunci) {
    var jejak = (window.LKJIP_JEJAK || {})[kunci];
    kartu.replaceChildren();
    var kepala = buat("div", "jejak-kepala");
    var nilai = buat("p", "jejak-nilai", jejak ? window.LKJIP.tampil(jejak, pemilik) : pemilik.textContent.trim());
    var tutup = buat("button", "jejak-tutup");
    tutup.type = "button";
    tutup.setAttribute("aria-label", "Tutup jejak angka");
    tutup.innerHTML = '<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="1.8" fill="none"/></svg>';
    tutup.addEventListener("click", function () { sembunyi(true); });
    kepala.append(nilai, tutup);
    kartu.append(kepala);
    if (jejak && jejak.nama) kartu.append(buat("p", "jejak-nama", jejak.nama));
    kartu.append(buat("p", "jejak-kunci", kunci));
    if (!jejak) {
      kartu.append(buat("p", "jejak-alasan", "Jejak angka ini tidak tersedia."));
      return;
    }
    if (jejak.alasan) kartu.append(buat("p", "jejak-alasan", jejak.alasan));
    if (jejak.diragukan) kartu.append(buat("p", "jejak-bagian", "Diragukan"), buat("p", "jejak-alasan", jejak.diragukan));
    if (jejak.rumus) kartu.append(buat("p", "jejak-bagian", "Rumus"), buat("p", "", jejak.rumus));
    var penuh = jejak.nilai === null || jejak.nilai === undefined ? "" : tulisNilai(jejak.nilai);
    if (penuh && /,\d{3,}$/.test(penuh)) {
      kartu.append(buat("p", "jejak-bagian", "Nilai tanpa pembulatan"), buat("p", "", penuh + (jejak.satuan && jejak.satuan !== "persen" ? " " + jejak.satuan : "")));
    }
    if (jejak.masukan && jejak.masukan.length) {
      var daftar = buat("ul");
      jejak.masukan.forEach(function (m) {
        var butir = buat("li");
        var isi = m.publik === false ? "tidak diterbitkan" : m.nilai === null || m.nilai === undefined || m.nilai === "" ? "belum tersedia" : tulisNilai(m.nilai);
        butir.append(window.LKJIP.sel(m), buat("span", "", isi));
        daftar.append(butir);
      });
      var banyak = jejak.masukan.length + (jejak.sisa || 0);
      kartu.append(buat("p", "jejak-bagian", banyak > 1 ? "Diambil dari " + banyak.toLocaleString("id") + " sel data" : "Diambil dari"), daftar);
      if (jejak.sisa) kartu.append(buat("p", "jejak-sisa", "dan " + jejak.sisa.toLocaleString("id") + " sel lagi; selengkapnya di hasil.json"));
    }
    if (jejak.tautan) {
      var dasar = lokasi.replace(/aset\/jejak\.js.*$/, "");
      var a = buat("a", "jejak-lampiran", "Lihat dalam lampiran");
      a.href = dasar + jejak.tautan;
      kartu.append(a);
    }
    kartu.append(window.LKJIP.kutip(kunci, jejak, pemilik));
  }

  function letakkan() {
    if (!pemilik) return;
    var kotak = pemilik.getClientRects()[0];
    if (!kotak) { sembunyi(false); return; }
    var lebar = kartu.offsetWidth;
    var tinggi = kartu.offsetHeight;
    var kiri = Math.min(Math.max(12, kotak.left + kotak.width / 2 - lebar / 2), window.innerWidth - lebar - 12);
    var atas = kotak.bottom + 8;
    if (atas + tinggi > window.innerHeight - 12) atas = kotak.top - tinggi - 8 >= 12 ? kotak.top - tinggi - 8 : Math.max(12, window.innerHeight - tinggi - 12);
    kartu.style.left = kiri + "px";
    kartu.style.top = atas + "px";
  }

  function tampil(angka, paku) {
    clearTimeout(waktu);
    muat().then(function () {
      if (pemilik && pemilik !== angka) lepas(pemilik);
      pemilik = angka;
      terpaku = Boolean(paku);
      jadikanTombol(angka);
      angka.setAttribute("aria-expanded", "true");
      angka.setAttribute("aria-controls", "lkjip-jejak");
      isiKartu(angka.dataset.kunci);
      kartu.hidden = false;
      letakkan();
    });
  }

  function lepas(angka) {
    angka.setAttribute("aria-expanded", "false");
    angka.removeAttribute("aria-controls");
  }

  function sembunyi(kembali) {
    clearTimeout(waktu);
    if (!pemilik) return;
    var angka = pemilik;
    var fokusDiDalam = kartu.contains(document.activeElement);
    lepas(angka);
    pemilik = null;
    terpaku = false;
    kartu.hidden = true;
    if (kembali && fokusDiDalam) { tenang = true; angka.focus({ preventScroll: true }); tenang = false; }
  }
  var tenang = false;

  function jadikanTombol(angka) {
    angka.setAttribute("role", "button");
    angka.setAttribute("aria-haspopup", "dialog");
    if (!angka.hasAttribute("aria-expanded")) angka.setAttribute("aria-expanded", "false");
    if (!angka.hasAttribute("tabindex")) angka.tabIndex = -1;
  }

  /* ---- groups: a table, or the prose up to the next head ---- */
  var kelompok = [];
  function bagi() {
    var kini = null;
    var tabel = null;
    var jalan = document.querySelectorAll(PILIH + ", h1, h2, h3, h4");
    jalan.forEach(function (unsur) {
      if (!unsur.matches(PILIH)) { kini = null; return; }
      if (unsur.closest("a, button, .kartu")) return;
      var pemilikTabel = unsur.closest("table");
      if (!kini || tabel !== pemilikTabel) { kini = []; kelompok.push(kini); tabel = pemilikTabel; }
      kini.push(unsur);
    });
    kelompok.forEach(function (daftar) { jadikanTombol(daftar[0]); daftar[0].tabIndex = 0; });
  }

  function kelompokDari(angka) {
    return kelompok.find(function (daftar) { return daftar.indexOf(angka) >= 0; }) || [angka];
  }

  function tampak(angka) { return angka.getClientRects().length > 0; }

  function pindah(angka, tombol) {
    var daftar = kelompokDari(angka).filter(tampak);
    if (angka.closest("table")) { // rows may have been sorted
      daftar.sort(function (a, b) { return a.compareDocumentPosition(b) & 4 ? -1 : 1; });
    }
    var i = daftar.indexOf(angka);
    var tujuan = null;
    if (tombol === "ArrowRight") tujuan = daftar[i + 1];
    else if (tombol === "ArrowLeft") tujuan = daftar[i - 1];
    else if (tombol === "Home") tujuan = daftar[0];
    else if (tombol === "End") tujuan = daftar[daftar.length - 1];
    else {
      var turun = tombol === "ArrowDown";
      var sel = angka.closest("td, th");
      if (!sel) tujuan = daftar[i + (turun ? 1 : -1)];
      else {
        var batas = sel.getBoundingClientRect();
        var pilihan = daftar.filter(function (lain) {
          var k = lain.closest("td, th").getBoundingClientRect();
          return k.left < batas.right - 1 && k.right > batas.left + 1 && (turun ? k.top >= batas.bottom - 1 : k.bottom <= batas.top + 1);
        });
        tujuan = turun ? pilihan[0] : pilihan[pilihan.length - 1];
      }
    }
    if (!tujuan) return;
    jadikanHenti(tujuan);
    tujuan.focus();
  }

  /* The one of its group where Tab stops. */
  function jadikanHenti(angka) {
    kelompokDari(angka).forEach(function (lain) { if (lain.tabIndex === 0) lain.tabIndex = -1; });
    jadikanTombol(angka);
    angka.tabIndex = 0;
  }

  function angkaDari(target) {
    var angka = target && target.closest ? target.closest(PILIH) : null;
    return angka && !angka.closest("a, button") ? angka : null;
  }

  /* What an abbreviation means: a pointer shows its title, a tap writes it beside. */
  document.addEventListener("click", function (k) {
    var singkatan = k.target.closest ? k.target.closest("abbr[title]") : null;
    if (singkatan) singkatan.classList.toggle("buka");
  });

  function mulai() {
    lokasi = window.LKJIP.lokasi = alamatData();
    if (!lokasi || !document.querySelector(PILIH)) return;
    document.documentElement.dataset.jejak = "";
    kartu = buat("div", "jejak");
    kartu.id = "lkjip-jejak";
    kartu.hidden = true;
    kartu.setAttribute("role", "dialog");
    kartu.setAttribute("aria-label", "Jejak angka");
    document.body.append(kartu);
    window.LKJIP_NANTI([bagi], function (siapkan) { siapkan(); });

    document.addEventListener("lkjip:tampak", function (k) { // a row that was found
      var angka = k.target.tagName === "TR" ? k.target.querySelector(PILIH) : null;
      if (angka) jadikanHenti(angka);
    });
    document.addEventListener("pointerover", function (k) {
      if (k.pointerType === "touch") return;
      var angka = angkaDari(k.target);
      if (angka) {
        if (angka === pemilik) { clearTimeout(waktu); return; }
        if (terpaku) return;
        clearTimeout(waktu);
        waktu = setTimeout(function () { tampil(angka, false); }, JEDA_BUKA);
      } else if (kartu.contains(k.target)) clearTimeout(waktu);
    });
    document.addEventListener("pointerout", function (k) {
      if (k.pointerType === "touch" || terpaku) return;
      var dari = angkaDari(k.target) || (kartu.contains(k.target) ? kartu : null);
      if (!dari || (k.relatedTarget && (dari.contains(k.relatedTarget) || kartu.contains(k.relatedTarget)))) return;
      clearTimeout(waktu);
      waktu = setTimeout(function () { if (pemilik !== document.activeElement) sembunyi(false); }, JEDA_TUTUP);
    });
    document.addEventListener("focusin", function (k) {
      var angka = angkaDari(k.target);
      if (angka && !tenang) { if (angka !== pemilik) tampil(angka, false); }
      else if (pemilik && !kartu.contains(k.target) && k.target !== pemilik) sembunyi(false);
    });
    document.addEventListener("click", function (k) {
      var angka = angkaDari(k.target);
      if (angka) {
        if (angka === pemilik && terpaku) sembunyi(false);
        else tampil(angka, true);
      } else if (kartu.contains(k.target)) { // what is used stays, and may have grown
        terpaku = Boolean(pemilik);
        requestAnimationFrame(letakkan);
      } else if (pemilik) sembunyi(false);
    });
    document.addEventListener("keydown", function (k) {
      if (k.key === "Escape" && pemilik) { sembunyi(true); return; }
      var angka = angkaDari(k.target);
      if (!angka || k.altKey || k.ctrlKey || k.metaKey) return;
      if (k.key === "Enter" || k.key === " ") {
        k.preventDefault();
        if (angka === pemilik && terpaku) sembunyi(false);
        else tampil(angka, true);
      } else if (/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(k.key)) {
        k.preventDefault();
        pindah(angka, k.key);
      } else if (k.key === "Tab" && !k.shiftKey && angka === pemilik && terpaku) {
        var tujuan = kartu.querySelector("a, button");
        if (tujuan) { k.preventDefault(); tujuan.focus(); }
      }
    });
    window.addEventListener("scroll", function () { if (pemilik) requestAnimationFrame(letakkan); }, { passive: true, capture: true });
    window.addEventListener("resize", function () { if (pemilik) letakkan(); });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mulai);
  else mulai();
})();
