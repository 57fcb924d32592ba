/* Taking one's own words and results away as a text file. */

/** A link that saves lines as a text file, under a heading that says of what. */
function download(words, name, lines) {
  const take = link("", words);
  take.className = "button quiet";
  take.download = name;
  const fill = () => {
    const head = [find(".imprint").textContent, new Date().toLocaleDateString(document.documentElement.lang), ""];
    URL.revokeObjectURL(take.href);
    take.href = URL.createObjectURL(new Blob(["\ufeff", head.concat(lines(), "").join("\r\n")], {type: "text/plain"}));
  };
  take.addEventListener("click", fill);
  fill();
  return take;
}
