/* Folds open for those who come for what is in them; not every browser does so itself. */

function openFolds() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = target; (fold = fold && fold.closest("details:not([open])"));) {
    fold.open = true;
    target.scrollIntoView();
  }
}

window.addEventListener("hashchange", openFolds);
part({wake: openFolds});
