/* The way to the search, in the menu. What it needs is loaded for those who take it. */

part({
  wake() {
    const menu = find(".menu");
    if (!menu || find(".to-search", menu)) return;
    const way = makeButton("to-search", say("search"), () => (ways.search ? ways.search() : load(inTongue("search.js"))));
    menu.prepend(way);
  },
});
