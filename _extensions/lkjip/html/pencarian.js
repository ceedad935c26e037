/* Full-text search from disk: the sections and MiniSearch come as scripts, loaded at the first use. */
(function () {
  "use strict";
  var PALING_BANYAK = 20;
  var KATA = /[\p{L}\p{N}]+(?:[.,/-][\p{N}]+)*/gu; // keeps 103,88 and 700/531 whole
  var kotak, masukan, panel, status, daftar, akar, indeks, bagian, memuat;

  /* A NIP is one number, also where it is written in groups. */
  function potong(teks) {
    return teks.toLowerCase().replace(/\b(\d{8}) (\d{6}) (\d) (\d{3})\b/g, "$1$2$3$4").match(KATA) || [];
  }

  /* Rp64.179.274 is found by 64.179.274 and by 64179274 as well. */
  function bentukAngka(kata) {
    var angka = kata.replace(/^rp(?=\d)/, "");
    return /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(angka) ? Array.from(new Set([kata, angka, angka.replace(/\./g, "")])) : [kata];
  }

  /* What the found words look like in a text; the digits of a number may stand in groups. */
  function polaKata(kata) {
    return new RegExp("(?<![\\p{L}\\p{N}])(" + kata.map(function (k) {
      return /^\d{4,}$/.test(k) ? k.split("").join("[. ]?") : k.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    }).join("|") + ")", "giu");
  }

  function muat() {
    if (!memuat) {
      memuat = window.LKJIP_MUAT(akar + "aset/cari.js").then(function () {
        bagian = window.LKJIP_CARI;
        indeks = new window.MiniSearch({
          fields: ["judul", "status", "teks"],
          tokenize: potong,
          processTerm: bentukAngka,
          searchOptions: {
            processTerm: function (kata) { return bentukAngka(kata).pop(); },
            boost: { judul: 4, status: 6 },
            boostDocument: function (id) { return bagian[id].bobot; },
            prefix: function (kata) { return kata.length > 1; },
            weights: { prefix: 0.6, fuzzy: 0.25 },
          },
        });
        return indeks.addAllAsync(bagian.map(function (b, i) {
          return { id: i, judul: b.judul, status: b.status || "", teks: b.teks };
        }), { chunkSize: 40 });
      });
    }
    return memuat;
  }

  /* Every word must be there, or one that means the same: "meleset" is "belum tercapai". */
  function pohonCari(pertanyaan) {
    var sisa = " " + potong(pertanyaan).join(" ") + " ";
    var syarat = [];
    window.LKJIP_SINONIM.forEach(function (kelompok) {
      var cocok = kelompok.map(function (k) { return potong(k).join(" "); }).filter(function (k) {
        return sisa.indexOf(" " + k + " ") >= 0;
      }).sort(function (x, y) { return y.length - x.length; })[0];
      if (!cocok) return;
      sisa = sisa.replace(" " + cocok + " ", " ");
      syarat.push({ combineWith: "OR", queries: kelompok.map(function (k) {
        return { combineWith: "AND", queries: potong(k), prefix: k.toLowerCase() === cocok };
      }) });
    });
    return { combineWith: "AND", queries: syarat.concat(potong(sisa)) };
  }

  /* As typed; else with some letters wrong; else any of the words. */
  function temukan(pertanyaan) {
    var longgar = { combineWith: "AND", fuzzy: function (kata) { return /\d/.test(kata) || kata.length < 5 ? false : 0.2; } };
    var hasil = indeks.search(pohonCari(pertanyaan));
    if (!hasil.length) hasil = indeks.search(pertanyaan, longgar);
    return hasil.length ? hasil : indeks.search(pertanyaan);
  }

  /* Marks the words in the text; the words are those the index really found. */
  function tandai(unsur, teks, kata) {
    if (!kata.length) { unsur.textContent = teks; return; }
    teks.split(polaKata(kata)).forEach(function (potongan, i) {
      if (!potongan) return;
      if (i % 2) {
        var sorot = document.createElement("mark");
        sorot.textContent = potongan;
        unsur.append(sorot);
      } else unsur.append(potongan);
    });
  }

  /* The stretch of the text with the most different words found. */
  function cuplikan(teks, kata) {
    var temuan = !kata.length ? [] : Array.from(teks.matchAll(polaKata(kata))).map(function (cocok) {
      return [cocok.index, cocok[0].toLowerCase()];
    });
    var tempat = 0;
    var terbanyak = 0;
    temuan.some(function (awal, n) {
      var macam = new Set();
      for (var j = n; j < temuan.length && temuan[j][0] < awal[0] + 120; j += 1) macam.add(temuan[j][1]);
      if (macam.size > terbanyak) { terbanyak = macam.size; tempat = awal[0]; }
      return terbanyak >= kata.length;
    });
    var mulai = Math.max(0, tempat - 40);
    if (mulai > 0) mulai = teks.indexOf(" ", mulai) + 1;
    var akhir = Math.min(teks.length, mulai + 190);
    if (akhir < teks.length) akhir = Math.max(teks.lastIndexOf(" ", akhir), mulai + 60);
    return (mulai ? "… " : "") + teks.slice(mulai, akhir) + (akhir < teks.length ? " …" : "");
  }

  function alamat(b, pertanyaan) {
    var potongan = b.alamat.split("#");
    return akar + potongan[0] + (potongan[0].indexOf("?") < 0 ? "?" : "&") + "cari=" + encodeURIComponent(pertanyaan) + (potongan[1] ? "#" + potongan[1] : "");
  }

  function tampilkan() {
    var pertanyaan = masukan.value.trim();
    if (!pertanyaan) { tutup(); return; }
    var hasil = temukan(pertanyaan);
    daftar.replaceChildren();
    hasil.slice(0, PALING_BANYAK).forEach(function (h) {
      var b = bagian[h.id];
      var kata = h.terms.slice().sort(function (x, y) { return y.length - x.length; });
      var a = document.createElement("a");
      a.href = alamat(b, h.terms.join(" "));
      a.addEventListener("click", diHalamanIni);
      [["cari-bab", b.bab, []], ["cari-judul", b.judul, kata], ["cari-cuplikan", cuplikan(b.teks, kata), kata]].forEach(function (x) {
        if (!x[1]) return;
        var baris = document.createElement("span");
        baris.className = x[0];
        tandai(baris, x[1], x[2]);
        a.append(baris);
      });
      var butir = document.createElement("li");
      butir.append(a);
      daftar.append(butir);
    });
    status.textContent = hasil.length ? hasil.length + " bagian ditemukan" + (hasil.length > PALING_BANYAK ? ", " + PALING_BANYAK + " teratas ditampilkan" : "") : "Tidak ditemukan. Coba kata yang lebih pendek.";
    panel.hidden = false;
  }

  /* What was found on this very page is gone to without reading the page anew. */
  function diHalamanIni(k) {
    var a = k.currentTarget;
    if (a.pathname !== location.pathname || k.ctrlKey || k.metaKey || k.shiftKey) return;
    k.preventDefault();
    tutup();
    kotak.classList.remove("terbuka");
    location.hash = a.hash;
    document.querySelectorAll("tr.ditemukan").forEach(function (tr) { tr.classList.remove("ditemukan"); });
    sorotDiHalaman(a.search);
  }

  function tutup() {
    panel.hidden = true;
  }

  function tombolPanah(k) {
    var tautan = Array.prototype.slice.call(daftar.querySelectorAll("a"));
    var i = tautan.indexOf(document.activeElement);
    if (k.key === "Escape") {
      if (!panel.hidden) { tutup(); masukan.focus(); } else { masukan.value = ""; masukan.blur(); kotak.classList.remove("terbuka"); }
    } else if (k.key === "ArrowDown" && !panel.hidden && tautan.length) {
      tautan[Math.min(i + 1, tautan.length - 1)].focus();
    } else if (k.key === "ArrowUp" && i >= 0) {
      if (i) tautan[i - 1].focus(); else masukan.focus();
    } else if (k.key === "Enter" && document.activeElement === masukan && tautan.length && !panel.hidden) {
      tautan[0].click();
    } else {
      if (i >= 0 && k.key.length === 1 && !k.ctrlKey && !k.metaKey && !k.altKey && k.key !== " ") masukan.focus(); // goes on typing
      return;
    }
    k.preventDefault();
  }

  /* The words that led here, marked on the page without touching its text. */
  function sorotDiHalaman(pencarian) {
    var dicari = new URLSearchParams(pencarian).get("cari");
    if (!dicari || !window.Highlight || !CSS.highlights) return;
    var kata = potong(dicari);
    var isi = document.querySelector("main");
    if (!kata.length || !isi) return;
    var pola = polaKata(kata);
    var jalan = document.createTreeWalker(isi, NodeFilter.SHOW_TEXT);
    var rentang = [];
    for (var simpul = jalan.nextNode(); simpul && rentang.length < 3000; simpul = jalan.nextNode()) {
      Array.from(simpul.data.matchAll(pola)).forEach(function (cocok) {
        var r = new Range();
        r.setStart(simpul, cocok.index);
        r.setEnd(simpul, cocok.index + cocok[0].length);
        rentang.push(r);
      });
    }
    CSS.highlights.set("lkjip-cari", new (Function.prototype.bind.apply(window.Highlight, [null].concat(rentang)))());
    setTimeout(function () { keBaris(pola, new URLSearchParams(pencarian).get("angka")); }, 0);
  }

  /* On to the row that was found: that of its figure, else the one with the most of the words, unfolded. */
  function keBaris(pola, kunci) {
    var tujuan = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!tujuan) return;
    var baris = null;
    if (kunci) {
      var angka = Array.prototype.filter.call(document.querySelectorAll("tbody .angka"), function (a) {
        return a.dataset.kunci === kunci && (tujuan.contains(a) || tujuan.compareDocumentPosition(a) & 4);
      })[0];
      baris = angka && angka.closest("tr");
    } else if (tujuan.tagName === "FIGURE") {
      var terbanyak = 0;
      tujuan.querySelectorAll("tbody tr").forEach(function (tr) {
        var macam = new Set(tr.textContent.toLowerCase().match(pola)).size;
        if (macam > terbanyak) { terbanyak = macam; baris = tr; }
      });
    }
    if (!baris) return;
    baris.dispatchEvent(new CustomEvent("lkjip:tampak", { bubbles: true }));
    baris.classList.add("ditemukan");
    baris.tabIndex = -1;
    baris.focus({ preventScroll: true }); // the next Tab is on its first figure
    baris.scrollIntoView({ block: "center" });
  }

  function mulai() {
    sorotDiHalaman(location.search);
    kotak = document.querySelector("[data-cari]");
    if (!kotak) return;
    akar = kotak.dataset.cari;
    masukan = kotak.querySelector("input");
    panel = kotak.querySelector(".cari-hasil");
    status = panel.querySelector(".cari-status");
    daftar = panel.querySelector("ol");
    kotak.hidden = false;
    masukan.addEventListener("focus", function () {
      muat().catch(function () {});
      if (masukan.value.trim() && daftar.children.length) panel.hidden = false;
    });
    masukan.addEventListener("input", function () {
      muat().then(tampilkan, function () {
        status.textContent = "Indeks pencarian tidak dapat dibaca.";
        panel.hidden = false;
      });
    });
    kotak.addEventListener("keydown", tombolPanah);
    var buka = kotak.querySelector(".cari-buka");
    buka.addEventListener("click", function () { kotak.classList.add("terbuka"); masukan.focus(); });
    document.addEventListener("keydown", function (k) {
      if (k.key !== "/" || k.ctrlKey || k.metaKey || k.altKey) return;
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(k.target.tagName) || k.target.isContentEditable) return;
      k.preventDefault();
      kotak.classList.add("terbuka");
      masukan.focus();
      masukan.select();
    });
    document.addEventListener("click", function (k) {
      if (kotak.contains(k.target)) return;
      tutup();
      kotak.classList.remove("terbuka");
    });
    kotak.addEventListener("focusout", function (k) {
      if (k.relatedTarget && !kotak.contains(k.relatedTarget)) { tutup(); kotak.classList.remove("terbuka"); }
    });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mulai);
  else mulai();
})();
