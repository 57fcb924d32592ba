/*
 * Help now: opens over the page from what the course holds, so it needs no network. It opens when
 * somebody asks for it, never by what they write. The country chosen stays on this device.
 *
 * The link stays a link until the box is open: whatever fails here, the click leads to the page.
 */

function onHelp(event) {
  const way = event.target.closest && event.target.closest("a.help");
  if (!way || event.button || event.metaKey || event.ctrlKey || event.shiftKey || !openHelp(way)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Whether the box is open now. */
function openHelp(way) {
  let box;
  try {
    box = document.body.appendChild(make("dialog", "help-now", ""));
    box.setAttribute("aria-labelledby", "help-now-title");
    box.addEventListener("close", () => {
      box.remove();
      way.focus();
    });
    box.addEventListener("click", (press) => press.target === box && box.close());
    fillHelp(box, way.href);
    box.showModal();
    if (box.open && box.offsetHeight) return true;
  } catch (error) {
    // A browser without dialogs, a line that cannot be read.
  }
  if (box) box.remove();
  return false;
}

function fillHelp(box, page) {
  const lines = course.contacts || [];
  const countries = lines.map((one) => one.country).filter((code, n, codes) => codes.indexOf(code) === n);
  const country = countries.includes(look.country) ? look.country : countries[0];
  const here = lines.filter((one) => one.country === country);
  const title = make("h2", "", say("helpTitle"));
  title.id = "help-now-title";
  box.append(title);
  if (countries.length > 1) box.append(countryField(box, page, countries, country));
  const danger = here.filter((one) => one.emergency);
  box.append(make("p", "", say(danger.length ? "helpDangerHere" : "helpDanger")), helpList(danger));
  box.append(make("h3", "", say("helpTalk")), helpList(here.filter((one) => !one.emergency)));
  const close = make("button", "primary", say("close"));
  close.type = "button";
  close.autofocus = true;
  close.onclick = () => box.close();
  const row = make("p", "actions", "");
  const more = row.appendChild(link(page, say("helpMore")));
  more.onclick = () => box.close();
  row.prepend(close);
  box.append(make("p", "", say("helpAsk")), row);
}

function countryField(box, page, codes, chosen) {
  const label = make("label", "", `${say("helpCountry")} `);
  const field = label.appendChild(make("select", "", ""));
  for (const code of codes) field.add(new Option(countryName(code), code, false, code === chosen));
  field.onchange = () => {
    try {
      keepLook({country: field.value});
      box.textContent = "";
      fillHelp(box, page);
      find("select", box).focus();
    } catch (error) {
      leaveFor(new URL(page));
    }
  };
  return label;
}

function countryName(code) {
  try {
    return new Intl.DisplayNames([document.documentElement.lang], {type: "region"}).of(code.split("-")[0]) || code;
  } catch (error) {
    return code;
  }
}

function helpList(lines) {
  const list = make("ul", "lines", "");
  for (const {number, operator, hours, url} of lines) {
    const line = list.appendChild(make("li", "", ""));
    // Several numbers may stand in one row: each is a link of its own.
    for (const part of number.split(/(\+?\d[\d -]*\d)/)) {
      if (/\d\d/.test(part)) line.append(link(`tel:${part.replace(/[^+\d]/g, "")}`, part));
      else line.append(part);
    }
    const about = [operator, hours].filter(Boolean).join(", ");
    if (about) line.append(make("span", "meta", ` ${about}`));
    if (url) line.append(" ", siteOf(url));
  }
  list.hidden = !lines.length;
  return list;
}

/** A link under the name of its host; what is no address stays words. */
function siteOf(url) {
  try {
    const {protocol, hostname} = new URL(url);
    if (protocol === "https:") return link(url, hostname);
  } catch (error) {
    // Words.
  }
  return url;
}

document.addEventListener("click", onHelp, true);
