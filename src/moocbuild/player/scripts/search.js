/* The box to search in: what is found, while one types. How, says find_pages.js. */

function openSearch() {
  const box = document.body.appendChild(make("dialog", "help-now search", ""));
  const label = make("label", "", `${say("search")} `);
  const field = label.appendChild(make("input", "", ""));
  const line = make("p", "meta", "");
  const list = make("ul", "", "");
  field.type = "search";
  line.setAttribute("role", "status");
  box.setAttribute("aria-label", say("search"));
  field.oninput = () => {
    const found = searched(course.search, field.value);
    line.textContent = field.value.trim() && say("searchFound", {n: found.length});
    list.replaceChildren(...found.slice(0, 50).map((n) => {
      const [file, title, unit] = course.search.pages[n];
      const row = make("li", "", "");
      const way = row.appendChild(link(file, title));
      way.onclick = () => box.close();
      if (unit) row.append(make("span", "meta", ` ${unit}`));
      return row;
    }));
  };
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", (press) => press.target === box && box.close());
  box.append(label, line, makeButton("", say("close"), () => box.close()), list);
  box.showModal();
  field.focus();
}

ways.search = openSearch;
openSearch();
