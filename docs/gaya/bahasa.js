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
