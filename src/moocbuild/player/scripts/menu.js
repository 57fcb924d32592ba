/* The menu closes with Escape, and when one goes on elsewhere. */

function closeMenu(event) {
  const menu = find(".fold");
  if (!menu || !menu.open) return;
  const inside = menu.contains(event.target);
  if (event.type === "keydown" ? event.key !== "Escape" : inside) return;
  menu.open = false;
  if (inside) find("summary", menu).focus();
}

for (const what of ["click", "focusin", "keydown"]) document.addEventListener(what, closeMenu);
