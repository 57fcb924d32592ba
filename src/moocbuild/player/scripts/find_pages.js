/*
 * Search in the whole course, without a server: pages that have all of the words, or their beginnings.
 * `course.search` (search.py makes it) has the pages, as file, title, module, and for each word the
 * pages that it is on, counted in base 36, or "*": most of them. It is folded there as it is here.
 */

const SEARCHED = /(?:(?![\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{N}])+|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/gu;

/** The words of a text without case and accents; of languages that part no words, their signs. */
function searchWords(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").match(SEARCHED) || [];
}

/** The pages that have every word, those first that have more of them in their titles. */
function searched(index, asked) {
  const words = searchWords(asked);
  const every = index.pages.map((_, n) => n);
  const on = (word) => {
    const found = new Set();
    for (const [, places] of index.words.matchAll(new RegExp(`(?:^| )${word}[^ :]*:([^ ]+)`, "g"))) {
      if (places === "*") return new Set(every);
      places.split(",").forEach((place) => found.add(parseInt(place, 36)));
    }
    return found;
  };
  const sets = words.map(on);
  const titled = (n) => words.filter((word) => searchWords(index.pages[n][1]).some((one) => one.startsWith(word))).length;
  return words.length ? every.filter((n) => sets.every((set) => set.has(n)))
    .sort((a, b) => titled(b) - titled(a) || a - b) : [];
}
