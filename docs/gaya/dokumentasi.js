// Kata-kata pencarian: terjemahan yang dibawa Sphinx belum lengkap.
Documentation.addTranslations({
    "locale": "id",
    "plural_expr": "0",
    "messages": {
        "Hide Search Matches": "Hapus sorotan pencarian",
        "Preparing search...": "Menyiapkan pencarian ...",
        "Search Results": "Hasil pencarian",
        "Searching": "Mencari",
        "Search finished, found one page matching the search query.": ["Ditemukan ${resultCount} halaman."],
        "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.": "Tidak ada halaman yang cocok. Coba kata lain.",
        ", in ": ", di "
    }
});

// Yang kurang dari tema bagi pembaca layar dan papan tik.
document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("p.caption[role=heading]").forEach(one => one.setAttribute("aria-level", "2"));
    document.querySelectorAll("pre, .table-wrapper").forEach(one => {
        if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
    });
});
