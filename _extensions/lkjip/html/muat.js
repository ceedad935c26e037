/* What can wait: scripts beside the page (in the single file: inside it, asleep), and work on many parts. */
(function () {
  "use strict";
  var SELA = 30; // milliseconds at a stretch: between two, the page answers
  var dimuat = {};
  var antrean = [];

  window.LKJIP_MUAT = function (alamat) {
    if (!dimuat[alamat]) {
      dimuat[alamat] = new Promise(function (selesai, gagal) {
        var skrip = document.createElement("script");
        var simpanan = document.querySelector('script[type="text/plain"][data-alamat="' + alamat + '"]');
        if (simpanan) skrip.text = simpanan.text;
        else {
          skrip.src = alamat;
          skrip.onload = selesai;
          skrip.onerror = function () { gagal(new Error(alamat)); };
        }
        document.head.appendChild(skrip);
        if (simpanan) selesai();
      });
    }
    return dimuat[alamat];
  };

  function kerjakan() {
    var mulai = performance.now();
    while (antrean.length && performance.now() - mulai < SELA) antrean.shift()();
    document.dispatchEvent(new Event("lkjip:tertata"));
    if (antrean.length) setTimeout(kerjakan, 0);
    else {
      berjalan = false;
      document.documentElement.dataset.siap = "";
    }
  }

  function mulai() {
    if (berjalan) return;
    berjalan = true;
    setTimeout(kerjakan, 0);
  }
  var berjalan = false;
  var MENUNGGU = 1500; // milliseconds: a large picture must not hold up the tables
  function saatnya() {
    if (document.readyState === "complete") { mulai(); return; }
    window.addEventListener("load", mulai);
    setTimeout(mulai, MENUNGGU);
  }

  /* Does something with each of many parts, a few at a time, after the page is loaded and shown. */
  window.LKJIP_NANTI = function (unsur, lakukan) {
    if (!antrean.length) saatnya();
    delete document.documentElement.dataset.siap;
    Array.prototype.forEach.call(unsur, function (satu) { antrean.push(function () { lakukan(satu); }); });
    antrean.push(function () {});
  };
})();
